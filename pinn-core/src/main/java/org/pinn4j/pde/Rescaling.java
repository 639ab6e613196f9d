package org.pinn4j.pde;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Restates equations under increasing affine maps of the axes and factors on the fields. */
final class Rescaling {
    private final Map<Axis, Axis> axes;
    private final Map<Field, Field> fields;
    private final Map<Field, Double> factors;
    private final Map<String, String> renamed = new LinkedHashMap<>();

    Rescaling(Map<Axis, Axis> axes, Map<Field, Field> fields, Map<Field, Double> factors) {
        this.axes = axes;
        this.fields = fields;
        this.factors = factors;
        axes.forEach((from, to) -> renamed.put(from.name(), to.name()));
        fields.forEach((from, to) -> renamed.put(from.name(), to.name()));
        factors.forEach((field, k) -> {
            if (!Double.isFinite(k) || k == 0) {
                throw new IllegalArgumentException(
                        "rescaled: the factor of %s is %s; need a finite one, not zero".formatted(field, k));
            }
        });
    }

    /** The whole statement. @throws IllegalArgumentException if it is of no box */
    Problem of(Problem problem) {
        if (problem.domain().box().isEmpty()) {
            throw new IllegalArgumentException(
                    "rescaled: %s keeps its units, only a box takes others".formatted(problem.domain()));
        }
        List<Axis> order = problem.axes();
        ProblemBuilder result =
                new ProblemBuilder(Problem.over(order.stream().map(this::axis).toArray(Axis[]::new))
                        .named(problem.name()));
        problem.energies().forEach(e -> energies(e, order).forEach(result::minimising));
        problem.statedConditions().forEach(c -> result.require(condition(c, order)));
        problem.declaredPeriodic().forEach(axis -> result.periodicIn(axis(axis)));
        for (Symmetry s : problem.declaredSymmetries()) {
            double centre = coordinate(s.axis(), s.centre());
            s.parity().forEach((f, sign) -> result.parity(axis(s.axis()), centre, sign, List.of(field(f))));
        }
        problem.acknowledged().forEach((key, reason) -> result.acknowledge(key(key), reason));
        return result.build();
    }

    Axis axis(Axis old) {
        return axes.getOrDefault(old, old);
    }

    Field field(Field old) {
        List<Axis> moved = old.axes().stream().map(this::axis).toList();
        Field to = fields.getOrDefault(old, new Field(old.name(), moved));
        if (!to.axes().equals(moved)) {
            throw new IllegalArgumentException("rescaled: field %s needs the axes %s, got %s"
                    .formatted(to, Names.tuple(moved), Names.tuple(to.axes())));
        }
        return to;
    }

    /** d new / d old of an axis. */
    private double stretch(Axis old) {
        return axis(old).length() / old.length();
    }

    double coordinate(Axis old, double value) {
        Axis to = axis(old);
        double moved = to.min() + (value - old.min()) * stretch(old);
        return Math.max(to.min(), Math.min(to.max(), moved));
    }

    /** The keys of findings name fields and axes between colons. */
    String key(String old) {
        String[] parts = old.split(":", -1);
        for (int k = 1; k < parts.length; k++) {
            parts[k] = renamed.getOrDefault(parts[k], parts[k]);
        }
        return String.join(":", parts);
    }

    Condition condition(Condition c, List<Axis> order) {
        Equation e = new Equation(expr(c.equation().left()), expr(c.equation().right()));
        return new Condition(e, region(c.region(), order), c.name(), c.terminal());
    }

    /** The integral stays what it was: a density gets the factor of the lengths that it is integrated over. */
    List<Energy> energies(Energy e, List<Axis> order) {
        Stream<Region> regions =
                e.region().isBoundary() ? order.stream().filter(Axis::isSpace).map(Axis::ends) : Stream.of(e.region());
        return regions.map(r -> new Energy(expr(e.density()).times(measure(r, order)), region(r, order)))
                .toList();
    }

    /** d old / d new of what is integrated over. */
    private double measure(Region region, List<Axis> order) {
        double factor = 1;
        for (Axis axis : order) {
            factor /= region.isEndOf(axis) ? 1 : stretch(axis);
        }
        return factor;
    }

    private Region region(Region region, List<Axis> order) {
        Optional<Region> moved = region.face().map(f -> new Region.Face(axis(f.axis()), f.side()));
        return moved.or(() -> region.data().map(d -> new Region.Points(points(d, order))))
                .orElse(region);
    }

    private DataPoints points(DataPoints data, List<Axis> order) {
        double[][] points = new double[data.count()][data.dimension()];
        double[] values = new double[data.count()];
        double[] deviations = new double[data.hasDeviations() ? data.count() : 0];
        Arrays.setAll(values, data::value);
        Arrays.setAll(deviations, data::deviation);
        for (int i = 0; i < points.length; i++) {
            for (int a = 0; a < order.size(); a++) {
                points[i][a] = coordinate(order.get(a), data.coordinate(a, i));
            }
        }
        return new DataPoints(points, values, deviations);
    }

    private Expr expr(Expr e) {
        return e.accept(new Substitution(this::leaf, r -> region(r, List.of())));
    }

    private Expr leaf(Expr e) {
        if (e instanceof Axis old && axes.containsKey(old)) {
            return axis(old).minus(axis(old).min()).over(stretch(old)).plus(old.min());
        }
        if (e instanceof Field old) {
            return field(old).over(factors.getOrDefault(old, 1.0));
        }
        if (e instanceof Derivative d) {
            double factor = 1 / factors.getOrDefault(d.field(), 1.0);
            for (int k = 0; k < d.orders().size(); k++) {
                factor *= Math.pow(stretch(d.field().axes().get(k)), d.orders().get(k));
            }
            return new Derivative(field(d.field()), d.orders()).times(factor);
        }
        return e instanceof Normal n ? new Normal(axis(n.axis())) : null;
    }
}
