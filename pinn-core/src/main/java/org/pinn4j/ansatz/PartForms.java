package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Agreement;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Reading;

/**
 * Base and factor of each field for conditions on parts of a boundary that are no ends of axes. A part with a smooth distance d
 * lets a value be hard: the factor is the product of the distances, and the base is the datum, an expression of the coordinates
 * that is defined inside as well; several data are weighed by the distances of the others (transfinite interpolation; Rvachev,
 * Sheiko, Shapiro, Tsukanov, Comput. Mech. 27, 2001).
 */
final class PartForms {
    /** A value that the form of its field has, and the distance from where it stands. */
    private record Hard(Clause clause, Expr distance) {}

    private final Domain place;
    private final DatumCheck check;
    private final Map<Field, List<Hard>> hard = new LinkedHashMap<>();

    PartForms(Reading reading, Domain place, List<Clause> clauses, DatumCheck check, List<String> notes) {
        this.place = place;
        this.check = check;
        reading.fields().forEach(f -> hard.put(f, new ArrayList<>()));
        for (Clause c : clauses) {
            choose(c, notes);
        }
    }

    /** What stands on the boundary in space or at an end of time, but on no whole end of an axis. */
    static List<Clause> clauses(Reading reading) {
        return reading.clauses().stream()
                .filter(c -> c.part().hasNormal() || c.part().isEndOfTime())
                .filter(c -> c.part().face().isEmpty())
                .toList();
    }

    private void choose(Clause c, List<String> notes) {
        if (!c.isValue()) {
            return;
        }
        Field field = c.form().field();
        Optional<Expr> distance = place.geometry(c.part()).distance();
        if (distance.isEmpty()) {
            notes.add("%s is soft: no smooth distance from there is known".formatted(c));
            return;
        }
        List<Hard> those = hard.get(field);
        those.add(new Hard(c, distance.get()));
        Optional<String> reason = objection(field, c);
        reason.ifPresent(r -> those.remove(those.size() - 1));
        notes.add(reason.map(r -> "%s is soft: %s".formatted(c, r)).orElse(c + " is hard"));
    }

    private Optional<String> objection(Field field, Clause c) {
        try {
            return check.roughness(field, c.datum()).or(() -> mismatch(field, base(field), 0));
        } catch (IllegalArgumentException e) { // values alone cannot be differentiated
            return Optional.of(e.getMessage());
        }
    }

    boolean isHard(Clause clause) {
        return hard.values().stream().flatMap(List::stream).anyMatch(h -> h.clause.equals(clause));
    }

    /**
     * Why a base misses the values that are to be hard, if it does.
     * @param others the largest value of the field's other data, for its size
     */
    Optional<String> mismatch(Field field, Expr base, double others) {
        double size = Math.max(size(field), others);
        for (Hard h : hard.get(field)) {
            double gap = check.largest(base.minus(h.clause.datum()), h.clause.part());
            if (!Agreement.small(gap, size, Agreement.JOINED)) {
                return Optional.of("the data of '%s' disagree by %s with another condition where they meet"
                        .formatted(h.clause.condition().name(), DatumCheck.size(gap)));
            }
        }
        return Optional.empty();
    }

    /** The largest value of a field's data here; a datum of its own may be zero where it meets another one. */
    double size(Field field) {
        return hard.get(field).stream()
                .mapToDouble(h ->
                        Math.max(check.largest(h.clause.datum(), h.clause.part()), check.largest(h.clause.datum())))
                .max()
                .orElse(0);
    }

    Expr base(Field field) {
        List<Hard> those = hard.get(field);
        if (those.size() < 2) {
            return those.isEmpty() ? Expr.constant(0) : those.get(0).clause.datum();
        }
        Expr values = Expr.constant(0);
        Expr weights = Expr.constant(0);
        for (Hard h : those) {
            Expr weight = product(those, h);
            values = values.plus(weight.times(h.clause.datum()));
            weights = weights.plus(weight);
        }
        return values.over(weights);
    }

    Expr factor(Field field) {
        return product(hard.get(field), null);
    }

    private static Expr product(List<Hard> those, Hard butOne) {
        Expr product = Expr.constant(1);
        for (Hard h : those) {
            product = h.equals(butOne) ? product : product.times(h.distance);
        }
        return product;
    }
}
