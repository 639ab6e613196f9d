package org.pinn4j.problems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;

class GridsOfRecordTest {
    private static Solution barelyTrained(Problem problem) {
        return Pinn.trained().workers(1).steps(1).solve(problem);
    }

    @Test
    void theErrorInALayerIsTheLargerOfTwo() {
        BoundaryLayer layer = new BoundaryLayer(1e-6);
        double[] inside = layer.grids().get(1).coordinates(BoundaryLayer.X);
        assertEquals(1 - 3e-5, inside[0]);
        assertEquals(1, inside[1000]);
        Reference truth = layer.exact().orElseThrow();
        Solution solution = barelyTrained(layer.statement());
        double all = solution.compare(truth, layer.grids().get(0)).relativeL2();
        double near = solution.compare(truth, layer.grids().get(1)).relativeL2();
        assertTrue(all != near);
        assertEquals(Math.max(all, near), layer.error(solution, truth).relativeL2());
    }

    @Test
    void halfOfTheCoordinatesOfTheSquareAreInTheLayer() {
        Grid grid = new BoundaryLayer2d().grid();
        for (Axis axis : grid.axes()) {
            double[] x = grid.coordinates(axis);
            assertEquals(201, x.length);
            assertEquals(0.97, x[100], 1e-15);
            assertEquals(0.03 / 100, x[200] - x[199], 1e-15);
        }
    }

    /** A truth that is moved by another constant at each time gives the same figures, one that is bent does not. */
    @Test
    void aPressureIsComparedWithoutItsMeanAtEachTime() {
        TaylorGreen flow = new TaylorGreen();
        Solution solution = barelyTrained(flow.statement());
        Formula truth = (Formula) flow.exact().orElseThrow();
        double error = flow.error(solution, truth).relativeL2();
        Expr p = truth.truth(TaylorGreen.P);
        assertEquals(
                error,
                flow.error(solution, with(truth, p.plus(TaylorGreen.T.times(7)).plus(3)))
                        .relativeL2(),
                1e-6 * error);
        assertTrue(Math.abs(flow.error(solution, with(truth, p.plus(Expr.sin(TaylorGreen.X))))
                                .relativeL2()
                        - error)
                > 1e-3);
        double[] x = {0, 1, 2, 0, 0, 1, 0, 0, 0.5};
        double[] u = truth.values(TaylorGreen.U, x, 3);
        assertArrayEquals(u, new MeansOff(truth, solution, flow.upToConstant()).values(TaylorGreen.U, x, 3));
    }

    private static Formula with(Formula truth, Expr pressure) {
        return Formula.of(1e-15, TaylorGreen.U, truth.truth(TaylorGreen.U))
                .and(TaylorGreen.V, truth.truth(TaylorGreen.V))
                .and(TaylorGreen.P, pressure);
    }
}
