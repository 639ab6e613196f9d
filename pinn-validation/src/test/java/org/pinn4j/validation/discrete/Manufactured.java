package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;
import org.pinn4j.validation.order.Order;

/** Problems made from their solution: any operator of a field equals what it is of the exact expression. */
public record Manufactured(Field field, Expr exact) {
    /** operator(u) = operator(exact). */
    public Equation equation(Expr operator) {
        return equation(operator, this);
    }

    /** The same of several fields. */
    public static Equation equation(Expr operator, Manufactured... truths) {
        return operator.equalTo(operator.substitute(leaf -> Arrays.stream(truths)
                .map(truth -> truth.value(leaf))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null)));
    }

    /** The exact value of the field or of one of its derivatives. */
    private Expr value(Expr leaf) {
        if (!(leaf instanceof Derivative d) || !d.field().equals(field)) {
            return leaf.equals(field) ? exact : null;
        }
        Expr result = exact;
        for (int a = 0; a < d.orders().size(); a++) {
            for (int k = 0; k < d.orders().get(a); k++) {
                result = result.d(field.axes().get(a));
            }
        }
        return result;
    }

    public Condition on(Region region, Expr operator) {
        return equation(operator).on(region);
    }

    /** Root mean square of the error at the nodes. */
    double error(SteadySolution solution) {
        return error(solution.grid(), Double.NaN, solution.nodal(field));
    }

    /** Root mean square of the error at the nodes. @param t ignored if the field has no time axis */
    public double error(SpaceGrid grid, double t, double[] got) {
        double[] wanted = at(grid, t);
        double error = 0;
        for (int i = 0; i < wanted.length; i++) {
            error += Math.pow(got[i] - wanted[i], 2) / wanted.length;
        }
        return Math.sqrt(error);
    }

    /** The exact values at the nodes. */
    public double[] at(SpaceGrid grid, double t) {
        List<Axis> axes = grid.axes().stream().map(AxisGrid::axis).toList();
        int n = grid.nodes();
        double[] x = new double[field.axes().size() * n];
        for (int a = 0; a < field.axes().size(); a++) {
            int s = axes.indexOf(field.axes().get(a));
            for (int node = 0; node < n; node++) {
                x[a * n + node] = s < 0 ? t : grid.coordinate(s, node);
            }
        }
        CoordinateProgram program = CoordinateProgram.compile(List.of(exact), field.axes());
        double[][] values = new double[1][n];
        program.evaluate(n, x, null, null, values, program.scratch(n));
        return values[0];
    }

    /** Grids of even numbers of cells, each finer by a ratio along some axes. @param coarsest by axis; what is below 12 stays */
    public record Grids(int count, double ratio, int... coarsest) {
        int[] cells(int k) {
            double finer = Math.pow(ratio, k);
            return IntStream.of(coarsest)
                    .map(c -> c < 12 ? c : 2 * (int) Math.round(c / 2.0 * finer))
                    .toArray();
        }

        /** A number proportional to the spacing of each grid. */
        public double[] spacings() {
            return IntStream.range(0, count)
                    .mapToDouble(k -> 1.0 / IntStream.of(cells(k)).max().orElseThrow())
                    .toArray();
        }

        public double[] errors(ToDoubleFunction<int[]> error) {
            return IntStream.range(0, count)
                    .mapToObj(this::cells)
                    .mapToDouble(error)
                    .toArray();
        }
    }

    /** The error of a steady problem on each grid. */
    public static double[] errors(Manufactured truth, Problem problem, Scheme scheme, Grids grids) {
        Discretization discretization = Discretization.of(problem);
        return grids.errors(cells -> truth.error(SteadySolver.standard().solve(discretization.system(scheme, cells))));
    }

    /** Solves on five grids and compares the slope of the errors with the order of the scheme. */
    static void assertOrder(Manufactured truth, Problem problem, int order, double ratio, int... cells) {
        Grids grids = new Grids(5, ratio, cells);
        double[] error = errors(truth, problem, Scheme.finiteDifferences(order), grids);
        assertOrder(
                order,
                grids.spacings(),
                error,
                Reading.of(problem).equations().get(0).toString());
    }

    /** At least four errors above rounding, with a slope within 0.1 of the order. */
    public static void assertOrder(double order, double[] h, double[] error, String what) {
        Order observed = Order.fit(h, error);
        String figures = "%s, order %s: slope %.3f of %d points, errors %s"
                .formatted(what, order, observed.slope(), observed.pointsUsed(), Arrays.toString(error));
        assertTrue(observed.pointsUsed() >= 4, figures);
        assertEquals(order, observed.slope(), 0.1, figures);
    }
}
