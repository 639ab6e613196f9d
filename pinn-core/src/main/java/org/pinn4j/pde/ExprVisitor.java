package org.pinn4j.pde;

import java.util.List;
import org.pinn4j.args.Args;

/**
 * One operation on an expression, node kind by node kind. The only way code outside this package looks into a tree; what it is
 * made of is told by {@link Leaves}. {@link Otherwise} has one answer for all kinds but a few.
 */
public interface ExprVisitor<R> {
    R constant(double value);

    R axis(Axis axis);

    R parameter(Parameter parameter);

    /** ∂^orders of a field; {@code orders} follow {@link Field#axes()}, all zero for the field itself. */
    R state(Field field, List<Integer> orders);

    R sum(List<Expr> terms);

    R product(List<Expr> factors);

    R power(Expr base, double exponent);

    R call(Function function, Expr argument);

    R coordinateFunction(CoordinateFunction function);

    R sampledFunction(SampledFunction function);

    /** Component along {@code axis} of the outward unit normal of the region the condition stands on. */
    R normal(Axis axis);

    /** The value of {@code inner} at the partner point on {@code region}. */
    R trace(Expr inner, Region region);

    /** The measured value of a data condition, see {@link Equation#onData}. */
    R measurement();

    /** A sum over an index: unless it is known by itself, what it is when it is written out. */
    default R indexSum(IndexSum sum) {
        return Args.given(sum, "sum").written().accept(this);
    }

    /** A leaf of the body of such a sum, for who goes through bodies. */
    default R indexed(Indexed leaf) {
        throw new IllegalArgumentException("%s stands outside of its sum".formatted(leaf));
    }
}
