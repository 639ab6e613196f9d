package org.pinn4j.validation.paths;

/**
 * Means and sums of squared distances from them, of numbers and of what halving the steps changes them by.
 * Source: Chan, Golub, LeVeque, The American Statistician 37 (1983) 242.
 */
record Moments(long count, double mean, double squares, double shift, double shiftSquares) {
    static final Moments NONE = new Moments(0, 0, 0, 0, 0);

    static Moments of(double value, double shift) {
        return new Moments(1, value, 0, shift, 0);
    }

    Moments and(Moments o) {
        if (count == 0) {
            return o;
        }
        double n = (double) count + o.count;
        double by = o.mean - mean;
        double byShift = o.shift - shift;
        double common = count * (o.count / n);
        return new Moments(
                count + o.count,
                mean + by * (o.count / n),
                squares + o.squares + by * by * common,
                shift + byShift * (o.count / n),
                shiftSquares + o.shiftSquares + byShift * byShift * common);
    }

    /** Of the mean. */
    double standardError() {
        return Math.sqrt(squares / (count - 1) / count);
    }

    /** Of the mean shift. */
    double shiftError() {
        return Math.sqrt(shiftSquares / (count - 1) / count);
    }
}
