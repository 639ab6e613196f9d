package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.ConditionForm;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Orders;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

/**
 * Which conditions stand on the ends of one space axis, and whose rows they take: a field of order p along the axis can give up
 * ⌈p/2⌉ rows at an end, and a condition takes one of a field that it is about if there is one left.
 */
final class FaceMatching {
    private final Problem problem;
    private final List<Field> fields;
    private final Axis axis;
    private final int number;
    private final int[] order;
    private final boolean periodic;
    private final List<FaceCondition> conditions = new ArrayList<>();

    /** @param number of the axis among the space axes */
    FaceMatching(Problem problem, List<Field> fields, List<Axis> space, int number) {
        this.problem = problem;
        this.fields = fields;
        this.number = number;
        this.axis = space.get(number);
        this.order = fields.stream().mapToInt(f -> Orders.of(problem, f, axis)).toArray();
        this.periodic = closes();
        int stated = conditionsAt(Region.Side.MIN).size()
                + conditionsAt(Region.Side.MAX).size();
        int needed = 0;
        for (int p : order) {
            needed += periodic ? 0 : p;
        }
        if (stated != needed) {
            throw NotDiscretizableException.because(
                    periodic
                            ? "%s is periodic and needs %d conditions on its ends besides, got %d"
                            : "the equations need %2$d boundary conditions on the ends of %1$s, got %3$d",
                    axis,
                    needed,
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

    /** Declared periodic, or by wraps of every derivative below the order of each field. */
    private boolean closes() {
        List<Condition> wraps =
                problem.boundaryConditions().stream().filter(this::isWrap).toList();
        if (problem.periodicAxes().contains(axis)) {
            return true;
        }
        for (int f = 0; f < order.length && !wraps.isEmpty(); f++) {
            Field field = fields.get(f);
            long count = wraps.stream()
                    .filter(c -> ConditionForm.of(c).field().equals(field))
                    .count();
            if (count < order[f]) {
                throw NotDiscretizableException.because(
                        "%s has order %d in %s and %d wraps; state periodicIn(%s)", field, order[f], axis, count, axis);
            }
        }
        return !wraps.isEmpty();
    }

    private boolean isWrap(Condition c) {
        return c.region() instanceof Region.Face face
                && face.axis().equals(axis)
                && ConditionForm.of(c).kind() == ConditionForm.Kind.WRAP;
    }

    private List<Condition> conditionsAt(Region.Side side) {
        return problem.boundaryConditions().stream()
                .filter(c -> problem.faces(c.region()).contains(new Region.Face(axis, side)) && !isWrap(c))
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
