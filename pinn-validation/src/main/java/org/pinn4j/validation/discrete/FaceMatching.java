package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Clause;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;

/**
 * Which conditions stand on the ends of one space axis, and whose rows they take: a field of order p along the axis can give up
 * ⌈p/2⌉ rows at an end, and a condition takes one of a field that it is about if there is one left.
 */
final class FaceMatching {
    private final Reading reading;
    private final List<Field> fields;
    private final Axis axis;
    private final int number;
    private final int[] order;
    private final boolean periodic;
    private final List<FaceCondition> conditions = new ArrayList<>();

    /** @param number of the axis among the space axes */
    FaceMatching(Reading reading, int number) {
        this.reading = reading;
        this.fields = reading.fields();
        this.number = number;
        this.axis = reading.problem().spaceAxes().get(number);
        this.order = fields.stream().mapToInt(f -> reading.order(f, axis)).toArray();
        this.periodic = reading.periodic().contains(axis);
        checkWraps();
        int stated = conditionsAt(Region.Side.MIN).size()
                + conditionsAt(Region.Side.MAX).size();
        int needed = 0;
        for (int p : order) {
            needed += periodic ? 0 : p;
        }
        if (stated != needed) {
            throw NotDiscretizableException.because(
                    periodic
                            ? "%s is periodic and needs %s on its ends besides, got %d"
                            : "the equations need %2$s on the ends of %1$s, got %3$d",
                    axis,
                    Names.count(needed, periodic ? "condition" : "boundary condition"),
                    stated);
        }
        place(Region.Side.MIN);
        place(Region.Side.MAX);
    }

    boolean periodic() {
        return periodic;
    }

    List<FaceCondition> conditions() {
        return conditions;
    }

    /** Wraps of less than all fields and derivatives close no ring. */
    private void checkWraps() {
        for (int f = 0; f < order.length && !periodic; f++) {
            Field field = fields.get(f);
            long count =
                    wraps().stream().filter(c -> c.form().field().equals(field)).count();
            if (count < order[f] && !wraps().isEmpty()) {
                throw NotDiscretizableException.because(
                        "%s has order %d in %s and %s; state periodicIn(%s)",
                        field, order[f], axis, Names.count(count, "wrap"), axis);
            }
        }
    }

    private List<Clause> wraps() {
        return reading.clauses().stream()
                .filter(c -> c.isWrap() && c.part().isEndOf(axis))
                .toList();
    }

    private List<Condition> conditionsAt(Region.Side side) {
        return reading.clausesOn(axis, side).stream()
                .filter(c -> !c.isWrap())
                .map(Clause::condition)
                .sorted(Comparator.comparingInt(this::across))
                .toList();
    }

    /** The highest derivative across the end that a condition has. */
    private int across(Condition c) {
        return Statement.leaves(c).states().stream()
                .mapToInt(this::across)
                .max()
                .orElse(0);
    }

    private int across(Derivative d) {
        return d.orders().get(d.field().axes().indexOf(axis));
    }

    private void place(Region.Side side) {
        int[] used = new int[fields.size()];
        List<Condition> left = new ArrayList<>(conditionsAt(side));
        for (int loosest = 0; loosest < 3; loosest++) {
            for (Condition c : List.copyOf(left)) {
                int field = free(c, used, loosest);
                if (field >= 0) {
                    conditions.add(new FaceCondition(
                            c.name(),
                            c.equation().residual(),
                            number,
                            side == Region.Side.MAX,
                            field,
                            used[field]++,
                            across(c) == 0));
                    left.remove(c);
                }
            }
        }
        if (!left.isEmpty()) {
            throw NotDiscretizableException.because(
                    "'%s' is one condition too many on one end of %s; an order of p leaves room for ⌈p/2⌉",
                    left.get(0).name(), axis);
        }
    }

    /** First the conditions about one field alone, then those about several, then whatever has room. */
    private int free(Condition c, int[] used, int loosest) {
        List<Field> about = List.copyOf(Statement.leaves(c).fields());
        for (int f = 0; f < used.length; f++) {
            boolean mentioned = about.contains(fields.get(f));
            boolean fits = loosest == 2 || mentioned && (loosest == 1 || about.size() == 1);
            if (fits && used[f] < (order[f] + 1) / 2) {
                return f;
            }
        }
        return -1;
    }
}
