package org.pinn4j.validation.estimate;

import org.pinn4j.args.Args;
import org.pinn4j.pde.Field;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;

/** A solution plus what the defect equation adds to it. Immutable. */
record Correction(Values solution, Values correction, double floor, String method) implements Reference {
    /** A function of the points, as {@link Reference#values}; what it returns is only read. */
    @FunctionalInterface
    interface Values {
        double[] values(Field field, double[] x, int n);
    }

    static Correction of(Solution solution, Values correction, double floor, String method) {
        return new Correction((field, x, n) -> of(solution, field, x, n), correction, floor, method);
    }

    private static double[] of(Solution solution, Field field, double[] x, int n) {
        double[] values = new double[Args.within(0, x.length, n, "n")];
        Evaluator u = solution.evaluator(field);
        u.evaluate(x, n, values, u.scratch());
        return values;
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
        Args.given(field, "field", x, "x");
        double[] sum = solution.values(field, x, n).clone();
        double[] e = correction.values(field, x, n);
        for (int i = 0; i < n; i++) {
            sum[i] += e[i];
        }
        return sum;
    }
}
