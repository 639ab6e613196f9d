package org.pinn4j.direct;

import java.util.List;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.ansatz.Folding;
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
        Folding folding = new Folding(folds, axes, periodic);
        boolean[] mirrored = new boolean[folding.size()];
        for (int i = 0; i < n; i++) {
            folding.fold(x, n, i, mirrored);
            for (int k = 0; k < mirrored.length && normals.length > 0; k++) {
                normals[folding.axis(k) * n + i] *= mirrored[k] ? -1 : 1;
            }
        }
        PointSet images = PointSet.of(points.dimension(), x);
        return normals.length > 0 ? images.withNormals(normals) : images;
    }
}
