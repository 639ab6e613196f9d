package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
                    value |= !wrap
                            && d.field().equals(field)
                            && d.orders().stream().allMatch(o -> o == 0);
                    for (int k = 0; k < d.orders().size(); k++) {
                        if (d.field().equals(field) && d.orders().get(k) > 0) {
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
     * Zero in the middle of the domain, at several places of the axes on which the constant may depend.
     * @param axes the problem's, a folded one on its half; a middle outside of it is replaced by its own
     */
    public Condition fixed(List<Axis> axes) {
        double[] middle = new double[axes.size()];
        for (int a = 0; a < middle.length; a++) {
            Axis whole = whole(axes.get(a));
            middle[a] = Math.min(
                    Math.max(middle(whole), axes.get(a).min()), axes.get(a).max());
        }
        List<double[]> points = new ArrayList<>(List.of(middle));
        for (int a = 0; a < middle.length; a++) {
            if (across().contains(whole(axes.get(a)))) {
                points = spread(points, a, axes.get(a));
            }
        }
        return field.equalTo(0).onData(points.toArray(double[][]::new), new double[points.size()]);
    }

    private Axis whole(Axis sampled) {
        return field.axes().stream()
                .filter(a -> a.name().equals(sampled.name()))
                .findFirst()
                .orElse(sampled);
    }

    private static double middle(Axis axis) {
        return axis.min() + axis.length() / 2;
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

    Finding finding() {
        return new Finding(
                "gauge:" + field,
                "%s stands by its derivatives alone and is known up to %s; it is taken to vanish in the middle of %s"
                        .formatted(field, constant(), Names.list(along)),
                Finding.Severity.NOTE);
    }
}
