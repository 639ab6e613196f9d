package org.pinn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.solution.Outcome;

class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({
        "CONVERGED, 0, 0",
        "COMPLETED, 0, 0",
        "STALLED, 0, 3",
        "BUDGET_SPENT, 0, 3",
        "NON_FINITE, 1, 1",
        "CANCELLED, 130, 130"
    })
    void theExitCodeTellsHowTheSolveEnded(Outcome outcome, int plain, int withTolerance) {
        assertEquals(plain, ExitCode.of(outcome, false));
        assertEquals(withTolerance, ExitCode.of(outcome, true));
    }
}
