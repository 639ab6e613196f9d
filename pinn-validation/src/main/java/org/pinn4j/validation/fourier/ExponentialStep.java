package org.pinn4j.validation.fourier;

/**
 * The exponential Runge-Kutta method of order 4 for u' = L u + N(u) with L a number for each mode: exact for N = 0, so that no step is
 * too long for the highest waves. Its coefficients are differences that cancel where hL is small; they are means over a circle
 * about hL. Sources: Cox, Matthews, J. Comput. Phys. 176 (2002) 430; Kassam, Trefethen, SIAM J. Sci. Comput. 26 (2005) 1214.
 */
final class ExponentialStep {
    /** On the upper half of the circle; the lower one is its conjugate. */
    private static final int POINTS = 16;

    private final double step;
    private final double[] whole;
    private final double[] half;
    private final double[] stage;
    private final double[] first;
    private final double[] middle;
    private final double[] last;

    /** @param symbol L by mode */
    ExponentialStep(double[] symbol, double step) {
        int n = symbol.length;
        this.step = step;
        this.whole = new double[n];
        this.half = new double[n];
        this.stage = new double[n];
        this.first = new double[n];
        this.middle = new double[n];
        this.last = new double[n];
        for (int k = 0; k < n; k++) {
            whole[k] = Math.exp(step * symbol[k]);
            half[k] = Math.exp(step * symbol[k] / 2);
            for (int j = 0; j < POINTS; j++) {
                double angle = Math.PI * (j + 0.5) / POINTS;
                add(k, step * symbol[k] + Math.cos(angle), Math.sin(angle));
            }
        }
    }

    /** One point z = x + iy of the circle. */
    private void add(int k, double x, double y) {
        double weight = step / POINTS;
        double e = Math.exp(x);
        double er = e * Math.cos(y);
        double ei = e * Math.sin(y);
        double h = Math.exp(x / 2);
        double qr = x * x - y * y; // z²
        double qi = 2 * x * y;
        double cr = qr * x - qi * y; // z³
        double ci = qr * y + qi * x;
        stage[k] += weight * quotient(h * Math.cos(y / 2) - 1, h * Math.sin(y / 2), x, y);
        first[k] += weight
                * quotient(
                        -4 - x + er * (4 - 3 * x + qr) - ei * (qi - 3 * y),
                        -y + er * (qi - 3 * y) + ei * (4 - 3 * x + qr),
                        cr,
                        ci);
        middle[k] += weight * quotient(2 + x + er * (x - 2) - ei * y, y + er * y + ei * (x - 2), cr, ci);
        last[k] +=
                weight * quotient(-4 - 3 * x - qr + er * (4 - x) + ei * y, -3 * y - qi - er * y + ei * (4 - x), cr, ci);
    }

    /** The real part of (a + ib)/(c + id). */
    private static double quotient(double a, double b, double c, double d) {
        return (a * c + b * d) / (c * c + d * d);
    }

    /** Of the first two stages: e^(hL/2) u + Q N. @param out overwritten */
    void half(double[] u, double[] n, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = half[k] * u[k] + stage[k] * n[k];
        }
    }

    /** The third stage, from the first: e^(hL/2) a + Q (2 N(b) − N(u)). @param out overwritten */
    void third(double[] a, double[] nb, double[] nu, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = half[k] * a[k] + stage[k] * (2 * nb[k] - nu[k]);
        }
    }

    /** The step. @param u overwritten by its end */
    void end(double[] u, double[] nu, double[] na, double[] nb, double[] nc) {
        for (int k = 0; k < u.length; k++) {
            u[k] = whole[k] * u[k] + first[k] * nu[k] + 2 * middle[k] * (na[k] + nb[k]) + last[k] * nc[k];
        }
    }
}
