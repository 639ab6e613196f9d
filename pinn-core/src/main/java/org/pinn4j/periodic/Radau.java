package org.pinn4j.periodic;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Collocation at the zeros of P_s − P_{s−1} on [−1, 1], the end among them and the start not: the implicit Runge-Kutta method
 * Radau IIA of s stages. It is stable for decay of any rate, damps what is too fast for it, and its end value has order 2s − 1.
 * Immutable.
 * Sources: Hairer and Wanner, Solving Ordinary Differential Equations II, §IV.5; Legendre's formulas.
 */
final class Radau {
    private static final int NEWTON = 50;

    private final double[] nodes;

    Radau(int stages) {
        nodes = new double[stages];
        for (int j = 0; j < stages; j++) {
            nodes[j] = j == stages - 1 ? 1 : node(stages, Math.cos(2 * Math.PI * (stages - 1 - j) / (2 * stages - 1)));
        }
    }

    private static double node(int s, double guess) {
        double x = guess;
        for (int k = 0; k < NEWTON; k++) {
            double[] p = legendre(s, x);
            double f = p[s] - p[s - 1];
            double slope = (slope(p, s, x) - slope(p, s - 1, x)) - f / (x - 1); // without the zero at the end
            double step = f / slope;
            x -= step;
            if (Math.abs(step) < 1e-16) {
                return x;
            }
        }
        return x;
    }

    private static double slope(double[] p, int n, double x) {
        return n == 0 ? 0 : n * (x * p[n] - p[n - 1]) / (x * x - 1);
    }

    /** P_0 .. P_n at x. */
    private static double[] legendre(int n, double x) {
        double[] p = new double[n + 2];
        p[0] = 1;
        p[1] = x;
        for (int k = 1; k <= n; k++) {
            p[k + 1] = ((2 * k + 1) * x * p[k] - k * p[k - 1]) / (k + 1);
        }
        return p;
    }

    int stages() {
        return nodes.length;
    }

    /** On [−1, 1], in order. */
    double[] nodes() {
        return nodes.clone();
    }

    /**
     * [i][j]: ∫ from −1 to node i of the polynomial that is one at node j and zero at the others. By Gauss's rule over the
     * polynomials of the nodes as they were rounded: formulas for exact nodes differ by 6e-15.
     */
    double[][] integrals() {
        int s = nodes.length;
        double[][] a = new double[s][s];
        double[] weights = barycentric(nodes);
        double[] row = new double[s];
        for (int i = 0; i < s; i++) {
            GaussIntegrator rule = new GaussIntegratorFactory().legendre(s / 2 + 1, -1, nodes[i]);
            for (int q = 0; q < rule.getNumberOfPoints(); q++) {
                row(rule.getPoint(q), nodes, weights, row);
                for (int j = 0; j < s; j++) {
                    a[i][j] += rule.getWeight(q) * row[j];
                }
            }
        }
        return a;
    }

    /** [points][1 + s]: values at points of the polynomial through its values at −1 and at the nodes. */
    double[][] interpolation(double[] points) {
        int s = nodes.length;
        double[] x = new double[s + 1];
        x[0] = -1;
        System.arraycopy(nodes, 0, x, 1, s);
        double[] barycentric = barycentric(x);
        double[][] rows = new double[points.length][s + 1];
        for (int i = 0; i < points.length; i++) {
            row(points[i], x, barycentric, rows[i]);
        }
        return rows;
    }

    private static double[] barycentric(double[] x) {
        double[] weights = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double product = 1;
            for (int k = 0; k < x.length; k++) {
                product *= k == j ? 1 : 2 * (x[j] - x[k]); // of capacity one, so that products stay in range
            }
            weights[j] = 1 / product;
        }
        return weights;
    }

    private static void row(double at, double[] x, double[] barycentric, double[] row) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            if (at == x[j]) {
                java.util.Arrays.fill(row, 0);
                row[j] = 1;
                return;
            }
            row[j] = barycentric[j] / (at - x[j]);
            sum += row[j];
        }
        for (int j = 0; j < x.length; j++) {
            row[j] /= sum;
        }
    }
}
