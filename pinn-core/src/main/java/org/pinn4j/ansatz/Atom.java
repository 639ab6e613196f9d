package org.pinn4j.ansatz;

import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.ConditionForm;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Region;

/** One condition on one end of one axis: what can be made hard, or stays soft, by itself. */
record Atom(Condition condition, Axis axis, Region.Side side, ConditionForm form) {
    boolean isValue() {
        return form.kind() == ConditionForm.Kind.VALUE;
    }

    boolean isValueOf(Field field) {
        return isValue() && form.field().equals(field);
    }

    boolean isSlopeInTimeOf(Field field) {
        return form.kind() == ConditionForm.Kind.FIRST_TIME_DERIVATIVE
                && form.field().equals(field);
    }

    double coordinate() {
        return side == Region.Side.MIN ? axis.min() : axis.max();
    }

    Expr datum() {
        return form.datum();
    }

    @Override
    public String toString() {
        return "%s at %s = %s".formatted(condition.name(), axis, coordinate());
    }
}
