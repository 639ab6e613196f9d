package org.pinn4j.validation.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;

/** A solution on the points of a grid, evaluated once, and the sizes of corrections there. Belongs to one thread. */
final class OnGrid {
    private final List<Field> fields;
    private final List<Axis> axes;
    private final Grid grid;
    private final int n;
    private final Map<List<Axis>, double[]> points = new HashMap<>();
    private final Map<Field, double[]> values = new HashMap<>();

    OnGrid(Solution solution, Grid grid) {
        this.fields = solution.fields();
        this.axes = solution.problem().axes();
        this.grid = grid;
        this.n = grid.size();
        for (Field field : fields) {
            double[] x = points.computeIfAbsent(field.axes(), grid::coordinates);
            double[] u = new double[n];
            Evaluator evaluator = solution.evaluator(field);
            evaluator.evaluate(x, n, u, evaluator.scratch());
            values.put(field, u);
        }
    }

    /** A correction there, field after field, and its size over that of the corrected fields. */
    record Level(Correction correction, double[][] e, double relative) {
        /** How far another correction is away, relative to this one, all fields together. */
        double distance(Level other) {
            double difference = 0;
            double size = 0;
            for (int f = 0; f < e.length; f++) {
                for (int i = 0; i < e[f].length; i++) {
                    difference += (e[f][i] - other.e[f][i]) * (e[f][i] - other.e[f][i]);
                    size += e[f][i] * e[f][i];
                }
            }
            return difference == 0 ? 0 : Math.sqrt(difference / size);
        }
    }

    Level level(Correction correction) {
        double[][] e = new double[fields.size()][];
        double errors = 0;
        double squares = 0;
        for (int f = 0; f < e.length; f++) {
            Field field = fields.get(f);
            e[f] = correction.correction().values(field, points.get(field.axes()), n);
            double[] u = values.get(field);
            for (int i = 0; i < n; i++) {
                errors += e[f][i] * e[f][i];
                squares += (u[i] + e[f][i]) * (u[i] + e[f][i]);
            }
        }
        return new Level(correction, e, errors == 0 ? 0 : Math.sqrt(errors / squares));
    }

    /** That of a correction over the points at which no acknowledged data disagree. */
    double relative(Level level, Disagreements disagreements) {
        double[] x = grid.coordinates(axes);
        double errors = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            boolean kept = !disagreements.at(x, n, i);
            for (int f = 0; kept && f < level.e.length; f++) {
                double truth = values.get(fields.get(f))[i] + level.e[f][i];
                errors += level.e[f][i] * level.e[f][i];
                squares += truth * truth;
            }
        }
        return errors == 0 ? 0 : Math.sqrt(errors / squares);
    }

    /** The correction that need not compute again what it and the solution are on this grid. */
    Correction known(Level level) {
        Correction plain = level.correction;
        return new Correction(
                (field, x, count) ->
                        here(field, x) ? values.get(field) : plain.solution().values(field, x, count),
                (field, x, count) -> here(field, x)
                        ? level.e[fields.indexOf(field)]
                        : plain.correction().values(field, x, count),
                plain.floor(),
                plain.method());
    }

    private boolean here(Field field, double[] x) {
        return Arrays.equals(points.get(field.axes()), x);
    }
}
