package org.pinn4j.validation.discrete;

/** Weights of derivatives on arbitrary nodes. Source: Fornberg, Math. Comp. 51 (1988) 699, the algorithm of its section 3. */
final class Fornberg {
    private Fornberg() {}

    /**
     * Weights w with Σ w[k]·u(x[k]) = u⁽ᵐ⁾(z) for every polynomial u of a degree below x.length.
     * @param m the derivative, below x.length
     */
    static double[] weights(double z, double[] x, int m) {
        int n = x.length;
        double[][] c = new double[n][m + 1];
        c[0][0] = 1;
        double c1 = 1;
        double c4 = x[0] - z;
        for (int i = 1; i < n; i++) {
            double c2 = 1;
            double c5 = c4;
            c4 = x[i] - z;
            for (int j = 0; j < i; j++) {
                double c3 = x[i] - x[j];
                c2 *= c3;
                if (j == i - 1) {
                    for (int k = Math.min(i, m); k >= 0; k--) {
                        c[i][k] = c1 * ((k == 0 ? 0 : k * c[i - 1][k - 1]) - c5 * c[i - 1][k]) / c2;
                    }
                }
                for (int k = Math.min(i, m); k >= 0; k--) {
                    c[j][k] = (c4 * c[j][k] - (k == 0 ? 0 : k * c[j][k - 1])) / c3;
                }
            }
            c1 = c2;
        }
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            weights[k] = c[k][m];
        }
        return weights;
    }
}
