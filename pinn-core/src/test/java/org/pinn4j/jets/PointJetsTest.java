package org.pinn4j.jets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backends;

class PointJetsTest {
    /** Every architecture, activation and order of the trials; the one sums in another order than the other. */
    @Test
    void oneByOneThePointsHaveTheJetsOfTheirTile() {
        for (long seed = 0; seed < 300; seed++) {
            JetTrial trial = new JetTrial(seed, 1, 4);
            double[] input = inputs(trial);
            NetworkJets tile = new NetworkJets(
                    trial.network,
                    0,
                    trial.plan,
                    trial.n,
                    Backends.select("java").blas());
            PointJets points = new PointJets(trial.network, 0, trial.plan, trial.n);
            tile.forward(trial.theta, input, 3, trial.n);
            points.forward(trial.theta, input, 3, trial.n);
            int count = trial.outputs * trial.plan.channels() * trial.n;
            double scale = 1;
            for (int k = 0; k < count; k++) {
                scale = Math.max(scale, Math.abs(tile.output()[k]));
            }
            for (int k = 0; k < count; k++) {
                assertEquals(tile.output()[k], points.output()[k], 1e-13 * scale, "seed " + seed + ", " + trial);
            }
        }
    }

    /** The coordinates as jets, [axes · C · n] from 3 on: value, and one in the channel of their own axis. */
    private static double[] inputs(JetTrial trial) {
        int channels = trial.plan.channels();
        double[] input = new double[3 + trial.axes * channels * trial.n];
        for (int a = 0; a < trial.axes; a++) {
            System.arraycopy(trial.x, a * trial.n, input, 3 + a * channels * trial.n, trial.n);
            for (int c = 0; c < channels; c++) {
                boolean own =
                        !trial.plan.isCollapsed(c) && trial.plan.index(c).equals(DerivativePlan.unit(trial.axes, a));
                for (int i = 0; own && i < trial.n; i++) {
                    input[3 + (a * channels + c) * trial.n + i] = 1;
                }
            }
        }
        return input;
    }
}
