package org.pinn4j.validation.reference;

/**
 * Central differences of even order 2m on equally spaced points, as weights of the points 0..m to the right; a first
 * derivative is odd in them, a second one even.
 * Source: Fornberg, Math. Comp. 51 (1988) 699; these are its closed forms for central points.
 */
final class Stencil {
    private final double[] first;
    private final double[] second;

    private Stencil(double[] first, double[] second) {
        this.first = first;
        this.second = second;
    }

    /** @param order of accuracy, even and at least 2 */
    static Stencil central(int order) {
        if (order < 2 || order % 2 != 0) {
            throw new IllegalArgumentException("central stencil: need an even order of at least 2, got " + order);
        }
        int m = order / 2;
        double[] first = new double[m + 1];
        double[] second = new double[m + 1];
        double share = 1;
        for (int j = 1; j <= m; j++) {
            share *= -(m - j + 1.0) / (m + j); // (-1)^j m!² / ((m-j)! (m+j)!)
            first[j] = -share / j;
            second[j] = -2 * share / ((double) j * j);
            second[0] -= 2 * second[j];
        }
        return new Stencil(first, second);
    }

    /** Points that a derivative reaches to either side. */
    int reach() {
        return first.length - 1;
    }

    /** h·u' at u[at]. */
    double first(double[] u, int at) {
        double sum = 0;
        for (int j = 1; j < first.length; j++) {
            sum += first[j] * (u[at + j] - u[at - j]);
        }
        return sum;
    }

    /** h²·u'' at u[at]. */
    double second(double[] u, int at) {
        return second(u, at, 1);
    }

    /** h²·u'' at u[at] along points that lie {@code stride} apart. */
    double second(double[] u, int at, int stride) {
        double sum = second[0] * u[at];
        for (int j = 1; j < second.length; j++) {
            sum += second[j] * (u[at + j * stride] + u[at - j * stride]);
        }
        return sum;
    }
}
