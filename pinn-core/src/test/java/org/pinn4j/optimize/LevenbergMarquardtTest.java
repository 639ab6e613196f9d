package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevenbergMarquardtTest {
    private static final LevenbergMarquardt METHOD = LevenbergMarquardt.standard();

    private static LevenbergMarquardtState run(
            LevenbergMarquardt method, LeastSquares f, double[] start, double goal, int steps) {
        LevenbergMarquardtState state = method.init(f, start, Plain.ALGEBRA);
        for (int k = 0; k < steps && state.value() > goal; k++) {
            state.step();
        }
        return state;
    }

    @Test
    void zeroResidualProblemsAreSolvedToTheLastDigits() {
        assertArrayEquals(
                new double[] {1, 1, 1, 1, 1, 1},
                run(METHOD, Classics.rosenbrock(3), Classics.rosenbrockStart(3), 1e-26, 60)
                        .theta(),
                1e-12);
        assertArrayEquals(
                new double[] {3, 0.5},
                run(METHOD, Classics.beale(), new double[] {1, 1}, 1e-26, 60).theta(),
                1e-11);
        double[] powell = run(METHOD, Classics.powellBadlyScaled(), new double[] {0, 1}, 1e-26, 200)
                .theta();
        assertEquals(1.098e-5, powell[0], 1e-8);
        assertEquals(9.106, powell[1], 1e-3);
    }

    @Test
    void theValueNeverRisesAndEveryIterateIsFinite() {
        LevenbergMarquardtState state = METHOD.init(Classics.tanhFit(5, 60), Classics.tanhStart(5, 3), Plain.ALGEBRA);
        for (int k = 0; k < 100; k++) {
            double before = state.value();
            state.step();
            assertTrue(state.value() <= before * (1 + 1e-12), state::detail);
            assertTrue(Vectors.finite(state.theta()));
        }
        assertTrue(state.accepted() > 20);
        assertTrue(state.value() < 1e-6, state::detail);
    }

    /** With lambda → 0 and no curvature one step is the Gauss-Newton step, which is exact. */
    @Test
    void oneStepSolvesALinearProblemUpToItsDamping() {
        DenseLeastSquares f = Classics.linear(6, 9, 1);
        LevenbergMarquardtState state = new LevenbergMarquardt(
                        LevenbergMarquardt.Settings.standard().withLambda(1e-13))
                .init(f, new double[6], Plain.ALGEBRA);
        state.step();
        assertTrue(state.value() < 1e-22, state::detail);
        assertEquals(1, state.gainRatio(), 1e-10);
    }

    /** Without curvature the linear model is the objective, however short the damping makes the step. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-2, 1, 100})
    void aLinearProblemGainsWhatItsModelPredictsAtAnyDamping(double lambda) {
        LevenbergMarquardtState state = new LevenbergMarquardt(
                        LevenbergMarquardt.Settings.standard().withLambda(lambda))
                .init(Classics.linear(6, 9, 1), new double[6], Plain.ALGEBRA);
        state.step();
        assertEquals(1, state.accepted());
        assertEquals(1, state.gainRatio(), 1e-10);
    }

    @Test
    void geodesicAccelerationSavesEvaluationsOnACurvedValley() {
        int[] evaluations = new int[2];
        for (int geodesic = 0; geodesic < 2; geodesic++) {
            LevenbergMarquardt method = new LevenbergMarquardt(
                    LevenbergMarquardt.Settings.standard().withGeodesic(geodesic == 1));
            for (long seed = 1; seed <= 5; seed++) {
                DenseLeastSquares f = Classics.tanhFit(6, 80);
                run(method, f, Classics.tanhStart(6, seed), 1e-9, 1000);
                evaluations[geodesic] += f.evaluations;
            }
        }
        assertTrue(
                4 * evaluations[1] < 3 * evaluations[0],
                () -> evaluations[1] + " with, " + evaluations[0] + " without");
    }

    /** The acceleration from JᵀJ·v = -g - lambda·D·v is that of the textbook, with J·v applied row by row. */
    @Test
    void theShortFormOfTheAccelerationEqualsTheTextbook() {
        DenseLeastSquares f = Classics.tanhFit(4, 50);
        double[] theta = Classics.tanhStart(4, 7);
        int n = theta.length;
        double[] g = new double[n];
        double[] r = new double[50];
        DampedSystem system = new DampedSystem(Plain.ALGEBRA, n, 0.9, 1e-8);
        f.normal(theta, system.gram(), n, g, r);
        system.rescale();
        assertTrue(system.factor(1));
        double[] v = new double[n];
        Vectors.negate(g, v);
        system.solve(v);
        double[] expected = textbook(f, theta, r, v, system);
        double[] bent = v.clone();
        assertTrue(new Geodesic(f, system).bend(theta, r, g, 1, bent, new double[n], new double[50]));
        double[] a = new double[n];
        Vectors.subtract(bent, v, a);
        for (int i = 0; i < n; i++) {
            assertEquals(0.5 * expected[i], a[i], 1e-11);
        }
        assertTrue(Math.sqrt(system.scaledSquare(a)) > 1e-4 * Math.sqrt(system.scaledSquare(v)));
    }

    private static double[] textbook(LeastSquares f, double[] theta, double[] r, double[] v, DampedSystem system) {
        double h = 0.1;
        double[] probe = new double[theta.length];
        Vectors.move(theta, h, v, probe);
        double[] second = new double[r.length];
        double[] jv = new double[r.length];
        f.residuals(probe, second);
        f.jv(theta, v, jv);
        for (int i = 0; i < r.length; i++) {
            second[i] = -2 / h * ((second[i] - r[i]) / h - jv[i]);
        }
        double[] a = new double[theta.length];
        f.jtw(theta, second, a);
        system.solve(a);
        return a;
    }

    /** Marquardt's scaling: in other units of the parameters the iterates are the same ones, in those units. */
    @Test
    void iteratesDoNotDependOnTheUnitsOfTheParameters() {
        LevenbergMarquardt method =
                new LevenbergMarquardt(LevenbergMarquardt.Settings.standard().withScale(0.9, 0));
        DenseLeastSquares f = Classics.tanhFit(3, 40);
        double[] start = Classics.tanhStart(3, 5);
        double[] units = {4, 0.25, 1, 1024, 8, 0.125, 2, 0.0625, 1}; // powers of two: no rounding
        double[] scaledStart = new double[9];
        for (int k = 0; k < 9; k++) {
            scaledStart[k] = start[k] * units[k];
        }
        State plain = method.init(f, start, Plain.ALGEBRA);
        State scaled = method.init(inUnits(f, units), scaledStart, Plain.ALGEBRA);
        for (int step = 0; step < 15; step++) {
            plain.step();
            scaled.step();
            for (int k = 0; k < 9; k++) {
                assertEquals(plain.theta()[k], scaled.theta()[k] / units[k], 1e-6 * (1 + Math.abs(plain.theta()[k])));
            }
        }
    }

    private static DenseLeastSquares inUnits(DenseLeastSquares f, double[] units) {
        return new DenseLeastSquares(f.parameters(), f.rows()) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                double[] original = new double[t.length];
                for (int k = 0; k < t.length; k++) {
                    original[k] = t[k] / units[k];
                }
                f.fill(original, r, j);
                for (int i = 0; j != null && i < j.length; i++) {
                    j[i] /= units[i / r.length];
                }
            }
        };
    }

    /** y = c·x + noise: the textbook's σ/√Σx² for the slope. */
    @Test
    void standardErrorOfASlopeIsTheTextbookOne() {
        int m = 200;
        double[] noise = new Random(11).doubles(m, -0.1, 0.1).toArray();
        DenseLeastSquares line = new DenseLeastSquares(1, m) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                for (int i = 0; i < m; i++) {
                    r[i] = t[0] * i / m - 2.0 * i / m - noise[i];
                    if (j != null) {
                        j[i] = (double) i / m;
                    }
                }
            }
        };
        LevenbergMarquardtState state = run(METHOD, line, new double[] {0}, 0, 30);
        double squares = 0;
        for (int i = 0; i < m; i++) {
            squares += (double) i * i / m / m;
        }
        double sigma = Math.sqrt(2 * state.value() / (m - 1));
        assertEquals(sigma / Math.sqrt(squares), state.standardErrors(new int[] {0})[0], 1e-12);
        assertEquals(0.1 / Math.sqrt(3), sigma, 0.01);
    }

    /** On success at once /4 (gain over 5 %) or /2; each failure x4; a success after failures leaves lambda alone. */
    @Test
    void theDampingFollowsItsSchedule() {
        int[] seen = new int[3];
        for (long seed = 1; seed <= 4; seed++) {
            LevenbergMarquardtState state =
                    METHOD.init(Classics.tanhFit(4, 50), Classics.tanhStart(4, seed), Plain.ALGEBRA);
            for (int k = 0; k < 60; k++) {
                double lambda = state.lambda();
                double value = state.value();
                long failures = state.rejected();
                long successes = state.accepted();
                state.step();
                failures = state.rejected() - failures;
                double expected = lambda * Math.pow(4, failures);
                if (failures == 0) {
                    boolean much = state.value() < 0.95 * value;
                    expected = Math.max(1e-15, lambda / (much ? 4 : 2));
                    seen[much ? 0 : 1]++;
                } else if (state.accepted() > successes) {
                    seen[2]++;
                }
                assertEquals(expected, state.lambda(), 1e-12 * expected);
            }
        }
        assertTrue(Math.min(seen[0], Math.min(seen[1], seen[2])) > 5, () -> Arrays.toString(seen));
    }

    @Test
    void theScalingRemembersLargeDiagonalsForAWhileAndHasAFloor() {
        DampedSystem system = new DampedSystem(Plain.ALGEBRA, 3, 0.9, 1e-2);
        System.arraycopy(new double[] {100, 0, 0, 0, 10, 0, 0, 0, 1e-9}, 0, system.gram(), 0, 9);
        system.rescale();
        assertArrayEquals(new double[] {100, 10, 1}, system.scale(), 1e-12);
        System.arraycopy(new double[] {1, 0, 0, 0, 20, 0, 0, 0, 1e-9}, 0, system.gram(), 0, 9);
        system.rescale();
        assertArrayEquals(new double[] {90, 20, 0.9}, system.scale(), 1e-12);
    }

    /** √x leaves the reals: every trial is refused, and the end names the cause. */
    @Test
    void stepsIntoTheUndefinedAreTakenBackAndTheCauseIsNamed() {
        DenseLeastSquares cliff = new DenseLeastSquares(1, 2) {
            @Override
            void fill(double[] t, double[] r, double[] j) {
                r[0] = Math.sqrt(t[0]);
                r[1] = 3 + t[0];
                if (j != null) {
                    j[0] = 0.5 / r[0];
                    j[1] = 1;
                }
            }

            @Override
            public String diagnosis() {
                return "row 0 left the reals";
            }
        };
        LevenbergMarquardtState state = METHOD.init(cliff, new double[] {1}, Plain.ALGEBRA);
        for (int k = 0; k < 100 && state.status() == Status.RUNNING; k++) {
            state.step();
            assertTrue(state.theta()[0] > 0, state::detail);
        }
        assertTrue(state.rejected() > 0 && state.value() < 4.6, state::detail);
        assertEquals(Status.STALLED, state.status(), state::detail);
    }

    /** 300 parameters: more than one block of the factorisation. */
    @Test
    void theBitsDoNotDependOnTheNumberOfWorkers() {
        double[] expected = null;
        for (int workers = 1; workers <= 3; workers++) {
            Algebra algebra = Plain.algebra(workers);
            State state =
                    LevenbergMarquardt.standard().init(Classics.tanhFit(100, 310), Classics.tanhStart(100, 4), algebra);
            double start = state.value();
            for (int k = 0; k < 3; k++) {
                state.step();
            }
            algebra.workers().close();
            assertTrue(state.value() < 0.1 * start, state::detail);
            expected = expected == null ? state.theta() : expected;
            assertArrayEquals(expected, state.theta());
        }
    }

    @Test
    void standardErrorsNeedMoreRowsThanParameters() {
        LevenbergMarquardtState state = METHOD.init(Classics.rosenbrock(2), new double[4], Plain.ALGEBRA);
        String message = assertThrows(IllegalStateException.class, () -> state.standardErrors(new int[] {0}))
                .getMessage();
        assertTrue(message.contains("4 rows for 4"), message);
    }

    @Test
    void standsStillAtAMinimumWithAResidualAndSaysSo() {
        LevenbergMarquardtState state = METHOD.init(Classics.tanhFit(1, 20), new double[] {1, 0.1, 1}, Plain.ALGEBRA);
        for (int k = 0; k < 500 && state.status() == Status.RUNNING; k++) {
            state.step();
        }
        assertEquals(Status.STALLED, state.status(), state::detail);
        double[] g = new double[3];
        assertTrue(Classics.tanhFit(1, 20).gradient(state.theta(), g) > 1e-3);
        assertArrayEquals(new double[3], g, 1e-7);
    }

    @Test
    void aWrongStartIsRefusedWithItsNumbers() {
        String length = assertThrows(
                        IllegalArgumentException.class,
                        () -> METHOD.init(Classics.beale(), new double[3], Plain.ALGEBRA))
                .getMessage();
        assertTrue(length.contains("need 2 parameters, got 3"), length);
        String entry = assertThrows(
                        IllegalArgumentException.class,
                        () -> METHOD.init(Classics.beale(), new double[] {0, Double.NaN}, Plain.ALGEBRA))
                .getMessage();
        assertTrue(entry.contains("theta0[1] = NaN"), entry);
    }
}
