package org.pinn4j.ansatz;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Agreement;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;

/** Whether the datum of a condition admits a hard form: known derivatives, smooth across wraps and folds, agreeing corners. */
final class DatumCheck {
    private final Problem problem;
    private final Reading reading;
    private final Domain place;
    private final List<Fold> folds;
    private final List<Axis> periodic;

    DatumCheck(Reading reading, Domain place, List<Fold> folds, List<Axis> periodic) {
        this.reading = reading;
        this.problem = reading.problem();
        this.place = place;
        this.folds = folds;
        this.periodic = periodic;
    }

    /**
     * Why the conditions in {@code hard} cannot all be, if so.
     * @param base made of their data, which may refuse
     * @param others the largest value of the field's data elsewhere, for its size
     */
    Optional<String> objection(Field field, Supplier<Expr> base, Set<Clause> hard, double others) {
        try {
            Expr g = base.get();
            return roughness(field, g).or(() -> mismatch(g, field, hard, Math.max(size(field, hard), others)));
        } catch (IllegalArgumentException e) { // values alone cannot be differentiated
            return Optional.of(e.getMessage());
        }
    }

    Optional<String> roughness(Field field, Expr g) {
        for (Axis axis : reading.probed()) {
            Expr derivative = g;
            int order = reading.order(field, axis);
            for (int k = 0; k <= order; k++) {
                double scale = largest(derivative);
                if (!Double.isFinite(scale)) {
                    return Optional.of("derivative %s of its datum in %s is not finite everywhere".formatted(k, axis));
                }
                if (k < order) {
                    Optional<String> jump = jump(derivative, axis, k, field, scale);
                    if (jump.isPresent()) {
                        return jump;
                    }
                    derivative = derivative.d(axis);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> jump(Expr derivative, Axis axis, int k, Field field, double scale) {
        if (periodic.contains(axis)) {
            double gap = largest(at(derivative, axis, axis.max(), -1).minus(at(derivative, axis, axis.min(), 1)));
            if (!Agreement.small(gap, scale, Agreement.JOINED)) {
                return Optional.of(
                        "derivative %s of its datum jumps by %s across the wrap in %s".formatted(k, size(gap), axis));
            }
        }
        for (Fold fold : folds) {
            boolean vanishes = fold.axis().equals(axis) && fold.parity().get(field) * (k % 2 == 0 ? 1 : -1) < 0;
            double value = vanishes ? largest(at(derivative, axis, fold.centre(), 1)) : 0;
            if (!Agreement.small(value, scale, Agreement.JOINED)) {
                return Optional.of("derivative %s of its datum jumps by %s across %s = %s"
                        .formatted(k, size(2 * value), axis, fold.centre()));
            }
        }
        return Optional.empty();
    }

    static String size(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    /** The largest value of a field's data. */
    double size(Field field, Set<Clause> hard) {
        return hard.stream()
                .filter(a -> a.isValueOf(field))
                .mapToDouble(a -> largest(a.datum()))
                .max()
                .orElse(0);
    }

    private Optional<String> mismatch(Expr g, Field field, Set<Clause> hard, double scale) {
        for (Clause a : hard) {
            double gap = a.isValueOf(field)
                    ? largest(at(g, a.axis(), a.coordinate(), 0).minus(at(a.datum(), a.axis(), a.coordinate(), 0)))
                    : 0;
            if (!Agreement.small(gap, scale, Agreement.JOINED)) {
                return Optional.of("the data of '%s' disagree by %s with another condition where they meet"
                        .formatted(a.condition().name(), size(gap)));
            }
        }
        return Optional.empty();
    }

    /** The expression at x = value, a hair inside where {@code side} is ±1 so that a kink on the face itself is seen. */
    static Expr at(Expr e, Axis axis, double value, int side) {
        double coordinate = value + side * 1e-9 * axis.length();
        return e.substitute(leaf -> leaf.equals(axis) ? Expr.constant(coordinate) : null);
    }

    /** The largest magnitude at seeded random points; infinite where a value is not finite. */
    double largest(Expr e) {
        return largest(e, Region.interior());
    }

    /** The same on another region of the place. */
    double largest(Expr e, Region region) {
        return Agreement.on(place, region, "datum check")
                .by((f, axes, x, n) -> CoordinateProgram.values(f, problem.axes(), x, n))
                .largest(e);
    }
}
