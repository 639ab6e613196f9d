package org.pinn4j.loss;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Part;
import org.pinn4j.pde.Region;
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

    /** {@code each} children of every parent, brought back into the region; one that does not find back stays with its parent. */
    static PointSet of(PointSet parents, int each, Domain place, Region region, RandomStream random) {
        List<Axis> axes = place.axes().stream().map(place::extent).toList();
        int n = parents.count() * each;
        double[] x = new double[axes.size() * n];
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            for (int i = 0; i < n; i++) {
                double length = LARGEST * Math.pow(10, -DECADES * random.nextDouble());
                double moved = parents.coordinate(a, i / each) + axis.length() * length * (2 * random.nextDouble() - 1);
                x[a * n + i] = moved;
            }
        }
        bring(place.geometry(region), parents, each, x);
        return PointSet.of(axes.size(), x);
    }

    private static void bring(Part part, PointSet parents, int each, double[] x) {
        int n = parents.count() * each;
        double[] point = new double[parents.dimension()];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < point.length; a++) {
                point[a] = x[a * n + i];
            }
            boolean found = part.bring(point);
            for (int a = 0; a < point.length; a++) {
                x[a * n + i] = found ? point[a] : parents.coordinate(a, i / each);
            }
        }
    }
}
