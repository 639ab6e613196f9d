package org.pinn4j.validation.estimate;

import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.pinn4j.pde.Axis;

/**
 * Points on a box for integrals and largest values: Gauss-Legendre nodes of order {@value #ORDER} on equal panels of each axis, and
 * both ends with weight zero. Immutable.
 * @param weights [n]
 * @param x [axes × n]
 */
record Nodes(double[] x, double[] weights) {
    private static final int ORDER = 6;

    int count() {
        return weights.length;
    }

    /** Nodes and weights on one axis. */
    static double[][] line(double min, double max, int panels) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(ORDER);
        int n = panels * ORDER + 2;
        double[] nodes = new double[n];
        double[] weights = new double[n];
        double width = (max - min) / panels;
        for (int p = 0; p < panels; p++) {
            for (int k = 0; k < ORDER; k++) {
                nodes[1 + p * ORDER + k] = min + width * (p + 0.5 + 0.5 * rule.getPoint(k));
                weights[1 + p * ORDER + k] = 0.5 * width * rule.getWeight(k);
            }
        }
        nodes[0] = min;
        nodes[n - 1] = max;
        return new double[][] {nodes, weights};
    }

    /** The tensor product; one point of weight 1 without axes. */
    static Nodes on(List<Axis> axes, int panels) {
        return product(axes.stream().map(a -> line(a.min(), a.max(), panels)).toArray(double[][][]::new));
    }

    /** The same on the face of one axis. */
    static Nodes onFace(List<Axis> axes, Axis across, double coordinate, int panels) {
        return product(axes.stream()
                .map(a -> a.equals(across) ? new double[][] {{coordinate}, {1}} : line(a.min(), a.max(), panels))
                .toArray(double[][][]::new));
    }

    private static Nodes product(double[][][] lines) {
        int n = 1;
        for (double[][] line : lines) {
            n *= line[0].length;
        }
        double[] x = new double[lines.length * n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            int rest = i;
            weights[i] = 1;
            for (int a = 0; a < lines.length; a++) {
                int k = rest % lines[a][0].length;
                rest /= lines[a][0].length;
                x[a * n + i] = lines[a][0][k];
                weights[i] *= lines[a][1][k];
            }
        }
        return new Nodes(x, weights);
    }
}
