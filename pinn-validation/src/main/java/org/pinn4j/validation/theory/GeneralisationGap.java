package org.pinn4j.validation.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.pinn4j.args.Args;

/**
 * Residuals of trained networks on the points that they were trained on, and on others. Immutable.
 * @param points N, drawn independently
 * @param perParameter N/p
 * @param training root mean square residual on those points, median over the seeds
 * @param heldOut the same on many other points
 * @param ratio of the two, median over the seeds
 */
public record GeneralisationGap(int points, double perParameter, double training, double heldOut, double ratio) {
    private static final int HELD_OUT = 4096;

    /**
     * Trains one network on N points for each N and seed. With fewer points than parameters it can meet them all, whatever it does between
     * them; with many more the two residuals must agree, because the mean over N points has a relative deviation of order N^(−1/2).
     */
    public static List<GeneralisationGap> of(FixedNetwork network, int[] sizes, long[] seeds, int steps) {
        Args.given(network, "network", sizes, "sizes");
        Args.given(seeds, "seeds");
        Args.atLeast(1, seeds.length, "seeds");
        List<GeneralisationGap> rows = new ArrayList<>();
        for (int n : sizes) {
            List<double[]> pairs = new ArrayList<>();
            for (long seed : seeds) {
                var training = network.loss(n, seed, "training");
                double[] theta = network.train(training, network.start(seed), steps);
                pairs.add(new double[] {
                    FixedNetwork.rms(training, theta), FixedNetwork.rms(network.loss(HELD_OUT, seed, "held out"), theta)
                });
            }
            rows.add(new GeneralisationGap(
                    n,
                    (double) n / network.parameters(),
                    median(pairs, p -> p[0]),
                    median(pairs, p -> p[1]),
                    median(pairs, p -> p[1] / p[0])));
        }
        return List.copyOf(rows);
    }

    private static double median(List<double[]> pairs, ToDoubleFunction<double[]> figure) {
        double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        int n = sorted.length;
        return Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElse(Double.NaN);
    }
}
