package org.pinn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

/** What a solution file holds, one line each. */
final class CardLines {
    private CardLines() {}

    static List<String> of(Solution solution) {
        ModelCard card = solution.card();
        List<String> lines =
                new ArrayList<>(solution.problem().toString().lines().toList());
        row(lines, "outcome", card.outcome() + (card.advice().isEmpty() ? "" : ": " + card.advice()));
        row(lines, "recipe", card.recipe() + ", seed " + card.seed());
        card.rung().ifPresent(r -> row(lines, "rung", ResultTable.rungs(r, card.rungs())));
        row(lines, "knowledge", card.knowledge().isEmpty() ? "the statement" : String.join("; ", card.knowledge()));
        solution.continuation()
                .ifPresent(trained -> parts(trained.recipe()).forEach(p -> row(lines, "  " + p[0], p[1])));
        row(
                lines,
                "size",
                String.join(
                        ", ",
                        ResultTable.count(card.parameters(), "parameter"),
                        ResultTable.count(card.points(), "point"),
                        ResultTable.count(card.steps(), "step")));
        row(lines, "held-out residual", ResultTable.size(card.heldOut()));
        card.overZeroField().ifPresent(r -> row(lines, "  of zero field's", ResultTable.size(r)));
        card.tolerance().ifPresent(t -> row(lines, "tolerance", ResultTable.size(t)));
        card.errors().forEach(e -> row(lines, "error", error(e)));
        solution.coefficients().forEach(c -> row(lines, c.name(), ResultTable.coefficient(c)));
        row(lines, "backend", card.backend());
        row(lines, "version", card.version());
        card.notes().forEach(note -> row(lines, "note", note));
        return lines;
    }

    /** What and value of each line of a recipe; its name and its knowledge stand above. */
    private static List<String[]> parts(String recipe) {
        return recipe.lines()
                .filter(line -> !line.startsWith("recipe ") && !line.startsWith("knowledge "))
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2) // a file may come from anywhere
                .toList();
    }

    private static String error(ModelCard.Measured e) {
        String size = e.belowFloor() ? "< floor" : ResultTable.size(e.relativeL2());
        return "relative L2 %s, largest %s, against %s (floor %s) on %s"
                .formatted(size, ResultTable.size(e.maxError()), e.reference(), ResultTable.size(e.floor()), e.grid());
    }

    private static void row(List<String> lines, String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-19s%s", name, value));
    }
}
