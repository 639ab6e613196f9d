package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Given values that do not continue across the ends of an axis as the statement says they do: a datum that jumps across a wrap
 * of the value, or whose drop is another than the stated one. A wrap of the slope alone says nothing of the value.
 */
final class WrapFindings {
    private final Reading reading;
    private final Agreement everywhere;
    private final List<Finding> found = new ArrayList<>();

    private WrapFindings(Reading reading) {
        this.reading = reading;
        this.everywhere =
                Agreement.on(reading.problem().domain(), "data across a wrap").withCorners();
    }

    static List<Finding> of(Reading reading) {
        WrapFindings findings = new WrapFindings(reading);
        List<Axis> joined = reading.problem().spaceAxes().stream()
                .filter(a -> reading.periodic().contains(a) || reading.isTraced(a))
                .toList();
        for (Clause c : joined.isEmpty() ? List.<Clause>of() : reading.clauses()) {
            for (Axis axis : joined) {
                boolean beside =
                        c.part().face().isPresent() && c.isValue() && !c.part().isEndOf(axis);
                if (beside && c.form().field().axes().contains(axis)) {
                    findings.wrap(c, axis);
                }
            }
        }
        return findings.found;
    }

    /** The first derivative of the datum, up to the order of the equation, that jumps where it should continue. */
    private void wrap(Clause value, Axis axis) {
        Field field = value.form().field();
        int most = Leaves.of(value.datum()).sampledFunctions().isEmpty() ? reading.order(field, axis) : 0;
        Expr derivative = value.datum();
        for (int k = 0; k <= most; k++) {
            Optional<Expr> drop = drop(field, axis, k);
            Expr here = derivative;
            Optional<String> jump = drop.flatMap(d -> jump(here, d, value.face(), axis));
            if (jump.isPresent()) {
                Finding finding = finding(value, axis, k, jump.get());
                found.removeIf(f -> f.key().equals(finding.key())); // a condition on two ends jumps once
                found.add(finding);
                return;
            }
            derivative = k < most ? derivative.d(axis) : derivative;
        }
    }

    private static Finding finding(Clause value, Axis axis, int k, String jump) {
        String what = k == 0 ? "datum" : "derivative of order " + k + " of the datum";
        String advice =
                k == 0 ? "correct it, or acknowledge it" : "the condition cannot be met exactly by a smooth network";
        return new Finding(
                (k == 0 ? "wrap-jump:" : "wrap-slope:") + value.condition().name() + ":" + axis,
                "%s: the %s jumps across the wrap in %s, %s; %s"
                        .formatted(value.condition().name(), what, axis, jump, advice),
                k == 0 ? Finding.Severity.BLOCKING : Finding.Severity.NOTE);
    }

    /** ∂ᵏfield at the upper end minus that at the lower one, as stated; empty if nothing is stated. */
    private Optional<Expr> drop(Field field, Axis axis, int k) {
        if (reading.periodic().contains(axis)) {
            return Optional.of(Constant.ZERO);
        }
        Derivative state = Derivative.along(field, axis, k);
        return reading.clauses().stream()
                .filter(c -> c.part().isEndOf(axis) && c.part().isOneEnd())
                .map(c -> drop(c, state))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Expr> drop(Clause c, Derivative state) {
        Expr own = state.total() == 0 ? state.field() : state;
        Trace other = new Trace(own, c.face().opposite());
        return Linear.of(c.residual())
                .filter(l -> l.coefficients().keySet().equals(java.util.Set.of(own, other)))
                .filter(l -> l.coefficients().get(own) instanceof Constant
                        && l.coefficients()
                                .get(own)
                                .negate()
                                .equals(l.coefficients().get(other))
                        && Leaves.of(l.rest()).known())
                .map(l -> l.rest().over(l.coefficients().get(own)))
                .map(r -> c.side() == Region.Side.MIN
                        ? r
                        : r.negate()); // own + rest/c = other, of which one is the upper
    }

    private Optional<String> jump(Expr e, Expr drop, Region.Face face, Axis axis) {
        Agreement here = everywhere.on(face);
        double[] low = here.at(axis, axis.min()).values(e);
        double[] high = here.at(axis, axis.max()).values(e);
        double[] stated = here.at(axis, axis.min()).values(drop);
        double bound = Agreement.GIVEN * Math.max(here.scale(e), here.scale(drop));
        return IntStream.range(0, low.length)
                .filter(i -> !(Math.abs(high[i] - low[i] - stated[i]) <= bound))
                .mapToObj(i -> "%s at one end and %s at the other%s"
                        .formatted(
                                Printer.number(low[i]),
                                Printer.number(high[i]),
                                stated[i] == 0 ? "" : ", which is no step of " + Printer.number(stated[i])))
                .findFirst();
    }
}
