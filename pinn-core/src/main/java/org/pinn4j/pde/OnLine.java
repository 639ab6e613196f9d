package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;

/**
 * A known expression on one line along an axis: of a sum over an index only the terms that change there are kept, all others are a
 * number. So a sum of d terms costs as much on the line as the few of them that its coordinate stands in.
 */
final class OnLine extends Substitution {
    private final List<Axis> axes;
    private final double[] base;
    private final Axis along;

    private OnLine(List<Axis> axes, double[] base, Axis along) {
        super(e -> null);
        this.axes = axes;
        this.base = base;
        this.along = along;
    }

    /** @param base a point of the line, one coordinate for each of {@code axes} */
    static Expr of(Expr e, List<Axis> axes, double[] base, Axis along) {
        return e.accept(new OnLine(axes, base, along));
    }

    @Override
    public Expr indexSum(IndexSum sum) {
        boolean all = Leaves.of(sum.body()).axes().contains(along); // beside the leaves of the index
        Evaluation there = Evaluation.at(axes, base);
        List<Expr> moving = new ArrayList<>();
        double rest = 0;
        for (int i = sum.from(); i <= sum.to(); i++) {
            if (all || moves(sum, i)) {
                moving.add(sum.at(i));
            } else {
                rest += there.term(sum, i);
            }
        }
        moving.add(new Constant(rest));
        return Expr.sum(moving);
    }

    private boolean moves(IndexSum sum, int i) {
        for (Indexed leaf : sum.leaves()) {
            if (leaf.at(i).equals(along)) {
                return true;
            }
        }
        return false;
    }
}
