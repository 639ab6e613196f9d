package org.pinn4j.problems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;

/**
 * A truth of which some fields are known up to a constant, at each time another: it takes the one that is nearest to a solution,
 * so that a comparison sees differences without their mean over the points at that time. Immutable.
 */
record MeansOff(Reference truth, Solution solution, List<Field> free) implements Reference {
    @Override
    public String kind() {
        return truth.kind();
    }

    @Override
    public boolean knows(Field field) {
        return truth.knows(field);
    }

    @Override
    public double floor() {
        return truth.floor();
    }

    @Override
    public Optional<double[]> derivative(Field field, Axis by, double[] x, int n) {
        return truth.derivative(field, by, x, n);
    }

    @Override
    public double[] values(Field field, double[] x, int n) {
        double[] values = truth.values(field, x, n);
        if (!free.contains(field)) {
            return values;
        }
        double[] found = new double[n];
        Evaluator evaluator = solution.evaluator(new Expr[] {field});
        evaluator.evaluate(x, n, found, evaluator.scratch());
        int time = timeOf(field);
        Map<Double, double[]> sums = new HashMap<>(); // by time: difference and count
        for (int i = 0; i < n; i++) {
            double[] sum = sums.computeIfAbsent(time < 0 ? 0.0 : x[time * n + i], t -> new double[2]);
            sum[0] += found[i] - values[i];
            sum[1]++;
        }
        for (int i = 0; i < n; i++) {
            double[] sum = sums.get(time < 0 ? 0.0 : x[time * n + i]);
            values[i] += sum[0] / sum[1];
        }
        return values;
    }

    /** Where among the axes of a field time stands; -1 for none. */
    private static int timeOf(Field field) {
        List<Axis> axes = field.axes();
        return axes.stream()
                .filter(Axis::isTime)
                .mapToInt(axes::indexOf)
                .findFirst()
                .orElse(-1);
    }
}
