package org.pinn4j.pde;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rebuilds a tree with some leaves replaced. */
class Substitution implements ExprVisitor<Expr> {
    private final Function<Expr, Expr> map;
    private final UnaryOperator<Region> regions;

    Substitution(Function<Expr, Expr> map) {
        this(map, r -> r);
    }

    /** @param regions what becomes of the region of a trace */
    Substitution(Function<Expr, Expr> map, UnaryOperator<Region> regions) {
        this.map = map;
        this.regions = regions;
    }

    /** A loop: streams would take a dozen frames of the stack at each level. */
    private Expr[] all(List<Expr> parts) {
        Expr[] result = new Expr[parts.size()];
        for (int k = 0; k < result.length; k++) {
            result[k] = parts.get(k).accept(this);
        }
        return result;
    }

    private Expr leaf(Expr e) {
        Expr replacement = map.apply(e);
        return replacement == null ? e : replacement;
    }

    @Override
    public Expr constant(double value) {
        return new Constant(value);
    }

    @Override
    public Expr axis(Axis axis) {
        return leaf(axis);
    }

    @Override
    public Expr parameter(Parameter parameter) {
        return leaf(parameter);
    }

    @Override
    public Expr state(Field field, List<Integer> orders) {
        boolean plain = orders.stream().allMatch(o -> o == 0);
        return leaf(plain ? field : new Derivative(field, orders));
    }

    @Override
    public Expr sum(List<Expr> terms) {
        return Sum.of(all(terms));
    }

    @Override
    public Expr product(List<Expr> factors) {
        return Product.of(all(factors));
    }

    @Override
    public Expr power(Expr base, double exponent) {
        return Power.of(base.accept(this), exponent);
    }

    @Override
    public Expr call(org.pinn4j.pde.Function function, Expr argument) {
        return Call.of(function, argument.accept(this));
    }

    @Override
    public Expr coordinateFunction(CoordinateFunction function) {
        return function.at(List.of(all(function.arguments())));
    }

    @Override
    public Expr sampledFunction(SampledFunction function) {
        return function.at(List.of(all(function.arguments())));
    }

    @Override
    public Expr normal(Axis axis) {
        return leaf(new Normal(axis));
    }

    @Override
    public Expr trace(Expr inner, Region region) {
        return new Trace(inner.accept(this), regions.apply(region));
    }

    /** Written out only where something of it is replaced that depends on the index. */
    @Override
    public Expr indexSum(IndexSum sum) {
        boolean replaced = false;
        for (int i = sum.from(); i <= sum.to() && !replaced; i++) {
            for (Indexed leaf : sum.leaves()) {
                Expr at = leaf.at(i);
                replaced |= !at.accept(this).equals(at);
            }
        }
        return replaced
                ? Sum.of(all(sum.terms()))
                : IndexSum.of(sum.from(), sum.to(), sum.body().accept(new Inside(this)));
    }

    @Override
    public Expr indexed(Indexed leaf) {
        return leaf(leaf);
    }

    /** The same inside the body of a sum whose leaves of an index are all kept. */
    private static final class Inside extends Substitution {
        Inside(Substitution outside) {
            super(outside.map, outside.regions);
        }

        @Override
        public Expr indexed(Indexed leaf) {
            return leaf;
        }
    }

    @Override
    public Expr measurement() {
        return Measurement.VALUE;
    }
}
