package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.Pinn;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;

/** −Δu = 3 eˣ sin 2y on the unit disk, whose solution with these conditions is u = eˣ sin 2y, from statement to file. */
class DiskSolveTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Field U = Field.of("u", X, Y);
    private static final Disk DISK = Disk.of(X, Y, 0, 0, 1);
    private static final Expr TRUTH = exp(X).times(sin(Y.times(2)));
    private static final Problem POISSON =
            Problem.over(DISK).require(U.d(X, X).plus(U.d(Y, Y)).negate().equalTo(TRUTH.times(3)));

    private static final Reference EXACT = new Reference() {
        @Override
        public String kind() {
            return "closed form";
        }

        @Override
        public double[] values(Field field, double[] x, int n) {
            double[] u = new double[n];
            for (int i = 0; i < n; i++) {
                u[i] = Math.exp(x[i]) * Math.sin(2 * x[n + i]);
            }
            return u;
        }

        @Override
        public double floor() {
            return 1e-15;
        }
    };

    /** Few steps on this machine's time: the examples reach 1e-6 and below in 30 s. */
    private static Solution solved(Problem problem) {
        return Pinn.trained().seed(1).steps(50).solve(problem);
    }

    private static double error(Solution s) {
        return s.compare(EXACT, Grid.of(X, 41).by(Y, 41)).relativeL2();
    }

    @Test
    void valuesAllAroundAreHardAndTheAnswerIsOneOfItsPlace(@TempDir Path folder) throws Exception {
        Problem problem = POISSON.require(U.equalTo(TRUTH).on(DISK.part("circle")));
        Solution s = solved(problem);
        assertTrue(
                s.card().notes().contains("boundary on circle is hard"),
                s.card().notes().toString());
        assertTrue(error(s) < 1e-5, "error " + error(s));
        double angle = 2.1;
        assertEquals(
                Math.exp(Math.cos(angle)) * Math.sin(2 * Math.sin(angle)),
                s.at(Math.cos(angle), Math.sin(angle)),
                1e-12);
        flux(s);
        var e = assertThrows(IllegalArgumentException.class, () -> s.at(0.8, 0.8));
        assertTrue(e.getMessage().contains("(x, y) = [0.8, 0.8] is outside of disk around (0.0, 0.0)"), e.getMessage());
        assertTrue(Double.isFinite(s.extrapolating().at(0.8, 0.8)));
        Path file = folder.resolve("disk.pinn");
        s.save(file);
        Solution read = Solution.load(file);
        assertEquals(problem, read.problem());
        assertEquals(s.at(0.3, -0.4), read.at(0.3, -0.4));
    }

    /** Gauss' theorem: what the source makes leaves through the circle; and u is odd in y, so that its mean vanishes. */
    private static void flux(Solution s) {
        double out = s.integrate(U.dn(), DISK.part("circle").where(Y));
        double halves = out + s.integrate(U.dn(), DISK.part("circle").where(Y.negate()));
        assertEquals(halves, s.integrate(U.dn(), Region.boundary()), 1e-9);
        assertEquals(-s.integrate(TRUTH.times(3), Region.interior()), halves, 1e-4);
        assertEquals(0, s.mean(U, Region.interior()), 1e-5);
        assertEquals(
                Math.PI / 4, s.integrate(X.pow(2).plus(U.times(0)), Region.interior()), 1e-12); // ∫ x² over the disk
    }

    @Test
    void slopesOnTheRightAndRobinOnTheLeftTrainToo() {
        Expr slope = TRUTH.d(X).times(X).plus(TRUTH.d(Y).times(Y));
        Region circle = DISK.part("circle");
        Solution s = solved(POISSON.require(U.dn().equalTo(slope).on(circle.where(X)))
                .require(U.dn().plus(U).equalTo(slope.plus(TRUTH)).on(circle.where(X.negate()))));
        assertTrue(error(s) < 1e-3, "error " + error(s));
    }
}
