package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pinn4j.args.Args;

/**
 * A field that stands in equations and conditions by its derivatives alone, as the pressure of an incompressible flow or the
 * solution between walls of given flux: with u, u + c solves the problem too. The constant is a matter of taste, so the solution
 * takes the one with which the field vanishes in the middle of the domain.
 * @param along the axes of its derivatives; along others c may vary
 */
public record Gauge(Field field, List<Axis> along) {
    /** Enough for a constant that varies with time as smoothly as the solution does. */
    private static final int PLACES = 16;

    public Gauge {
        Args.given(field, "field");
        Args.list(along, "along");
        along = List.copyOf(along);
    }

    static List<Gauge> of(Reading reading) {
        List<Gauge> result = new ArrayList<>();
        for (Field field : reading.fields()) {
            Set<Axis> along = new LinkedHashSet<>();
            boolean value = false;
            boolean inside = reading.equations().stream().anyMatch(c -> c.mentions(field));
            for (Condition c : reading.problem().conditions()) {
                boolean wrap = ConditionForm.of(c).kind() == ConditionForm.Kind.WRAP; // holds of u + c too
                for (Derivative d : c.leaves().states()) {
                    value |= !wrap && d.field().equals(field) && d.total() == 0;
                    for (int k : d.along()) {
                        if (d.field().equals(field)) {
                            along.add(field.axes().get(k));
                        }
                    }
                }
            }
            if (inside && !value && !odd(reading.problem(), field)) {
                result.add(new Gauge(
                        field, field.axes().stream().filter(along::contains).toList()));
            }
        }
        return result;
    }

    /** An odd field vanishes at its centre: its constant is given. */
    private static boolean odd(Problem problem, Field field) {
        return problem.declaredSymmetries().stream().anyMatch(s -> s.odd(field));
    }

    /** The axes on which the constant may depend. */
    public List<Axis> across() {
        return field.axes().stream().filter(a -> !along.contains(a)).toList();
    }

    /** What it is known up to, in words. */
    public String constant() {
        return across().isEmpty() ? "a constant" : "a function of " + Names.list(across());
    }

    /**
     * Zero in the middle of the domain, at several places of the axes on which the constant may depend. Where the middle is no
     * point of it, as in a ring, the nearest of a few inside stands for it.
     * @param place the domain, of a folded axis its half; a middle outside of the half is replaced by its own
     */
    public Condition fixed(Domain domain, Domain place) {
        Args.given(domain, "domain", place, "place");
        double[] middle = middle(domain);
        List<Axis> sampled = place.axes().stream().map(place::extent).toList();
        for (int a = 0; a < middle.length; a++) {
            middle[a] = Math.min(
                    Math.max(middle[a], sampled.get(a).min()), sampled.get(a).max());
        }
        List<double[]> points = List.of(middle);
        for (int a = 0; a < middle.length; a++) {
            if (across().contains(domain.axes().get(a))) {
                points = spread(points, a, sampled.get(a));
            }
        }
        double[][] inside = points.stream().map(x -> inside(x, place)).toArray(double[][]::new);
        return field.equalTo(0).onData(inside, new double[inside.length]);
    }

    private static double[] middle(Domain domain) {
        return domain.axes().stream()
                .map(domain::extent)
                .mapToDouble(a -> a.min() + a.length() / 2)
                .toArray();
    }

    private static double[] inside(double[] x, Domain place) {
        return place.contains(x, Domain.ROUNDING)
                ? x
                : Agreement.on(place, "gauge").points().stream()
                        .min(Comparator.comparingDouble(p -> away(p, x, place)))
                        .orElseThrow();
    }

    /** The squared distance, each coordinate in units of the place's extent along it. */
    private static double away(double[] p, double[] x, Domain place) {
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            double part = (p[a] - x[a]) / place.extent(place.axes().get(a)).length();
            sum += part * part;
        }
        return sum;
    }

    private static List<double[]> spread(List<double[]> points, int a, Axis axis) {
        List<double[]> result = new ArrayList<>();
        for (double[] point : points) {
            for (int k = 0; k < PLACES; k++) {
                double[] moved = point.clone();
                moved[a] = axis.min() + axis.length() * k / (PLACES - 1);
                result.add(moved);
            }
        }
        return result;
    }

    Finding finding(Domain domain) {
        String where = domain.contains(middle(domain), Domain.ROUNDING) ? "in" : "at a point near";
        return new Finding(
                "gauge:" + field,
                "%s stands by its derivatives alone and is known up to %s; it is taken to vanish %s the middle of %s"
                        .formatted(field, constant(), where, Names.list(along)),
                Finding.Severity.NOTE);
    }
}
