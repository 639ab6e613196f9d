package org.pinn4j.validation.order;

/** Error estimates from solutions on three levels of refinement. */
public final class Richardson {
    /** Below this ratio of successive differences the levels say nothing about the order, and the difference itself is taken. */
    private static final double LEAST_RATIO = 2;

    private Richardson() {}

    /**
     * Error of the finest of three solutions: fine / (r - 1), where r = coarse / fine is the observed factor per refinement,
     * held between 2 and {@code greatestRatio}. A ratio above the theoretical one is luck and is not used.
     * Source: Roache, Verification and Validation in Computational Science and Engineering (1998), chapter 5.
     * @param coarse norm of the difference between the coarsest solution and the middle one
     * @param fine norm of the difference between the middle solution and the finest
     * @param greatestRatio by which a refinement divides the error in theory, 2^order for halved steps
     */
    public static double error(double coarse, double fine, double greatestRatio) {
        if (!(coarse >= 0 && fine >= 0 && greatestRatio >= LEAST_RATIO)) {
            throw new IllegalArgumentException(
                    "Richardson: need differences >= 0 and a ratio of at least 2, got %s, %s, %s"
                            .formatted(coarse, fine, greatestRatio));
        }
        double ratio = fine == 0 ? greatestRatio : coarse / fine;
        return fine / (Math.min(Math.max(ratio, LEAST_RATIO), greatestRatio) - 1);
    }
}
