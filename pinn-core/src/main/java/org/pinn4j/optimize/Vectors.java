package org.pinn4j.optimize;

/** The few loops over flat vectors that BLAS has no name for. */
final class Vectors {
    private Vectors() {}

    /** Whether every entry is a number; the sum of x·0 is NaN as soon as one is not. */
    static boolean finite(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry * 0;
        }
        return sum == 0;
    }

    /** out = x + alpha·d; whether any entry differs from x. */
    static boolean move(double[] x, double alpha, double[] d, double[] out) {
        boolean moved = false;
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] + alpha * d[i];
            moved |= out[i] != x[i];
        }
        return moved;
    }

    /** out = x - y. */
    static void subtract(double[] x, double[] y, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i] - y[i];
        }
    }

    /** out = -x. */
    static void negate(double[] x, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = -x[i];
        }
    }

    static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    /** A copy of theta0 that has the objective's length and finite entries. */
    static double[] start(Objective objective, double[] theta0) {
        if (theta0.length != objective.parameters()) {
            throw new IllegalArgumentException(
                    "theta0: need %d parameters, got %d".formatted(objective.parameters(), theta0.length));
        }
        for (int i = 0; i < theta0.length; i++) {
            if (!Double.isFinite(theta0[i])) {
                throw new IllegalArgumentException(
                        "theta0[%d] = %s: need finite parameters; check the initialiser".formatted(i, theta0[i]));
            }
        }
        return theta0.clone();
    }
}
