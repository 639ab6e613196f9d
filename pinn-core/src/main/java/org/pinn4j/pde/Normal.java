package org.pinn4j.pde;

import org.pinn4j.args.Args;

/** Component along an axis of the outward unit normal of the region that a condition stands on. */
public record Normal(Axis axis) implements Expr {
    public Normal {
        Args.given(axis, "axis");
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.normal(axis);
    }

    /** The faces of a box are flat, so the normal does not change along them. */
    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return Constant.ZERO;
    }

    @Override
    public String toString() {
        return "n_" + axis.name();
    }
}
