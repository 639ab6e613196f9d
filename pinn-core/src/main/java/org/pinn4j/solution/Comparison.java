package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.sampling.Grid;
import org.pinn4j.sampling.PointSet;

/** Sums of squares and the worst point of the fields of a solution against a reference on one grid. */
final class Comparison {
    /** The report has the error at the ends of time and at the times between that cut it into so many parts. */
    private static final int SLICES = 4;

    private final Solution solution;
    private final Reference reference;
    private final Grid grid;
    private final List<Axis> axes;
    private final int n;
    private final double[] x;

    /** Two sums that make a relative error. */
    private static final class Sums {
        double errors;
        double squares;

        void add(double error, double value) {
            errors += error * error;
            squares += value * value;
        }

        void add(Sums other) {
            errors += other.errors;
            squares += other.squares;
        }

        double ratio() {
            return errors == 0 ? 0 : Math.sqrt(errors / squares);
        }
    }

    Comparison(Solution solution, Reference reference, Grid grid) {
        this.solution = solution;
        this.reference = reference;
        this.grid = grid;
        this.axes = solution.problem().axes();
        List<String> names = grid.axes().stream().map(Axis::name).toList();
        if (names.size() != axes.size() || !axes.stream().allMatch(a -> names.contains(a.name()))) {
            throw new IllegalArgumentException(
                    "compare: the grid has axes %s, need each of %s once".formatted(names, axes));
        }
        PointSet points = grid.points();
        int[] inside = inside(points, names);
        this.n = inside.length;
        this.x = new double[axes.size() * n];
        for (int a = 0; a < axes.size(); a++) {
            int from = names.indexOf(axes.get(a).name());
            for (int i = 0; i < n; i++) {
                x[a * n + i] = points.coordinate(from, inside[i]);
            }
        }
    }

    /** Of a grid around a shape, the points that lie in it. */
    private int[] inside(PointSet points, List<String> names) {
        Domain domain = solution.problem().domain();
        double[] point = new double[axes.size()];
        int[] inside = IntStream.range(0, grid.size())
                .filter(i -> {
                    for (int a = 0; a < point.length; a++) {
                        point[a] = points.coordinate(names.indexOf(axes.get(a).name()), i);
                    }
                    return domain.box().isPresent() || domain.contains(point, Domain.ROUNDING);
                })
                .toArray();
        if (inside.length == 0) {
            throw new IllegalArgumentException("compare: no point of the grid %s lies in %s".formatted(grid, domain));
        }
        return inside;
    }

    ErrorReport report() {
        List<Field> fields = solution.fields().stream().filter(reference::knows).toList();
        double[] u = values(fields.toArray(Expr[]::new));
        double[][] truths = new double[fields.size()][];
        double[][] errors = new double[fields.size()][n];
        Map<String, ErrorReport.FieldError> each = new LinkedHashMap<>();
        Sums all = new Sums();
        Sums slopes = new Sums();
        String worst = "";
        for (int f = 0; f < fields.size(); f++) {
            String name = fields.get(f).name();
            truths[f] = truth(fields.get(f));
            for (int i = 0; i < n; i++) {
                errors[f][i] = u[f * n + i] - truths[f][i];
            }
            Sums own = new Sums();
            int at = 0;
            for (int i = 0; i < n; i++) {
                own.add(errors[f][i], truths[f][i]);
                at = Math.abs(errors[f][i]) <= Math.abs(errors[f][at]) ? at : i; // written so that NaN is worst
            }
            Sums gradient = gradient(fields.get(f), errors[f], truths[f]);
            all.add(own);
            slopes.add(gradient);
            double largest = Math.abs(errors[f][at]);
            each.put(name, new ErrorReport.FieldError(own.ratio(), largest, point(at), gradient.ratio()));
            worst = worst.isEmpty() || !(largest <= each.get(worst).maxError()) ? name : worst;
        }
        ErrorReport.FieldError w = each.get(worst);
        return new ErrorReport(
                all.ratio(),
                w.maxError(),
                worst,
                w.at(),
                reference.floor(),
                reference.kind(),
                grid.toString(),
                slopes.ratio(),
                slices(errors, truths),
                each);
    }

    private double[] values(Expr... expressions) {
        Evaluator evaluator = solution.evaluator(expressions);
        double[] values = new double[expressions.length * n];
        evaluator.evaluate(x, n, values, evaluator.scratch());
        return values;
    }

    /** Sums over the derivatives in space, or in time where there is no space. */
    private Sums gradient(Field field, double[] error, double[] truth) {
        List<Axis> space = field.axes().stream().filter(Axis::isSpace).toList();
        Sums sums = new Sums();
        for (Axis axis : space.isEmpty() ? field.axes() : space) {
            Optional<double[]> exact =
                    hasSlope(field, axis) ? reference.derivative(field, axis, points(field), n) : Optional.empty();
            GridDifferences differences = new GridDifferences(grid, line(axis));
            double[] slope;
            double[] slopeError;
            if (exact.isPresent()) {
                slope = exact.get();
                slopeError = values(field.d(axis));
                for (int i = 0; i < n; i++) {
                    slopeError[i] -= slope[i];
                }
            } else if (n == grid.size() && differences.possible()) {
                slope = differences.of(truth);
                slopeError = differences.of(error);
            } else {
                sums.errors = Double.NaN;
                return sums;
            }
            for (int i = 0; i < n; i++) {
                sums.add(slopeError[i], slope[i]);
            }
        }
        return sums;
    }

    /** Whether the solution can be differentiated: a network of relu cannot, and data met exactly, and known as values alone, cannot along what they vary. */
    private boolean hasSlope(Field field, Axis by) {
        Ansatz ansatz = solution.ansatz();
        Ansatz.Form form = ansatz.forms().get(ansatz.indexOf(field));
        return ansatz.networks().get(form.network()).smoothness() > 0
                && Leaves.of(form.base(), form.factor()).sampledFunctions().stream()
                        .noneMatch(f -> Leaves.of(f.arguments().toArray(Expr[]::new))
                                .axes()
                                .contains(by));
    }

    /** The grid's own axis of this name. */
    private Axis line(Axis axis) {
        return grid.axes().stream()
                .filter(a -> a.name().equals(axis.name()))
                .findFirst()
                .orElseThrow();
    }

    private List<ErrorReport.TimeSlice> slices(double[][] errors, double[][] truths) {
        Optional<Axis> time = solution.problem().time();
        if (time.isEmpty()) {
            return List.of();
        }
        int axis = axes.indexOf(time.get());
        double[] times = grid.coordinates(line(time.get()));
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int k = 0; k <= SLICES; k++) {
            chosen.add((int) Math.round((times.length - 1) * (double) k / SLICES));
        }
        List<ErrorReport.TimeSlice> slices = new ArrayList<>();
        for (int k : chosen) {
            Sums sums = new Sums();
            double largest = 0;
            for (int f = 0; f < errors.length; f++) {
                for (int i = 0; i < n; i++) {
                    if (x[axis * n + i] == times[k]) {
                        sums.add(errors[f][i], truths[f][i]);
                        largest = Math.max(largest, Math.abs(errors[f][i]));
                    }
                }
            }
            slices.add(new ErrorReport.TimeSlice(times[k], sums.ratio(), largest));
        }
        return slices;
    }

    private double[] truth(Field field) {
        double[] truth = reference.values(field, points(field), n);
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

    /** A reference takes the coordinates of the field's own axes. */
    private double[] points(Field field) {
        double[] own = new double[field.axes().size() * n];
        for (int a = 0; a < field.axes().size(); a++) {
            System.arraycopy(x, axes.indexOf(field.axes().get(a)) * n, own, a * n, n);
        }
        return own;
    }

    private Map<String, Double> point(int i) {
        Map<String, Double> point = new LinkedHashMap<>();
        for (int a = 0; a < axes.size(); a++) {
            point.put(axes.get(a).name(), x[a * n + i]);
        }
        return point;
    }
}
