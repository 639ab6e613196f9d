package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pinn4j.pde.symbol.Elimination;

/**
 * Constants that several fields have in common: where every equation and condition has u and v by their difference and their
 * derivatives, (u + c, v + c) solves the problem too. Looked for where all of them are linear.
 */
final class JointGauge {
    private static final int POINTS = 4;

    private final List<Field> fields;
    private final List<double[]> rows = new ArrayList<>();

    private JointGauge(List<Field> fields) {
        this.fields = fields;
    }

    static Optional<Finding> of(Reading reading) {
        JointGauge joint = new JointGauge(reading.fields());
        boolean odd = reading.problem().declaredSymmetries().stream()
                .anyMatch(s -> reading.fields().stream().anyMatch(s::odd));
        List<double[]> points = Agreement.on(reading.problem().domain(), "values in common")
                .points()
                .subList(0, POINTS);
        for (Condition c : reading.problem().conditions()) {
            Optional<Linear> linear = Linear.of(c.equation().residual());
            if (linear.isEmpty() || odd) {
                return Optional.empty();
            }
            points.forEach(x -> joint.add(linear.get(), reading.problem().axes(), x));
        }
        return joint.finding();
    }

    /** What becomes of an equation where constants are added to the fields; a trace has the same constant. */
    private void add(Linear linear, List<Axis> axes, double[] x) {
        double[] row = new double[fields.size()];
        for (Map.Entry<Expr, Expr> e : linear.coefficients().entrySet()) {
            Expr state = e.getKey() instanceof Trace t ? t.inner() : e.getKey();
            if (state instanceof Field f) {
                row[fields.indexOf(f)] += Evaluation.at(axes, x)
                        .withNormal(x) // any: what holds for each normal holds for its own
                        .evaluate(e.getValue());
            }
        }
        rows.add(row);
    }

    private int nullity(IntStream columns) {
        int[] kept = columns.toArray();
        double[][] matrix = rows.stream()
                .map(r -> IntStream.of(kept).mapToDouble(k -> r[k]).toArray())
                .toArray(double[][]::new);
        return kept.length == 0 ? 0 : kept.length - Elimination.rank(matrix);
    }

    private Optional<Finding> finding() {
        int[] present = IntStream.range(0, fields.size())
                .filter(f -> rows.stream().anyMatch(r -> r[f] != 0))
                .toArray();
        int free = nullity(IntStream.of(present));
        List<Field> common = IntStream.of(present)
                .filter(f -> nullity(IntStream.of(present).filter(g -> g != f)) < free)
                .mapToObj(fields::get)
                .toList();
        return common.size() < 2
                ? Optional.empty()
                : Optional.of(new Finding(
                        "gauge:"
                                + String.join(
                                        "+", common.stream().map(Field::name).toList()),
                        ("%s are known up to a constant that they have in common; where it matters, state a value of one"
                                        + " of them")
                                .formatted(Names.list(common)),
                        Finding.Severity.NOTE));
    }
}
