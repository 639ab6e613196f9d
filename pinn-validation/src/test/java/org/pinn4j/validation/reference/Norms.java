package org.pinn4j.validation.reference;

import java.util.Random;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;

/** Distances between two references of one field. */
final class Norms {
    private Norms() {}

    static Field field(CatalogueProblem problem) {
        return problem.statement().fields().get(0);
    }

    /** Relative L2 on the grid of record. */
    static double onRecord(Reference a, Reference b, CatalogueProblem problem) {
        var points = problem.grid().points();
        return relative(a, b, field(problem), points.coordinates(), points.count());
    }

    /** Relative L2 over seeded random points of the domain. */
    static double atRandom(Reference a, Reference b, CatalogueProblem problem) {
        int n = 20_000;
        Random random = new Random(5);
        double[] x = new double[2 * n];
        for (int axis = 0; axis < 2; axis++) {
            Axis along = field(problem).axes().get(axis);
            for (int i = 0; i < n; i++) {
                x[axis * n + i] = along.min() + along.length() * random.nextDouble();
            }
        }
        return relative(a, b, field(problem), x, n);
    }

    private static double relative(Reference a, Reference b, Field field, double[] x, int n) {
        double[] left = a.values(field, x, n);
        double[] right = b.values(field, x, n);
        double error = 0;
        double norm = 0;
        for (int i = 0; i < n; i++) {
            error += (left[i] - right[i]) * (left[i] - right[i]);
            norm += right[i] * right[i];
        }
        return Math.sqrt(error / norm);
    }
}
