package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.SpaceGrid;
import org.pinn4j.validation.evolution.Trajectory;

/** A trajectory on a grid as a function of space and time. */
record MovingCorrection(DiscreteSystem system, Trajectory trajectory, Axis time) {
    /** [n], at points [axes × n] in the order of the field's axes. */
    double[] values(Field field, double[] x, int n) {
        int moving = field.axes().indexOf(time);
        TreeMap<Double, List<Integer>> byTime = new TreeMap<>();
        IntStream.range(0, n)
                .forEach(i -> byTime.computeIfAbsent(x[moving * n + i], t -> new java.util.ArrayList<>())
                        .add(i));
        double[] result = new double[n];
        double[] y = new double[system.size()];
        SpaceGrid grid = system.grid();
        double[] point = new double[grid.axes().size()];
        byTime.forEach((t, places) -> {
            trajectory.at(t, y);
            double[] nodal = system.values(field, y);
            for (int i : places) {
                for (int a = 0; a < point.length; a++) {
                    point[a] = x[field.axes().indexOf(grid.axes().get(a).axis()) * n + i];
                }
                result[i] = grid.interpolation(point).apply(nodal);
            }
        });
        return result;
    }
}
