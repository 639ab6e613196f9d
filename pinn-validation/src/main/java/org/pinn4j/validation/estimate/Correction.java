package org.pinn4j.validation.estimate;

import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;

/** A solution plus what the defect equation adds to it. Immutable. */
record Correction(Solution solution, Values correction, double floor, String method) implements Reference {
    /** A function of the points, as {@link Reference#values}. */
    @FunctionalInterface
    interface Values {
        double[] values(Field field, double[] x, int n);
    }

    Correction withFloor(double newFloor) {
        return new Correction(solution, correction, newFloor, method);
    }

    @Override
    public String kind() {
        return "the solution corrected by " + method;
    }

    @Override
    public double[] values(Field field, double[] x, int n) {
        double[] sum = new double[n];
        Evaluator u = solution.evaluator(field);
        u.evaluate(x, n, sum, u.scratch());
        double[] e = correction.values(field, x, n);
        for (int i = 0; i < n; i++) {
            sum[i] += e[i];
        }
        return sum;
    }

    /** How far another correction is away on a grid, relative to this one, all fields together. */
    double distance(Correction other, Grid grid) {
        double difference = 0;
        double size = 0;
        int n = grid.size();
        double[] x = grid.coordinates(solution.problem().axes());
        for (Field field : solution.fields()) {
            double[] own = correction.values(field, x, n);
            double[] theirs = other.correction.values(field, x, n);
            for (int i = 0; i < n; i++) {
                difference += (own[i] - theirs[i]) * (own[i] - theirs[i]);
                size += own[i] * own[i];
            }
        }
        return difference == 0 ? 0 : Math.sqrt(difference / size);
    }
}
