package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpringTest {
    private static final int N = 7;
    private static final int M = 3;

    /** r = A(theta − target) with fewer rows than parameters; {@code scale} is that of all rows. */
    private static DenseLeastSquares wide(int n, int m, double scale) {
        double[] a = new Random(3).doubles((long) m * n, -1, 1).toArray();
        return new DenseLeastSquares(n, m) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                for (int i = 0; i < m; i++) {
                    r[i] = -scale * (i + 1);
                    for (int k = 0; k < n; k++) {
                        r[i] += scale * a[i + k * m] * t[k];
                    }
                }
                for (int k = 0; j != null && k < a.length; k++) {
                    j[k] = scale * a[k];
                }
            }
        };
    }

    private static double[] start() {
        return new Random(5).doubles(N, -1, 1).toArray();
    }

    /** Whether φ is the minimum of ‖Jφ − r‖² + λ‖φ − μψ‖²: Jᵀ(Jφ − r) + λ(φ − μψ) vanishes. */
    private static void assertStationary(DenseLeastSquares f, double[] at, double[] phi, double[] before, Spring m) {
        double[] r = new double[M];
        double[] j = new double[M * N];
        f.fill(at, r, j);
        double lambda = m.damping() * Arrays.stream(j).map(e -> e * e).sum() / M; // the trace of JJᵀ
        for (int i = 0; i < M; i++) {
            r[i] = -r[i];
            for (int k = 0; k < N; k++) {
                r[i] += j[i + k * M] * phi[k];
            }
        }
        for (int k = 0; k < N; k++) {
            double slope = lambda * (phi[k] - m.momentum() * before[k]);
            for (int i = 0; i < M; i++) {
                slope += j[i + k * M] * r[i];
            }
            assertEquals(0, slope, 1e-12, "parameter " + k);
        }
    }

    @Test
    void aStepIsTheDampedSolutionThatKeepsToTheLastOne() {
        DenseLeastSquares f = wide(N, M, 1);
        Spring method = new Spring(LearningRate.constant(0.5), 0.3, 0.8);
        SpringState state = method.init(f, start(), Plain.ALGEBRA);
        double[] before = new double[N];
        for (int k = 0; k < 4; k++) {
            double[] at = state.theta().clone();
            state.step();
            double[] phi = new double[N];
            Arrays.setAll(phi, i -> (at[i] - state.theta()[i]) / 0.5);
            assertStationary(f, at, phi, before, method);
            before = phi;
        }
    }

    /** With λ → 0 a full step from 0 is the shortest solution, Aᵀ(AAᵀ)⁻¹b, by hand for one row: b·a/‖a‖². */
    @Test
    void aFullStepWithoutDampingIsTheShortestSolution() {
        double[] a = {3, 0, 4};
        DenseLeastSquares f = new DenseLeastSquares(3, 1) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                r[0] = 3 * t[0] + 4 * t[2] - 50;
                if (j != null) {
                    System.arraycopy(a, 0, j, 0, 3);
                }
            }
        };
        SpringState state = new Spring(LearningRate.constant(1), 1e-14, 0).init(f, new double[3], Plain.ALGEBRA);
        state.step();
        assertArrayEquals(new double[] {6, 0, 8}, state.theta(), 1e-12);
    }

    @Test
    void theSizeOfTheRowsDoesNotMatter() {
        double[][] reached = new double[3][];
        double[] scales = {1, 0x1p60, 0x1p-60};
        for (int k = 0; k < scales.length; k++) {
            SpringState state = Spring.standard().init(wide(N, M, scales[k]), start(), Plain.ALGEBRA);
            for (int step = 0; step < 3; step++) {
                state.step();
            }
            reached[k] = state.theta();
        }
        assertArrayEquals(reached[0], reached[1], 1e-12);
        assertArrayEquals(reached[0], reached[2], 1e-12);
    }

    /** More rows than a block, in a number that is no multiple of it. */
    @Test
    void bitsDoNotDependOnTheWorkers() {
        double[][] reached = new double[3][];
        for (int workers = 1; workers <= 3; workers++) {
            double[] theta0 = new Random(5).doubles(330, -1, 1).toArray();
            Algebra algebra = Plain.algebra(workers);
            SpringState state = Spring.standard().init(wide(330, 205, 1), theta0, algebra);
            state.step();
            state.step();
            reached[workers - 1] = state.theta();
            algebra.workers().close();
        }
        assertArrayEquals(reached[0], reached[1]);
        assertArrayEquals(reached[0], reached[2]);
    }

    /** A step across a valley is halved until it ends lower; the parameters never rise. */
    @Test
    void aStepThatRisesIsHalved() {
        DenseLeastSquares f = Classics.rosenbrock(1);
        SpringState state =
                new Spring(LearningRate.constant(64), 1e-10, 0.9).init(f, new double[] {-1.2, 1}, Plain.ALGEBRA);
        double value = state.value();
        for (int k = 0; k < 20; k++) {
            state.step();
            assertTrue(state.value() <= value, state::detail);
            value = state.value();
        }
        assertTrue(value < 1, () -> "reached " + state.value());
    }

    /** Other points, and another number of them, between two steps. */
    @Test
    void rowsMayChangeInNumber() {
        DenseLeastSquares few = wide(N, 2, 1);
        DenseLeastSquares more = wide(N, 4, 1);
        Switching f = new Switching(few);
        SpringState state = Spring.standard().init(f, start(), Plain.ALGEBRA);
        state.step();
        f.to(more);
        state.objectiveChanged();
        assertEquals(more.value(state.theta().clone()), state.value(), 1e-15);
        double before = state.value();
        state.step();
        assertTrue(state.value() < 1e-3 * before, () -> before + " to " + state.value());
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        LearningRate rate = LearningRate.constant(1);
        refused("damping = 0.0", () -> new Spring(rate, 0, 0.9));
        refused("momentum = 1.0", () -> new Spring(rate, 1e-3, 1));
        refused("momentum = NaN", () -> new Spring(rate, 1e-3, Double.NaN));
    }

    private static void refused(String what, org.junit.jupiter.api.function.Executable make) {
        String message = assertThrows(IllegalArgumentException.class, make).getMessage();
        assertTrue(message.contains(what), message);
    }

    /** One of two objectives. */
    private static final class Switching implements LeastSquares {
        private DenseLeastSquares now;

        Switching(DenseLeastSquares first) {
            now = first;
        }

        void to(DenseLeastSquares next) {
            now = next;
        }

        @Override
        public int parameters() {
            return now.parameters();
        }

        @Override
        public int rows() {
            return now.rows();
        }

        @Override
        public double value(double[] theta) {
            return now.value(theta);
        }

        @Override
        public double residuals(double[] theta, double[] r) {
            return now.residuals(theta, r);
        }

        @Override
        public double gradient(double[] theta, double[] g) {
            return now.gradient(theta, g);
        }

        @Override
        public double normal(double[] theta, double[] a, int lda, double[] g, double[] r) {
            return now.normal(theta, a, lda, g, r);
        }

        @Override
        public void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj) {
            now.jacobian(theta, firstRow, count, r, j, ldj);
        }

        @Override
        public void jv(double[] theta, double[] v, double[] out) {
            now.jv(theta, v, out);
        }

        @Override
        public void jtw(double[] theta, double[] w, double[] out) {
            now.jtw(theta, w, out);
        }
    }
}
