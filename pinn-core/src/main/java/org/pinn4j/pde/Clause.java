package org.pinn4j.pde;

import org.pinn4j.args.Args;

/**
 * One condition on one part of the domain, and what kind of condition it is there: what can be met by construction, counted,
 * or given a row of a grid by itself.
 * @param part one end of an axis, another part of the boundary, the interior, or given points; never several ends at once
 */
public record Clause(Condition condition, Region part, ConditionForm form) {
    public Clause {
        Args.given(condition, "condition", part, "part");
        Args.given(form, "form");
    }

    public boolean isValue() {
        return form.kind() == ConditionForm.Kind.VALUE;
    }

    public boolean isValueOf(Field field) {
        Args.given(field, "field");
        return isValue() && form.field().equals(field);
    }

    public boolean isSlopeInTimeOf(Field field) {
        Args.given(field, "field");
        return form.kind() == ConditionForm.Kind.FIRST_TIME_DERIVATIVE
                && form.field().equals(field);
    }

    /** Whether it says that a field or a derivative continues across the ends of its axis. */
    public boolean isWrap() {
        return form.kind() == ConditionForm.Kind.WRAP;
    }

    /** The end it stands on. @throws java.util.NoSuchElementException if it stands in the interior or at points */
    public Region.Face face() {
        return part.face().orElseThrow();
    }

    public Axis axis() {
        return face().axis();
    }

    public Region.Side side() {
        return face().side();
    }

    /** The same condition on the other end of its axis. */
    public Clause opposite() {
        return new Clause(condition, face().opposite(), form);
    }

    /** Of the end. */
    public double coordinate() {
        return face().coordinate();
    }

    /** The known right-hand side of a value, slope or Robin condition. */
    public Expr datum() {
        return form.datum();
    }

    /** Whether it reads a field at another place. */
    boolean isTraced() {
        return Node.has(condition.equation().left(), Node.TRACE)
                || Node.has(condition.equation().right(), Node.TRACE);
    }

    public Expr residual() {
        return condition.equation().residual();
    }

    @Override
    public String toString() {
        return part.face()
                .map(f -> "%s at %s = %s".formatted(condition.name(), f.axis(), f.coordinate()))
                .orElse(condition.name() + " on " + part);
    }
}
