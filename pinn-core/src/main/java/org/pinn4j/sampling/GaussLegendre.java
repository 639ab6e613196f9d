package org.pinn4j.sampling;

import org.pinn4j.args.Args;

/**
 * Gauss-Legendre quadrature on [0, 1]: exact for polynomials up to degree 2n − 1. Nodes by Newton's method on the three-term
 * recurrence of the Legendre polynomials. Source: Davis and Rabinowitz, Methods of Numerical Integration (1984), ch. 2.
 */
public final class GaussLegendre {
    /** Nodes that a rule has at most; above it the start of the iteration would have to be a better one. */
    public static final int MOST_NODES = 64;

    private GaussLegendre() {}

    /** @param node overwritten: increasing, in (0, 1) @param weight overwritten: of the same length, their sum is 1 */
    public static void rule(double[] node, double[] weight) {
        Args.given(node, "node", weight, "weight");
        int m = Args.within(1, MOST_NODES, node.length, "node.length");
        Args.exactly(m, weight, "weight");
        for (int k = 0; k < m; k++) {
            double z = Math.cos(Math.PI * (k + 0.75) / (m + 0.5));
            double slope = 0;
            for (int iteration = 0; iteration < 10; iteration++) {
                double before = 0;
                double p = 1;
                for (int j = 1; j <= m; j++) {
                    double next = ((2 * j - 1) * z * p - (j - 1) * before) / j;
                    before = p;
                    p = next;
                }
                slope = m * (z * p - before) / (z * z - 1);
                z -= p / slope;
            }
            node[m - 1 - k] = (1 + z) / 2;
            weight[m - 1 - k] = 1 / ((1 - z * z) * slope * slope);
        }
    }
}
