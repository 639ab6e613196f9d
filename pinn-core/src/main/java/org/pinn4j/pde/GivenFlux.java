package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the conditions at a point of the boundary of a shape say of a flux through it: they are linear equations for its states,
 * of which the flux is a combination or is not.
 */
final class GivenFlux {
    /** Of the size of a row: what elimination leaves of zero. */
    private static final double ROUNDING = 1e-10;

    /** A condition that is linear, with nothing unknown beside its states. */
    private record Row(Clause clause, Linear linear) {}

    private final Problem problem;
    private final List<Axis> axes;
    private final List<Derivative> states = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<Derivative, Expr> flux;

    /** @param flux n·F as coefficients of states, with the normal in them */
    GivenFlux(Reading reading, Map<Derivative, Expr> flux) {
        this.problem = reading.problem();
        this.axes = problem.axes();
        this.flux = flux;
        this.states.addAll(flux.keySet());
        for (Clause c : reading.clauses()) {
            if (c.part().hasNormal() && Leaves.of(c.residual()).traces().isEmpty()) {
                Linear.of(c.residual()).filter(GivenFlux::known).ifPresent(l -> rows.add(new Row(c, l)));
            }
        }
        rows.forEach(r -> r.linear.coefficients().keySet().stream()
                .map(Derivative::of)
                .filter(d -> !states.contains(d))
                .forEach(states::add));
    }

    private static boolean known(Linear linear) {
        List<Expr> all = new ArrayList<>(linear.coefficients().values());
        all.add(linear.rest());
        Leaves leaves = Leaves.of(all.toArray(Expr[]::new));
        return leaves.states().isEmpty() && leaves.parameters().isEmpty() && !leaves.measured();
    }

    /** NaN if they say nothing. @param part that the point lies on, whole */
    double at(Region part, double[] x, double[] normal) {
        double[] left = new double[states.size() + 1];
        flux.forEach((s, c) -> left[states.indexOf(s)] += value(c, x, normal));
        List<double[]> done = new ArrayList<>();
        for (Row r : rows) {
            if (stands(r.clause.part().whole(), part) && r.clause.part().holds(axes, x)) {
                add(row(r.linear, x, normal), done);
            }
        }
        double size = size(left);
        done.forEach(d -> subtract(left, d));
        return size(left) <= ROUNDING * size ? left[states.size()] : Double.NaN;
    }

    private boolean stands(Region whole, Region part) {
        return whole.equals(part)
                || whole.isBoundary()
                || part.face().isPresent()
                        && Reading.ends(problem, whole).contains(part.face().get());
    }

    private double value(Expr e, double[] x, double[] normal) {
        return Evaluation.at(axes, x).withNormal(normal).evaluate(e);
    }

    private double[] row(Linear linear, double[] x, double[] normal) {
        double[] row = new double[states.size() + 1];
        linear.coefficients().forEach((s, c) -> row[states.indexOf(Derivative.of(s))] += value(c, x, normal));
        row[states.size()] = value(linear.rest(), x, normal);
        return row;
    }

    private static void add(double[] row, List<double[]> done) {
        double size = size(row);
        done.forEach(d -> subtract(row, d));
        if (size(row) > ROUNDING * size) {
            done.add(row);
        }
    }

    /** Removes the largest state of a row. */
    private static void subtract(double[] from, double[] row) {
        int pivot = 0;
        for (int k = 1; k < row.length - 1; k++) {
            pivot = Math.abs(row[k]) > Math.abs(row[pivot]) ? k : pivot;
        }
        double factor = from[pivot] / row[pivot];
        for (int k = 0; k < row.length; k++) {
            from[k] -= factor * row[k];
        }
        from[pivot] = 0;
    }

    private static double size(double[] row) {
        double size = 0;
        for (int k = 0; k < row.length - 1; k++) {
            size = Math.max(size, Math.abs(row[k]));
        }
        return size;
    }
}
