package org.pinn4j.autodiff;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;

/**
 * Equations with Laplacian-like sums Σ c_i ∂_i² u replaced by one leaf each, where that is possible and cheaper: two or
 * more pure second derivatives of a field whose coefficients keep a constant ratio wherever they stand, none of them used
 * alone, and nothing of higher order beside them.
 */
public final class CollapsedSums {
    private final List<Expr> expressions;
    private final int axes;

    private CollapsedSums(List<Expr> expressions, int axes) {
        this.expressions = List.copyOf(expressions);
        this.axes = axes;
    }

    public static CollapsedSums of(List<Expr> expressions, List<Axis> axes) {
        return new CollapsedSums(expressions, axes.size());
    }

    /** The equations to compile. */
    public List<Expr> expressions() {
        return expressions;
    }

    /** The plan for the leaves of the compiled equations. */
    public DerivativePlan plan(List<ExprProgram.StateLeaf> leaves) {
        List<List<Integer>> needed = new ArrayList<>();
        leaves.forEach(leaf -> needed.add(leaf.orders()));
        return DerivativePlan.of(axes, needed);
    }

    /** The channel a leaf is read from. */
    public int channel(ExprProgram.StateLeaf leaf, DerivativePlan plan) {
        return plan.channel(leaf.orders());
    }

    /** The field of the problem that a leaf belongs to. */
    public Field field(ExprProgram.StateLeaf leaf) {
        return leaf.field();
    }
}
