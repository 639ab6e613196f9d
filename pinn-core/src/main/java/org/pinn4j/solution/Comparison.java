package org.pinn4j.solution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.sampling.PointSet;

/** Sums of squares and the worst point of the fields of a solution against a reference. */
final class Comparison {
    private final List<Axis> axes;
    private final int n;
    private final double[] x;

    Comparison(List<Axis> axes, Grid grid) {
        this.axes = axes;
        List<String> names = grid.axes().stream().map(Axis::name).toList();
        if (names.size() != axes.size() || !axes.stream().allMatch(a -> names.contains(a.name()))) {
            throw new IllegalArgumentException(
                    "compare: the grid has axes %s, need each of %s once".formatted(names, axes));
        }
        this.n = grid.size();
        this.x = new double[axes.size() * n];
        PointSet points = grid.points();
        for (int a = 0; a < axes.size(); a++) {
            int from = names.indexOf(axes.get(a).name());
            for (int i = 0; i < n; i++) {
                x[a * n + i] = points.coordinate(from, i);
            }
        }
    }

    ErrorReport of(Evaluator evaluator, Reference reference, Grid grid) {
        double[] u = new double[evaluator.expressions().size() * n];
        evaluator.evaluate(x, n, u, evaluator.scratch());
        Map<String, ErrorReport.FieldError> fields = new LinkedHashMap<>();
        double errors = 0;
        double squares = 0;
        String worst = "";
        for (int f = 0; f < evaluator.expressions().size(); f++) {
            Field field = (Field) evaluator.expressions().get(f);
            double[] truth = truth(reference, field);
            double error = 0;
            double square = 0;
            int at = 0;
            double largest = -1;
            for (int i = 0; i < n; i++) {
                double e = Math.abs(u[f * n + i] - truth[i]);
                error += e * e;
                square += truth[i] * truth[i];
                if (!(e <= largest)) { // written so that NaN is worst
                    largest = e;
                    at = i;
                }
            }
            errors += error;
            squares += square;
            fields.put(field.name(), new ErrorReport.FieldError(ratio(error, square), largest, point(at)));
            worst = worst.isEmpty() || !(largest <= fields.get(worst).maxError()) ? field.name() : worst;
        }
        ErrorReport.FieldError w = fields.get(worst);
        return new ErrorReport(
                ratio(errors, squares),
                w.maxError(),
                worst,
                w.at(),
                reference.floor(),
                reference.kind(),
                grid.toString(),
                fields);
    }

    private double[] truth(Reference reference, Field field) {
        double[] truth = reference.values(field, x.clone(), n);
        if (truth.length != n) {
            throw new IllegalArgumentException(
                    "reference %s: need %d values of %s, got %d".formatted(reference.kind(), n, field, truth.length));
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(truth[i])) {
                throw new IllegalArgumentException("reference %s: %s is %s at %s; leave the point out of the grid"
                        .formatted(reference.kind(), field, truth[i], point(i)));
            }
        }
        return truth;
    }

    private static double ratio(double errors, double squares) {
        return errors == 0 ? 0 : Math.sqrt(errors / squares);
    }

    private Map<String, Double> point(int i) {
        Map<String, Double> point = new LinkedHashMap<>();
        for (int a = 0; a < axes.size(); a++) {
            point.put(axes.get(a).name(), x[a * n + i]);
        }
        return point;
    }
}
