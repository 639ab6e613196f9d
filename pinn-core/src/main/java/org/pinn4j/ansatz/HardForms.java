package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;

/**
 * Base and factor of each field on a box. The base g meets the data of the hard faces: it is blended over the axes one after
 * the other, each time by what is still missing (the Boolean sum of transfinite interpolation; Gordon and Hall, Numer. Math. 21,
 * 1973). The factor φ vanishes on them, is positive inside and at most one.
 */
final class HardForms {
    /**
     * Data without derivatives, which spoil every base they are in; then initial data, the slope before the value: faces matter
     * at every time, and a mismatch is usually a corner's.
     */
    private static final Comparator<Clause> FIRST_GIVEN_UP = Comparator.comparing(
                    (Clause a) -> Leaves.of(a.datum()).sampledFunctions().isEmpty())
            .thenComparing(a -> !a.axis().isTime())
            .thenComparing(Clause::isValue);

    /** Faces of a box on which values are hard at once: a blend of their data has a term for each subset of them. */
    private static final int MOST_FACES = 6;

    private final Problem problem;
    private final Reading reading;
    private final Domain place;
    private final List<Fold> folds;
    private final List<Axis> periodic;
    private final List<Clause> clauses;
    private final Set<Clause> hard = new LinkedHashSet<>();
    private final PartForms parts;

    HardForms(
            Reading reading,
            Domain place,
            List<Fold> folds,
            List<Axis> periodic,
            List<Clause> clauses,
            List<Clause> onParts,
            List<String> notes) {
        this.reading = reading;
        this.problem = reading.problem();
        this.place = place;
        this.folds = folds;
        this.periodic = periodic;
        this.clauses = clauses;
        this.parts = new PartForms(reading, place, onParts, new DatumCheck(reading, place, folds, periodic), notes);
        for (Field field : problem.fields()) {
            choose(field, notes);
        }
    }

    private void choose(Field field, List<String> notes) {
        List<Clause> candidates = new ArrayList<>();
        for (Clause a : clauses) {
            if (eligible(a, field)) {
                candidates.add(a);
            } else if (a.isValueOf(field) && periodic.contains(a.axis())) {
                notes.add("%s is soft: no factor that vanishes there is periodic in %s".formatted(a, a.axis()));
            }
        }
        long faces = candidates.stream().filter(a -> !a.axis().isTime()).count();
        if (faces > MOST_FACES) {
            candidates.removeIf(a -> !a.axis().isTime());
            notes.add(
                    "values of %s on %d faces of the box are soft: a form that meets more than %d at once has a factor that is nearly zero nearly everywhere"
                            .formatted(field, faces, MOST_FACES));
        }
        hard.addAll(candidates);
        DatumCheck check = new DatumCheck(reading, place, folds, periodic);
        candidates.sort(FIRST_GIVEN_UP);
        for (Clause a : candidates) {
            Optional<String> reason = check.objection(field, () -> base(field), hard, parts.size(field))
                    .or(() -> parts.mismatch(field, base(field), check.size(field, hard)))
                    .or(() -> alone(a, field));
            if (reason.isPresent()) {
                hard.remove(a);
                notes.add("%s is soft: %s".formatted(a, reason.get()));
            } else {
                notes.add("%s is hard".formatted(a));
            }
        }
    }

    private boolean eligible(Clause a, Field field) {
        if (!a.axis().isTime()) {
            boolean odd = fold(a.axis()).map(f -> f.parity().get(field) < 0).orElse(false);
            return a.isValueOf(field) && (odd || !periodic.contains(a.axis()));
        }
        boolean slope = a.isSlopeInTimeOf(field) && reading.order(field, a.axis()) >= 2;
        return a.side() == Region.Side.MIN && (a.isValueOf(field) || slope);
    }

    /** An initial slope is hard on top of the initial value only. */
    private Optional<String> alone(Clause a, Field field) {
        return a.isSlopeInTimeOf(field)
                        && find(field, a.axis(), Region.Side.MIN).isEmpty()
                ? Optional.of("the initial value of %s is not hard".formatted(field))
                : Optional.empty();
    }

    boolean isHard(Clause clause) {
        return hard.contains(clause) || parts.isHard(clause);
    }

    Expr base(Field field) {
        Expr g = parts.base(field);
        for (Axis axis : problem.spaceAxes()) {
            g = blend(g, axis, find(field, axis, Region.Side.MIN), find(field, axis, Region.Side.MAX), field);
        }
        Optional<Axis> time = problem.time();
        if (time.isPresent()) {
            g = start(g, time.get(), field);
        }
        return g;
    }

    private Optional<Clause> find(Field field, Axis axis, Region.Side side) {
        return hard.stream()
                .filter(a -> a.isValueOf(field) && a.axis().equals(axis) && a.side() == side)
                .findFirst();
    }

    private static Expr at(Expr e, Axis axis, double value) {
        return e.substitute(leaf -> leaf.equals(axis) ? Expr.constant(value) : null);
    }

    private Expr missing(Expr g, Clause clause) {
        return at(clause.datum(), clause.axis(), clause.coordinate()).minus(at(g, clause.axis(), clause.coordinate()));
    }

    private Expr blend(Expr g, Axis axis, Optional<Clause> low, Optional<Clause> high, Field field) {
        boolean odd = fold(axis).map(f -> f.parity().get(field) < 0).orElse(false);
        Expr s = position(axis);
        if (odd && periodic.contains(axis)) {
            return g; // the datum itself is odd and periodic
        } else if (odd) {
            return high.map(h -> g.plus(s.times(missing(g, h)))).orElse(g); // zero at the centre, the datum at the end
        } else if (low.isPresent() && high.isPresent()) {
            Expr one = Expr.constant(1).minus(s);
            return g.plus(one.times(missing(g, low.get()))).plus(s.times(missing(g, high.get())));
        }
        return low.or(() -> high).map(a -> g.plus(missing(g, a))).orElse(g);
    }

    private Expr start(Expr g, Axis time, Field field) {
        Optional<Clause> value = find(field, time, Region.Side.MIN);
        if (value.isEmpty()) {
            return g;
        }
        Expr result = g.plus(missing(g, value.get()));
        Optional<Clause> slope = slope(field);
        return slope.map(a -> {
                    Expr lacking = at(a.datum(), time, time.min()).minus(at(result.d(time), time, time.min()));
                    return result.plus(time.minus(time.min()).times(lacking));
                })
                .orElse(result);
    }

    private Optional<Clause> slope(Field field) {
        return hard.stream().filter(a -> a.isSlopeInTimeOf(field)).findFirst();
    }

    private Optional<Fold> fold(Axis axis) {
        return folds.stream().filter(f -> f.axis().equals(axis)).findFirst();
    }

    /** (x − a)/(b − a) on the axis' sampling interval. */
    private Expr position(Axis axis) {
        Axis s = place.extent(place.axes().get(problem.axes().indexOf(axis)));
        return axis.minus(s.min()).times(1 / s.length());
    }

    Expr factor(Field field) {
        Expr product = parts.factor(field);
        for (Axis axis : problem.spaceAxes()) {
            product = product.times(faceFactor(axis, field));
        }
        Optional<Axis> time = problem.time();
        if (time.isPresent() && find(field, time.get(), Region.Side.MIN).isPresent()) {
            Expr tau = position(time.get());
            boolean second = slope(field).isPresent() && reading.order(field, time.get()) >= 2;
            product = product.times(second ? tau.pow(2) : tau);
        }
        return product;
    }

    /**
     * Whether odd fields need a form that is odd with all its derivatives. Up to second order the equation itself sees to it
     * that u_xx vanishes at the centre where u does; above, that is a boundary condition of its own.
     */
    static boolean oddToAllOrders(Reading reading, Axis axis) {
        return reading.order(axis) > 2;
    }

    private Expr faceFactor(Axis axis, Field field) {
        boolean low = find(field, axis, Region.Side.MIN).isPresent();
        boolean high = find(field, axis, Region.Side.MAX).isPresent();
        Optional<Fold> fold = fold(axis);
        Expr s = position(axis);
        Expr rest = Expr.constant(1).minus(s);
        if (fold.isPresent() && fold.get().parity().get(field) < 0) {
            if (periodic.contains(axis)) {
                return Expr.sin(Features.phase(axis, fold.get().centre(), 1));
            }
            Expr inside = oddToAllOrders(reading, axis)
                    ? s.minus(s.pow(3)).times(1.5 * Math.sqrt(3))
                    : s.times(rest).times(4);
            return high ? inside : s;
        } else if (fold.isPresent()) {
            return high ? Expr.constant(1).minus(s.pow(2)) : Expr.constant(1); // even about the centre
        } else if (low && high) {
            return s.times(rest).times(4);
        }
        return low ? s : high ? rest : Expr.constant(1);
    }
}
