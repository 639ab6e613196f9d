package org.pinn4j.loss;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;

/**
 * Candidates near points whose residual is large: each parent is moved by a random step of random length, from a tenth of an
 * axis down to a ten-thousandth, along each axis by itself. Uniform candidates alone do not see a layer much thinner than
 * their spacing; a parent at its foot sends children across it, whatever its place, direction and width.
 */
final class Offspring {
    private static final double LARGEST = 0.1;
    private static final double DECADES = 3;

    private Offspring() {}

    /** {@code each} children of every parent, reflected into the box. */
    static PointSet of(PointSet parents, int each, List<Axis> axes, RandomStream random) {
        int n = parents.count() * each;
        double[] x = new double[axes.size() * n];
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            for (int i = 0; i < n; i++) {
                double length = LARGEST * Math.pow(10, -DECADES * random.nextDouble());
                double moved = parents.coordinate(a, i / each) + axis.length() * length * (2 * random.nextDouble() - 1);
                x[a * n + i] = inside(moved, axis);
            }
        }
        return PointSet.of(axes.size(), x);
    }

    private static double inside(double x, Axis axis) {
        double reflected = x < axis.min() ? 2 * axis.min() - x : x > axis.max() ? 2 * axis.max() - x : x;
        return Math.min(Math.max(reflected, axis.min()), axis.max());
    }
}
