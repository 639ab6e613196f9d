package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.U;
import static org.pinn4j.solution.Examples.V;
import static org.pinn4j.solution.Examples.X;
import static org.pinn4j.solution.PieceExamples.EDGES;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;

/** Integrals, jumps and comparisons of a solution in pieces. */
class PiecesIntegralTest {
    private static final Field F = Field.of("f", X, T);
    private static final Problem PLANE = Problem.over(X, T).require(F.d(T).equalTo(0));
    private static final Axis A = Axis.of("a", -1, 1);
    private static final Axis B = Axis.of("b", -1, 1);
    private static final Field G = Field.of("g", A, B, T);
    private static final Problem CYLINDER =
            Problem.over(Disk.of(A, B, 0, 0, 1), T).require(G.d(T).equalTo(0));

    /** f = c (1 + x) with c = 1, 4, −2 on thirds of time: a panel across an edge would never agree with a finer one. */
    @Test
    void integralsAreTakenPieceByPiece() {
        Solution s = PieceExamples.steps(PLANE, T, X.plus(1), 1, 4, -2);
        Integral whole = s.integral(F, Region.interior());
        assertEquals(2, whole.value(), 1e-14);
        assertEquals(0, whole.error(), 1e-13);
        assertEquals(3 * (10 * 10 + 20 * 20), whole.points());
        assertEquals(1, s.mean(F, Region.interior()), 1e-14);
        assertEquals(2, s.integrate(F, X.end()), 1e-14);
        assertEquals(2, s.integrate(F, T.start()), 1e-14);
        assertEquals(-4, s.integrate(F, T.end()), 1e-14);
        assertEquals(-1, s.integrate(F.dn(), X.start()), 1e-13);
        assertEquals(7 * 8 / 3.0, s.integrate(F.pow(2), Region.interior()), 1e-12);
    }

    @Test
    void productsOfAShapeAndTimeToo() {
        Solution s = PieceExamples.steps(CYLINDER, T, Expr.constant(1), 1, 4, -2);
        Integral whole = s.integral(G, Region.interior());
        assertEquals(Math.PI, whole.value(), 1e-12);
        assertEquals(0, whole.error(), 1e-11);
    }

    /** A disk does not know its slices; the edge lies between quarters of the turn, so that panels agree in the end. */
    @Test
    void aShapeThatDoesNotKnowItsSlicesIsIntegratedWhole() {
        Solution s = PieceExamples.steps(CYLINDER, A, Expr.constant(1), 1, 2);
        Integral whole = s.integral(G, Region.interior());
        assertEquals(1.5 * Math.PI, whole.value(), 0.1);
        assertEquals(whole.value(), 1.5 * Math.PI, 3 * whole.error() + 1e-12);
    }

    @Test
    void aJumpIsTheLargestDifferenceWhereTwoPiecesMeet() {
        Solution s = PieceExamples.steps(PLANE, T, X.plus(1), 1, 1.25, -2);
        double[][] jumps = s.jumps();
        assertEquals(2, jumps.length);
        assertArrayEquals(new double[] {0.5, 6.5}, new double[] {jumps[0][0], jumps[1][0]}, 0.05);
        assertTrue(jumps[0][0] <= 0.5 && jumps[1][0] <= 6.5);
        assertArrayEquals(jumps[1], s.jump(1));
        Solution flat = PieceExamples.steps(CYLINDER, T, Expr.constant(1), 1, 1.25);
        assertArrayEquals(new double[] {0.25}, flat.jump(0));
        assertArrayEquals(
                new double[] {0.25},
                PieceExamples.steps(CYLINDER, A, Expr.constant(1), 1, 1.25).jump(0));
        Solution broken = PieceExamples.steps(PLANE, T, X.plus(1), 1, Double.NaN);
        assertTrue(Double.isNaN(broken.jump(0)[0]));
        String message =
                assertThrows(IllegalArgumentException.class, () -> s.jump(2)).getMessage();
        assertTrue(message.contains("no edge 2, there are 2 between 3 pieces"), message);
    }

    @Test
    void jumpsAreThoseOfEachField() {
        List<Solution> parts = PieceExamples.parts(true);
        double[][] jumps = PieceExamples.several(true).jumps();
        for (int k = 0; k < 2; k++) {
            double t = EDGES[k + 1];
            for (int f = 0; f < 2; f++) {
                double largest = 0;
                for (int i = 0; i <= 1000; i++) {
                    double x = -1 + i / 500.0;
                    Field field = f == 0 ? U : V;
                    largest = Math.max(
                            largest,
                            Math.abs(parts.get(k).evaluate(field, x, t)
                                    - parts.get(k + 1).evaluate(field, x, t)));
                }
                assertEquals(largest, jumps[k][f], 0.05 * largest);
            }
        }
    }

    @Test
    void aComparisonSeesEveryPiece() {
        Solution s = PieceExamples.steps(PLANE, T, Expr.constant(1), 1, 4, -2);
        Reference steps = new Reference() {
            @Override
            public String kind() {
                return "steps";
            }

            @Override
            public double[] values(Field field, double[] x, int n) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                    double t = x[n + i];
                    u[i] = t < 1.0 / 3 ? 1 : t < 2.0 / 3 ? 4 : -1;
                }
                return u;
            }

            @Override
            public double floor() {
                return 1e-15;
            }
        };
        ErrorReport report = s.compare(steps, Grid.of(X, 5).by(T, 11));
        assertEquals(1, report.maxError());
        assertTrue(report.at().get("t") > 0.66);
        assertEquals(Math.sqrt(4.0 / (4 + 3 * 16 + 4)), report.relativeL2(), 1e-14);
    }
}
