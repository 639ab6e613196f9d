package org.pinn4j.validation.reference;

import org.pinn4j.pde.Axis;

/**
 * Equal intervals of σ in [0, 1] on an axis, with x = min + L·(σ + c/2π·sin 2πσ). The map is odd about both ends and the
 * middle, hence keeps every reflection and the wrap.
 * @param cells number of intervals
 * @param clustering c in (-1, 1): spacing at the middle is 1 - c of the mean, at the ends 1 + c
 */
record Line(Axis axis, int cells, double clustering) {
    /** A point nearer to a node than this, in intervals, is the node: its coordinate was inverted with rounding. */
    private static final double NODE = 1e-10;

    Line {
        if (cells < 2 || !(Math.abs(clustering) < 1)) {
            throw new IllegalArgumentException(
                    "line on %s: need 2 or more cells and a clustering in (-1, 1), got %d and %s"
                            .formatted(axis, cells, clustering));
        }
    }

    /** The same line with another number of cells. */
    Line withCells(int newCells) {
        return new Line(axis, newCells, clustering);
    }

    double x(double sigma) {
        return axis.min() + axis.length() * (sigma + clustering / (2 * Math.PI) * Math.sin(2 * Math.PI * sigma));
    }

    /** dx/dσ. */
    double slope(double sigma) {
        return axis.length() * (1 + clustering * Math.cos(2 * Math.PI * sigma));
    }

    /** d²x/dσ². */
    double curvature(double sigma) {
        return -axis.length() * clustering * 2 * Math.PI * Math.sin(2 * Math.PI * sigma);
    }

    /**
     * The inverse of {@link #x}, by Newton's method inside a bracket.
     * @throws IllegalArgumentException if x is outside the axis
     */
    double sigma(double x) {
        if (!(axis.min() <= x && x <= axis.max())) {
            throw new IllegalArgumentException(
                    "reference: %s = %s is outside [%s, %s]".formatted(axis, x, axis.min(), axis.max()));
        }
        double low = 0;
        double high = 1;
        double sigma = (x - axis.min()) / axis.length();
        for (int step = 0; step < 100; step++) {
            double over = x(sigma) - x;
            low = over < 0 ? sigma : low;
            high = over > 0 ? sigma : high;
            double next = sigma - over / slope(sigma);
            next = next > low && next < high ? next : (low + high) / 2;
            if (over == 0 || Math.abs(next - sigma) <= 1e-16) {
                return sigma;
            }
            sigma = next;
        }
        return sigma;
    }

    /**
     * Weights of interpolation at x through as many nodes as {@code weights} has places, 1 and 0 at a node.
     * @return the first of these nodes; it may lie up to half of them beyond an end
     */
    int weights(double x, double[] weights) {
        double position = sigma(x) * cells;
        double nearest = Math.rint(position);
        if (Math.abs(position - nearest) < NODE) {
            position = nearest;
        }
        int first = (int) Math.floor(position) - weights.length / 2 + 1;
        Lagrange.weights(first, position, weights);
        return first;
    }
}
