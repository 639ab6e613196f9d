package org.pinn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

/** A solution of the library, read from a file. */
record LibraryStored(Solution solution) implements Stored {
    @Override
    public List<String> card() {
        ModelCard card = solution.card();
        List<String> lines =
                new ArrayList<>(solution.problem().toString().lines().toList());
        row(lines, "outcome", card.outcome() + (card.advice().isEmpty() ? "" : ": " + card.advice()));
        row(lines, "recipe", card.recipe() + ", seed " + card.seed());
        row(lines, "knowledge", card.knowledge().isEmpty() ? "the statement" : String.join("; ", card.knowledge()));
        row(
                lines,
                "size",
                String.format(
                        Locale.ROOT,
                        "%,d parameters, %,d points, %,d steps",
                        card.parameters(),
                        card.points(),
                        card.steps()));
        row(lines, "held-out residual", ResultTable.size(card.heldOut()));
        card.tolerance().ifPresent(t -> row(lines, "tolerance", ResultTable.size(t)));
        card.errors().forEach(e -> row(lines, "error", error(e)));
        solution.problem().parameters().forEach(p -> row(lines, p.name(), Double.toString(solution.value(p))));
        row(lines, "backend", card.backend());
        row(lines, "version", card.version());
        card.notes().forEach(note -> row(lines, "note", note));
        return lines;
    }

    private static String error(ModelCard.Measured e) {
        String size = e.belowFloor() ? "< floor" : ResultTable.size(e.relativeL2());
        return "relative L2 %s, largest %s, against %s (floor %s) on %s"
                .formatted(size, ResultTable.size(e.maxError()), e.reference(), ResultTable.size(e.floor()), e.grid());
    }

    private static void row(List<String> lines, String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-19s%s", name, value));
    }

    @Override
    public List<Axis> axes() {
        return solution.problem().axes();
    }

    @Override
    public List<String> fields() {
        return solution.fields().stream().map(Field::name).toList();
    }

    @Override
    public double[] values(String expression, double[] x, int n) {
        Expr parsed = parse(expression);
        Evaluator evaluator = solution.evaluator(parsed);
        double[] out = new double[n];
        evaluator.evaluate(x, n, out, evaluator.scratch());
        return out;
    }

    private Expr parse(String expression) {
        try {
            return ExprText.parse(expression, solution.problem());
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("--expr \"%s\": %s".formatted(expression, Errors.firstLine(e)), e);
        }
    }
}
