package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.SpaceGrid;
import org.pinn4j.validation.discrete.StencilRow;
import org.pinn4j.validation.evolution.Trajectory;

/**
 * A trajectory on a grid as a function of space and time.
 * @param rough whether its steps were shorter than errors by rounding allow
 */
record MovingCorrection(DiscreteSystem system, Trajectory trajectory, Axis time, boolean rough) {
    /** [n], at points [axes × n] in the order of the field's axes. */
    double[] values(Field field, double[] x, int n) {
        int moving = field.axes().indexOf(time);
        TreeMap<Double, List<Integer>> byTime = new TreeMap<>();
        IntStream.range(0, n)
                .forEach(i -> byTime.computeIfAbsent(x[moving * n + i], t -> new ArrayList<>())
                        .add(i));
        double[] result = new double[n];
        double[] y = new double[system.size()];
        SpaceGrid grid = system.grid();
        int[] axes = grid.axes().stream()
                .mapToInt(a -> field.axes().indexOf(a.axis()))
                .toArray();
        Map<List<Double>, StencilRow> rows = new HashMap<>(); // points in space come again at other times
        byTime.forEach((t, places) -> {
            state(t, y);
            double[] nodal = system.values(field, y);
            for (int i : places) {
                List<Double> point =
                        Arrays.stream(axes).mapToObj(a -> x[a * n + i]).toList();
                result[i] =
                        rows.computeIfAbsent(point, p -> interpolation(grid, p)).apply(nodal);
            }
        });
        return result;
    }

    private void state(double t, double[] y) {
        if (rough) {
            trajectory.byValues(t, y);
        } else {
            trajectory.at(t, y);
        }
    }

    private static StencilRow interpolation(SpaceGrid grid, List<Double> point) {
        return grid.interpolation(
                point.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
