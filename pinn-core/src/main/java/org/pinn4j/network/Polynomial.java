package org.pinn4j.network;

/** Polynomials as coefficient arrays, constant term first. */
final class Polynomial {
    private Polynomial() {}

    static double[] derivative(double[] p) {
        double[] d = new double[Math.max(1, p.length - 1)];
        for (int j = 1; j < p.length; j++) {
            d[j - 1] = j * p[j];
        }
        return d;
    }

    static double[] plus(double[] p, double[] q) {
        double[] sum = new double[Math.max(p.length, q.length)];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = (j < p.length ? p[j] : 0) + (j < q.length ? q[j] : 0);
        }
        return sum;
    }

    static double[] times(double[] p, double[] q) {
        double[] product = new double[p.length + q.length - 1];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < q.length; j++) {
                product[i + j] += p[i] * q[j];
            }
        }
        return product;
    }

    /** out = p(y)·factor, by Horner's rule, one vector pass per coefficient. */
    static void evaluate(double[] p, int n, double[] y, double[] factor, double[] out) {
        double leading = p[p.length - 1];
        for (int i = 0; i < n; i++) {
            out[i] = leading;
        }
        for (int j = p.length - 2; j >= 0; j--) {
            double c = p[j];
            for (int i = 0; i < n; i++) {
                out[i] = out[i] * y[i] + c;
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] *= factor[i];
        }
    }
}
