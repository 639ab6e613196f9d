package org.pinn4j.validation.estimate;

import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.pinn4j.pde.Axis;

/**
 * Points on a box for integrals and largest values: {@value #ORDER} Gauss-Legendre nodes on each panel of each axis, and both ends
 * with weight zero. {@link Panels} are narrow at ends, where the residual of a solution whose data do not fit together is large in
 * thin layers, and where the statement has pulses. Immutable.
 * @param weights [n]
 * @param x [axes × n]
 */
record Nodes(double[] x, double[] weights) {
    private static final int ORDER = 6;

    int count() {
        return weights.length;
    }

    /** Nodes and weights on one axis. */
    static double[][] line(Axis axis, Panels panels) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(ORDER);
        double[] edges = panels.edges(axis);
        double min = axis.min();
        double max = axis.max();
        int n = (edges.length - 1) * ORDER + 2;
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int p = 0; p + 1 < edges.length; p++) {
            double from = edges[p];
            double width = edges[p + 1] - from;
            for (int k = 0; k < ORDER; k++) {
                nodes[1 + p * ORDER + k] = min + (max - min) * (from + width * (0.5 + 0.5 * rule.getPoint(k)));
                weights[1 + p * ORDER + k] = 0.5 * (max - min) * width * rule.getWeight(k);
            }
        }
        nodes[0] = min;
        nodes[n - 1] = max;
        return new double[][] {nodes, weights};
    }

    /** How many there are on a box. */
    static double count(List<Axis> axes, Panels panels) {
        return axes.stream()
                .mapToDouble(a -> (panels.edges(a).length - 1.0) * ORDER)
                .reduce(1, (a, b) -> a * b);
    }

    /** The tensor product; one point of weight 1 without axes. */
    static Nodes on(List<Axis> axes, Panels panels) {
        return product(axes.stream().map(a -> line(a, panels)).toArray(double[][][]::new));
    }

    /** The same on the face of one axis. */
    static Nodes onFace(List<Axis> axes, Axis across, double coordinate, Panels panels) {
        return product(axes.stream()
                .map(a -> a.equals(across) ? new double[][] {{coordinate}, {1}} : line(a, panels))
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
