package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.autodiff.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.validation.order.Order;

/** Problems made from their solution: any operator of a field equals what it is of the exact expression. */
record Manufactured(Field field, Expr exact) {
    /** operator(u) = operator(exact). */
    Equation equation(Expr operator) {
        return operator.equalTo(operator.substitute(this::value));
    }

    /** The exact value of the field or of one of its derivatives. */
    private Expr value(Expr leaf) {
        if (!(leaf instanceof Derivative d)) {
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

    Condition on(Region region, Expr operator) {
        return equation(operator).on(region);
    }

    /** Root mean square of the error at the nodes. */
    double error(SteadySolution solution) {
        SpaceGrid grid = solution.grid();
        List<Axis> axes = grid.axes().stream().map(AxisGrid::axis).toList();
        int n = grid.nodes();
        double[] x = new double[axes.size() * n];
        for (int a = 0; a < axes.size(); a++) {
            for (int node = 0; node < n; node++) {
                x[a * n + node] = grid.coordinate(a, node);
            }
        }
        CoordinateProgram program = CoordinateProgram.compile(List.of(exact), axes);
        double[][] wanted = new double[1][n];
        program.evaluate(n, x, null, null, wanted, program.scratch(n));
        double[] got = solution.nodal(field);
        double error = 0;
        for (int i = 0; i < n; i++) {
            error += Math.pow(got[i] - wanted[0][i], 2) / n;
        }
        return Math.sqrt(error);
    }

    /**
     * Solves on grids of an even number of cells, each finer by {@code ratio} along some axes, and compares the slope of the errors
     * with the order of the scheme.
     * @param cells coarsest grid, by axis; what is below 12 stays as it is
     */
    static void assertOrder(Manufactured truth, Problem problem, int order, double ratio, int... cells) {
        Discretization discretization = Discretization.of(problem);
        double[] h = new double[5];
        double[] error = new double[5];
        for (int k = 0; k < h.length; k++) {
            double finer = Math.pow(ratio, k);
            int[] finerCells = IntStream.of(cells)
                    .map(c -> c < 12 ? c : 2 * (int) Math.round(c / 2.0 * finer))
                    .toArray();
            h[k] = 1.0 / IntStream.of(finerCells).max().orElseThrow();
            SteadySolution solution =
                    SteadySolver.standard().solve(discretization.system(Scheme.finiteDifferences(order), finerCells));
            error[k] = truth.error(solution);
        }
        Order observed = Order.fit(h, error);
        String figures = "%s, order %d: slope %.3f of %d points, errors %s"
                .formatted(
                        problem.interior().get(0),
                        order,
                        observed.slope(),
                        observed.pointsUsed(),
                        Arrays.toString(error));
        assertTrue(observed.pointsUsed() >= 4, figures);
        assertEquals(order, observed.slope(), 0.1, figures);
    }
}
