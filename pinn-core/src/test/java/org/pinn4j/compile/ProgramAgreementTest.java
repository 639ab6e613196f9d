package org.pinn4j.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compiled programs against tree walks that share no code with them, on random expressions of every kind of node. */
class ProgramAgreementTest {
    private static final int TRIALS = 300;
    private static final double EPS = 0x1p-53;

    @Test
    void valuesAgreeWithTheTreeWalk() {
        int sharp = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            ProgramTrial trial = new ProgramTrial(seed);
            trial.forward();
            for (int k = 0; k < 2; k++) {
                for (int i = 0; i < ProgramTrial.POINTS; i++) {
                    double wanted = trial.walk(i, -1, 0).evaluate(trial.expressions.get(k));
                    double bound = EPS * trial.dual(k, i, trial.leaves().get(0)).error();
                    assertClose(wanted, trial.scratch.output(k)[i], 1e-13, bound, "seed " + seed + ", output " + k);
                    sharp += bound <= 1e-13 * Math.abs(wanted) ? 1 : 0;
                }
            }
        }
        assertTrue(sharp > 0.9 * TRIALS * 2 * ProgramTrial.POINTS, "sharp comparisons: " + sharp);
    }

    @Test
    void adjointsAgreeWithForwardDualNumbers() {
        int sharp = 0;
        int total = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            ProgramTrial trial = new ProgramTrial(seed);
            trial.forward();
            for (int k = 0; k < 2; k++) {
                trial.program.reverse(k, ProgramTrial.POINTS, trial.scratch);
                for (int j = 0; j < trial.leaves().size(); j++) {
                    sharp += checkAdjoint(trial, k, j, trial.adjoint(j), "seed " + seed);
                    total += ProgramTrial.POINTS;
                }
            }
        }
        assertTrue(sharp > 0.9 * total, "sharp comparisons: " + sharp + " of " + total);
    }

    /** Returns at how many points the tolerance is a relative 1e-12 (or the derivative exactly zero). */
    private static int checkAdjoint(ProgramTrial trial, int k, int j, double[] adjoint, String where) {
        int sharp = 0;
        for (int i = 0; i < ProgramTrial.POINTS; i++) {
            DualNumbers.Dual d = trial.dual(k, i, trial.leaves().get(j));
            double bound = EPS * (d.slopeError() + 16 * d.magnitude());
            assertClose(
                    d.slope(),
                    adjoint[i],
                    1e-12,
                    bound,
                    where + ", output " + k + ", leaf " + trial.leaves().get(j));
            sharp += bound <= 1e-12 * Math.abs(d.slope()) || bound == 0 ? 1 : 0;
        }
        return sharp;
    }

    private static void assertClose(double wanted, double got, double relative, double bound, String where) {
        if (Double.isFinite(wanted) || Double.isFinite(got)) {
            assertEquals(wanted, got, relative * Math.abs(wanted) + bound, where);
        }
    }

    @Test
    void adjointsAgreeWithCentralDifferences() {
        int resolved = 0;
        int total = 0;
        for (int seed = 0; seed < TRIALS; seed++) {
            ProgramTrial trial = new ProgramTrial(seed);
            trial.forward();
            for (int k = 0; k < 2; k++) {
                trial.program.reverse(k, ProgramTrial.POINTS, trial.scratch);
                for (int j = 0; j < trial.leaves().size(); j++) {
                    double coarse = difference(trial, k, j, 1e-4);
                    double fine = difference(trial, k, j, 5e-5);
                    double extrapolated = (4 * fine - coarse) / 3;
                    double tolerance = 1e-6 * (1e-2 + Math.abs(extrapolated));
                    total++;
                    if (Math.abs(fine - coarse) < 100 * tolerance) {
                        resolved++;
                        assertEquals(extrapolated, trial.adjoint(j)[0], tolerance, "seed " + seed + ", leaf " + j);
                    }
                }
            }
        }
        assertTrue(resolved > 0.9 * total, "differences that have converged: " + resolved + " of " + total);
    }

    private static double difference(ProgramTrial trial, int k, int j, double h) {
        double up = trial.walk(0, j, h).evaluate(trial.expressions.get(k));
        double down = trial.walk(0, j, -h).evaluate(trial.expressions.get(k));
        return (up - down) / (2 * h);
    }

    @Test
    void seedsWeightTheOutputsInOneSweep() {
        Random random = new Random(7);
        for (int seed = 0; seed < TRIALS; seed++) {
            ProgramTrial trial = new ProgramTrial(seed);
            trial.forward();
            int n = ProgramTrial.POINTS;
            double[][] seeds = {random.doubles(n).toArray(), random.doubles(n).toArray()};
            double[][] wanted = new double[trial.leaves().size()][n];
            double[][] size = new double[trial.leaves().size()][n];
            for (int k = 0; k < 2; k++) {
                trial.program.reverse(k, n, trial.scratch);
                for (int j = 0; j < wanted.length; j++) {
                    for (int i = 0; i < n; i++) {
                        wanted[j][i] += seeds[k][i] * trial.adjoint(j)[i];
                        DualNumbers.Dual d = trial.dual(k, i, trial.leaves().get(j));
                        size[j][i] += EPS * 8 * (d.slopeError() + 16 * d.magnitude());
                    }
                }
            }
            trial.program.reverse(seeds, n, trial.scratch);
            for (int j = 0; j < wanted.length; j++) {
                for (int i = 0; i < n; i++) {
                    assertClose(wanted[j][i], trial.adjoint(j)[i], 1e-13, size[j][i], "seed " + seed + ", leaf " + j);
                }
            }
        }
    }

    /** A checker that lets a wrong rule pass proves nothing: here it meets adjoints of a product rule that lost a factor. */
    @Test
    void aWrongProductRuleIsCaught() {
        ProgramTrial trial = new ProgramTrial(
                3,
                List.of(ProgramExpressions.U
                        .times(ProgramExpressions.V)
                        .times(ProgramExpressions.U.d(ProgramExpressions.X))));
        trial.forward();
        trial.program.reverse(0, ProgramTrial.POINTS, trial.scratch);
        for (int j = 0; j < 3; j++) {
            int leaf = j;
            assertEquals(ProgramTrial.POINTS, checkAdjoint(trial, 0, j, trial.adjoint(j), "right"));
            double[] lostFactor = trial.states[(j + 1) % 3];
            assertThrows(AssertionError.class, () -> checkAdjoint(trial, 0, leaf, lostFactor, "wrong"));
        }
    }

    @Test
    void anAdjointWrongInTheTenthDigitIsCaught() {
        int caught = 0;
        int tried = 0;
        for (int seed = 0; seed < 50; seed++) {
            ProgramTrial trial = new ProgramTrial(seed);
            trial.forward();
            trial.program.reverse(0, ProgramTrial.POINTS, trial.scratch);
            for (int j = 0; j < trial.leaves().size(); j++) {
                double[] wrong = trial.adjoint(j).clone();
                if (wrong[0] != 0) {
                    wrong[0] *= 1 + 1e-10;
                    tried++;
                    caught += isCaught(trial, j, wrong) ? 1 : 0;
                }
            }
        }
        assertTrue(tried > 100 && caught > 0.95 * tried, caught + " of " + tried);
    }

    private static boolean isCaught(ProgramTrial trial, int leaf, double[] adjoint) {
        try {
            checkAdjoint(trial, 0, leaf, adjoint, "");
            return false;
        } catch (AssertionError error) {
            return true;
        }
    }
}
