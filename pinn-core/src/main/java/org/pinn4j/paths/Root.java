package org.pinn4j.paths;

/** σ with σσᵀ = a: the lower triangle of Cholesky, columns of zeros where a is singular. */
final class Root {
    /** Of the largest entry on the diagonal: what is less is zero up to round-off. */
    private static final double ROUND_OFF = 1e-12;

    private Root() {}

    /**
     * @param a [d × d], its lower triangle overwritten by σ
     * @return whether a is positive semidefinite
     */
    static boolean of(int d, double[] a) {
        double largest = 0;
        for (int i = 0; i < d; i++) {
            largest = Math.max(largest, Math.abs(a[i + d * i]));
        }
        double zero = ROUND_OFF * d * largest;
        for (int j = 0; j < d; j++) {
            double pivot = a[j + d * j];
            if (!(pivot >= -zero)) { // written so that NaN fails too
                return false;
            }
            double root = pivot > zero ? Math.sqrt(pivot) : 0;
            a[j + d * j] = root;
            for (int i = j + 1; i < d; i++) {
                if (root == 0) {
                    if (Math.abs(a[i + d * j]) > Math.sqrt(zero * largest)) { // |a_ij|² ≤ a_ii a_jj
                        return false;
                    }
                    a[i + d * j] = 0;
                } else {
                    a[i + d * j] /= root;
                }
            }
            for (int k = j + 1; k < d && root > 0; k++) {
                double l = a[k + d * j];
                for (int i = k; i < d; i++) {
                    a[i + d * k] -= a[i + d * j] * l;
                }
            }
        }
        return true;
    }
}
