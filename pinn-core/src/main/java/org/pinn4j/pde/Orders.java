package org.pinn4j.pde;

import java.util.List;

/** Orders of derivatives in a statement. */
public final class Orders {
    private Orders() {}

    /** The highest order in {@code axis} among all fields in the interior. */
    public static int of(Problem problem, Axis axis) {
        return problem.fields().stream()
                .mapToInt(field -> of(problem, field, axis))
                .max()
                .orElse(0);
    }

    /** The highest order in {@code axis} with which {@code field} stands in the problem's equations in the interior. */
    public static int of(Problem problem, Field field, Axis axis) {
        int index = field.axes().indexOf(axis);
        int order = 0;
        for (Condition c : index < 0 ? List.<Condition>of() : problem.interior()) {
            for (Derivative d :
                    Leaves.of(c.equation().left(), c.equation().right()).states()) {
                order = d.field().equals(field) ? Math.max(order, d.orders().get(index)) : order;
            }
        }
        return order;
    }
}
