package org.pinn4j.validation.paths;

import org.pinn4j.args.Args;

/**
 * A mean over paths at one point.
 * @param mean of so many paths
 * @param standardError of the mean, in the units of the answer
 * @param bias what the steps in time add: twice what the mean moves by when their number is halved, which for a method of first order
 *     tends to twice its error, and the 99 % of that move; 0 where paths are exact
 * @param paths how many
 * @param exact whether they have no bias
 * @param by how they were drawn
 */
public record PathMean(double mean, double standardError, double bias, long paths, boolean exact, String by) {
    /** Of 99 % of normal numbers. */
    public static final double Z99 = 2.5758293035489004;

    public PathMean {
        Args.given(by, "by");
    }

    /** Half the 99 % interval, with the bias. */
    public double halfWidth() {
        return Z99 * standardError + bias;
    }

    public double low() {
        return mean - halfWidth();
    }

    public double high() {
        return mean + halfWidth();
    }

    /** {@code 1.2345e+00 ± 2.1e-03 (99 %, 100000 paths by ...)}. */
    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%.6e ± %.1e (99 %%, %d %s)", mean, halfWidth(), paths, by);
    }
}
