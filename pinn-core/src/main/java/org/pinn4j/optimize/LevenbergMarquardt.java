package org.pinn4j.optimize;

import java.util.Objects;
import org.pinn4j.args.Args;

/**
 * Levenberg-Marquardt with Marquardt scaling and geodesic acceleration, on the normal equations: the method of choice for
 * sums of squares with up to a few thousand parameters.
 * <p>A step solves (JᵀJ + lambda·D) v = -Jᵀr and adds the second-order correction of Transtrum and Sethna, which follows
 * the curve that a straight step leaves. Cost of a step: one pass for JᵀJ (N·p² flops), p³/3 for each lambda tried, two
 * forward passes and one reverse pass. Memory: 2p².
 * Sources: Marquardt, SIAM J. 11 (1963) 431; Moré (1978), the scaling; Transtrum and Sethna, Improvements to the
 * Levenberg-Marquardt algorithm for nonlinear least-squares minimization, arXiv:1201.5885, the acceleration.
 */
public record LevenbergMarquardt(Settings settings) implements Optimizer {
    /**
     * The constants one may wish to change.
     * @param lambda the first damping, relative to the diagonal of JᵀJ
     * @param lambdaMax above it the method has stalled
     * @param scaleDecay how much of the largest diagonal seen survives a step
     * @param scaleFloor least entry of D, relative to its largest
     * @param geodesic whether the second-order correction is used
     * @param tries how many dampings one call of step() may try
     */
    public record Settings(
            double lambda, double lambdaMax, double scaleDecay, double scaleFloor, boolean geodesic, int tries) {
        public Settings {
            require(lambda > 0 && lambda < lambdaMax, "lambda", lambda, "0 < lambda < lambdaMax = " + lambdaMax);
            require(Double.isFinite(lambdaMax), "lambdaMax", lambdaMax, "a finite bound");
            require(scaleDecay >= 0 && scaleDecay <= 1, "scaleDecay", scaleDecay, "[0, 1]");
            require(scaleFloor >= 0 && scaleFloor < 1, "scaleFloor", scaleFloor, "[0, 1)");
            require(tries >= 1, "tries", tries, "at least 1");
        }

        /** What measured best on four equations: lambda 1e-2, decay 0.9, floor 1e-8, with acceleration. */
        public static Settings standard() {
            return new Settings(1e-2, 1e12, 0.9, 1e-8, true, 8);
        }

        public Settings withLambda(double first) {
            return new Settings(first, lambdaMax, scaleDecay, scaleFloor, geodesic, tries);
        }

        public Settings withScale(double decay, double floor) {
            return new Settings(lambda, lambdaMax, decay, floor, geodesic, tries);
        }

        public Settings withGeodesic(boolean used) {
            return new Settings(lambda, lambdaMax, scaleDecay, scaleFloor, used, tries);
        }

        private static void require(boolean holds, String name, double value, String wanted) {
            if (!holds) {
                throw new IllegalArgumentException(
                        "Levenberg-Marquardt: %s = %s, need %s".formatted(name, value, wanted));
            }
        }
    }

    public LevenbergMarquardt {
        Objects.requireNonNull(settings, "settings");
    }

    /** The standard settings. */
    public static LevenbergMarquardt standard() {
        return new LevenbergMarquardt(Settings.standard());
    }

    @Override
    public String name() {
        return "Levenberg-Marquardt";
    }

    @Override
    public LevenbergMarquardtState init(Objective objective, double[] theta0, Algebra algebra) {
        Args.given(objective, "objective", theta0, "theta0");
        Args.given(algebra, "algebra");
        return new LevenbergMarquardtState(this, LeastSquares.of(objective, this), theta0, algebra);
    }

    /** With the damping it has come to; one that has stalled begins with that of the settings again. */
    @Override
    public LevenbergMarquardt from(State state) {
        Args.given(state, "state");
        return state instanceof LevenbergMarquardtState s && s.lambda() < settings.lambdaMax()
                ? new LevenbergMarquardt(settings.withLambda(s.lambda()))
                : this;
    }
}
