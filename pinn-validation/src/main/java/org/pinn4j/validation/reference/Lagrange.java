package org.pinn4j.validation.reference;

/** Weights of polynomial interpolation on a few nodes. */
final class Lagrange {
    private Lagrange() {}

    /** w[k] = Π (x - node[j]) / (node[k] - node[j]) over j ≠ k, for the w.length nodes from {@code first}; 0 and 1 exactly at a node. */
    static void weights(double[] nodes, int first, double x, double[] w) {
        for (int k = 0; k < w.length; k++) {
            double product = 1;
            for (int j = 0; j < w.length; j++) {
                if (j != k) {
                    product *= (x - nodes[first + j]) / (nodes[first + k] - nodes[first + j]);
                }
            }
            w[k] = product;
        }
    }

    /** The same for the nodes first, first + 1, ... */
    static void weights(int first, double x, double[] w) {
        for (int k = 0; k < w.length; k++) {
            double product = 1;
            for (int j = 0; j < w.length; j++) {
                if (j != k) {
                    product *= (x - (first + j)) / (k - j);
                }
            }
            w[k] = product;
        }
    }
}
