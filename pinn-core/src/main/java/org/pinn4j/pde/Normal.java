package org.pinn4j.pde;

/** Component along an axis of the outward unit normal of the region that a condition stands on. */
public record Normal(Axis axis) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        return visitor.normal(axis);
    }

    /** The faces of a box are flat, so the normal does not change along them. */
    @Override
    public Expr d(Axis by) {
        return Constant.ZERO;
    }

    @Override
    public String toString() {
        return "n_" + axis.name();
    }
}
