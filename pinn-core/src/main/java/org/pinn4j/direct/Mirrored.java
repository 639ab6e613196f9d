package org.pinn4j.direct;

import java.util.List;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.PointSet;

/**
 * Where networks are judged that know one half of a symmetric solution: at the mirror images of points of the other half, at
 * which residuals have the same size. What is said of the end of the other half alone follows from the symmetry, in a form that
 * may have another sign, and is left out.
 * @param axes of points
 * @param periodic those on which a solution repeats
 */
record Mirrored(List<Fold> folds, List<Axis> axes, List<Axis> periodic) {
    /** Whether a region is an end of the half that is not known. */
    boolean leavesOut(Region region) {
        return folds.stream()
                .anyMatch(fold -> region.face()
                        .filter(f -> f.axis().equals(fold.axis()) && f.side() == Region.Side.MIN)
                        .isPresent());
    }

    PointSet images(PointSet points) {
        int n = points.count();
        double[] x = points.coordinates();
        double[] normals = points.hasNormals() ? points.normals() : new double[0];
        for (Fold fold : folds) {
            int at = axes.indexOf(fold.axis()) * n;
            for (int i = at; i < at + n; i++) {
                double near = nearest(fold, x[i]);
                boolean mirrored = near < fold.centre();
                x[i] = mirrored ? 2 * fold.centre() - near : near;
                if (mirrored && normals.length > 0) {
                    normals[i] = -normals[i];
                }
            }
        }
        PointSet images = PointSet.of(points.dimension(), x);
        return normals.length > 0 ? images.withNormals(normals) : images;
    }

    private double nearest(Fold fold, double x) {
        double period = fold.axis().length();
        double away = x - fold.centre();
        boolean far = periodic.contains(fold.axis()) && Math.abs(away) > period / 2;
        return far ? x - period * Math.rint(away / period) : x;
    }
}
