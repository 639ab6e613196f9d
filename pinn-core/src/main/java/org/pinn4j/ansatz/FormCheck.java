package org.pinn4j.ansatz;

import java.util.List;
import org.pinn4j.pde.Agreement;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Reading;

/**
 * Whether inputs, bases and factors of the user's choice fit a design: the halves of a fold must join, and so must the ends of
 * a periodic axis, because no condition stands there to make up for it.
 */
final class FormCheck {
    private final Reading reading;
    private final List<Fold> folds;
    private final List<Axis> periodic;
    private final DatumCheck data;

    FormCheck(Reading reading, Domain place, List<Fold> folds, List<Axis> periodic) {
        this.reading = reading;
        this.folds = List.copyOf(folds);
        this.periodic = List.copyOf(periodic);
        this.data = new DatumCheck(reading, place, folds, periodic);
    }

    /** Even fields need even inputs; odd ones vanish at the centre anyway, so that one derivative less is asked for. */
    void requireInput(Expr input) {
        for (Fold fold : folds) {
            boolean even = fold.parity().values().stream().allMatch(p -> p > 0);
            int order = reading.order(fold.axis());
            requireParity(input, fold, 1, even ? order : order - 1);
        }
        requireWraps(input);
    }

    /** A base or a factor. */
    void requireForm(Field field, Expr part) {
        for (Fold fold : folds) {
            int order =
                    Math.max(1, reading.order(field, fold.axis())); // an odd field vanishes at its centre in any case
            requireParity(part, fold, fold.parity().get(field), order);
        }
        requireWraps(part);
    }

    /** Of the derivatives below {@code order}, an even function has no odd ones at the centre, an odd function no even ones. */
    private void requireParity(Expr e, Fold fold, int parity, int order) {
        Axis axis = fold.axis();
        double half = periodic.contains(axis) ? axis.length() / 2 : 0; // a periodic field has a second centre
        Expr derivative = e;
        for (int k = 0; k < order; k++) {
            if (parity * (k % 2 == 0 ? 1 : -1) < 0) {
                requireZero(e, k, derivative, axis, fold.centre());
                requireZero(e, k, derivative, axis, fold.centre() + half);
            }
            derivative = derivative.d(axis);
        }
    }

    private void requireZero(Expr e, int k, Expr derivative, Axis axis, double centre) {
        double size = data.largest(DatumCheck.at(derivative, axis, centre, 0));
        if (!small(size, scale(e, k, derivative, axis))) {
            throw new IllegalArgumentException(
                    ("%s breaks the symmetry about %s = %s: its derivative of order %s is %s there, need 0;"
                                    + " use one with the symmetry of the fields, such as itself with its mirror image")
                            .formatted(e, axis, centre, k, DatumCheck.size(size)));
        }
    }

    private void requireWraps(Expr e) {
        for (Axis axis : periodic) {
            boolean folded = folds.stream().anyMatch(f -> f.axis().equals(axis));
            Expr derivative = e;
            for (int k = 0; !folded && k < Math.max(1, reading.order(axis)); k++) {
                requireWrap(e, k, derivative, axis);
                derivative = derivative.d(axis);
            }
        }
    }

    private void requireWrap(Expr e, int k, Expr derivative, Axis axis) {
        double gap = data.largest(
                DatumCheck.at(derivative, axis, axis.max(), 0).minus(DatumCheck.at(derivative, axis, axis.min(), 0)));
        if (!small(gap, scale(e, k, derivative, axis))) {
            throw new IllegalArgumentException(("%s: its derivative of order %s jumps by %s across the wrap in %s;"
                            + " use a function of the sine and cosine of the phase")
                    .formatted(e, k, DatumCheck.size(gap), axis));
        }
    }

    /** Of a derivative, not less than that of a function with the same values that varies over the whole axis. */
    private double scale(Expr e, int k, Expr derivative, Axis axis) {
        return Math.max(data.largest(derivative), data.largest(e) / Math.pow(axis.length(), k));
    }

    private static boolean small(double size, double scale) {
        return Agreement.small(size, scale, Agreement.JOINED);
    }

    /** Whether base + factor·N meets a value or an initial slope whatever N is. */
    boolean meets(Clause clause, Expr base, Expr factor) {
        try {
            boolean value = small(at(factor, clause), data.largest(factor));
            return clause.isValue()
                    ? value && agree(base, clause, data.largest(base))
                    : value
                            && small(
                                    at(factor.d(clause.axis()), clause),
                                    scale(factor, 1, factor.d(clause.axis()), clause.axis()))
                            && agree(
                                    base.d(clause.axis()),
                                    clause,
                                    scale(base, 1, base.d(clause.axis()), clause.axis()));
        } catch (IllegalArgumentException e) { // values alone cannot be differentiated, and a normal is no coordinate
            return false;
        }
    }

    private double at(Expr e, Clause clause) {
        return clause.part().face().isPresent()
                ? data.largest(DatumCheck.at(e, clause.axis(), clause.coordinate(), 0))
                : data.largest(e, clause.part());
    }

    private boolean agree(Expr e, Clause clause, double scale) {
        return small(at(e.minus(clause.datum()), clause), Math.max(scale, at(clause.datum(), clause)));
    }
}
