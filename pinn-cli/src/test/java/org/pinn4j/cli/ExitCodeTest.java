package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Outcome;

class ExitCodeTest {
    private static final double HELD_OUT = 1e-3;

    @ParameterizedTest
    @CsvSource({
        "CONVERGED, 0, 0, 0, 4",
        "COMPLETED, 0, 0, 0, 4",
        "STALLED, 0, 3, 0, 4",
        "BUDGET_SPENT, 0, 3, 0, 4",
        "UNRESOLVED, 3, 3, 0, 4",
        "NON_FINITE, 1, 1, 1, 1",
        "FAILED, 1, 1, 1, 1",
        "CANCELLED, 130, 130, 130, 130"
    })
    void theExitCodeTellsHowTheSolveEnded(Outcome outcome, int plain, int withTolerance, int accepted, int notSaved) {
        assertEquals(plain, code(outcome, OptionalDouble.empty(), false, true));
        assertEquals(withTolerance, code(outcome, OptionalDouble.of(1e-6), false, true));
        assertEquals(accepted, code(outcome, OptionalDouble.empty(), true, true));
        assertEquals(notSaved, code(outcome, OptionalDouble.empty(), false, false));
    }

    @Test
    void acceptingAnUnresolvedAnswerDoesNotAcceptAMissedTolerance() {
        assertEquals(3, code(Outcome.UNRESOLVED, OptionalDouble.of(HELD_OUT / 2), true, true));
        assertEquals(0, code(Outcome.UNRESOLVED, OptionalDouble.of(HELD_OUT * 2), true, true));
    }

    private static int code(Outcome outcome, OptionalDouble tolerance, boolean accepted, boolean saved) {
        ModelCard some = ModelCard.untrained();
        ModelCard card = new ModelCard(
                some.recipe(),
                some.seed(),
                outcome,
                "",
                some.steps(),
                some.points(),
                some.parameters(),
                HELD_OUT,
                some.overZeroField(),
                tolerance,
                some.knowledge(),
                some.notes(),
                some.backend(),
                some.version(),
                some.errors(),
                some.uncertainties());
        return ExitCode.of(card, accepted, saved).code();
    }

    @Test
    void theConventionsHaveTheWholeTable() throws IOException {
        List<String> rows = Sources.read("docs/conventions.md")
                .lines()
                .filter(line -> line.matches("\\| \\d+ \\| .*"))
                .toList();
        List<String> codes = Arrays.stream(ExitCode.values())
                .map(c -> "| %d | %s |".formatted(c.code(), c.meaning()))
                .toList();
        assertEquals(codes, rows);
    }
}
