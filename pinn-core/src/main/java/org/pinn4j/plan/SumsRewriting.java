package org.pinn4j.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.IndexSum;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Normal;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;
import org.pinn4j.plan.SecondDerivativeTerm.Key;
import org.pinn4j.plan.SecondDerivatives.Group;

/** Rebuilds expressions with each group of second derivatives replaced by the field that stands for it. */
final class SumsRewriting implements ExprVisitor<Expr> {
    private final Map<Field, Group> groups;

    /** @param groups by the field that stands for them */
    SumsRewriting(Map<Field, Group> groups) {
        this.groups = groups;
    }

    /** The same expression where no group stands in it. */
    Expr of(Expr e) {
        boolean affected = !groups.isEmpty()
                && Leaves.of(e).states().stream()
                        .anyMatch(state -> groups.values().stream().anyMatch(g -> g.holds(state)));
        return affected ? e.accept(this) : e;
    }

    @Override
    public Expr sum(List<Expr> terms) {
        List<Expr> rewritten = new ArrayList<>();
        Map<Key, double[]> together = new LinkedHashMap<>();
        for (Expr term : terms) {
            var parsed = SecondDerivativeTerm.of(term);
            if (parsed.isPresent()) {
                parsed.get().addTo(together);
            } else {
                rewritten.add(of(term));
            }
        }
        for (Map.Entry<Key, double[]> e : together.entrySet()) {
            rewritten.add(replaced(e.getKey().field(), e.getValue())
                    .times(of(e.getKey().others())));
        }
        return Expr.sum(rewritten);
    }

    /** Σ row[k] ∂_k² u, with the groups of u as one leaf each. */
    private Expr replaced(Field field, double[] row) {
        Expr result = Expr.constant(0);
        double[] left = row.clone();
        for (Map.Entry<Field, Group> e : groups.entrySet()) {
            if (e.getValue().field().equals(field)) {
                result = result.plus(e.getKey().times(take(left, e.getValue().weights())));
            }
        }
        for (int k = 0; k < left.length; k++) {
            Axis axis = field.axes().get(k);
            result = left[k] == 0 ? result : result.plus(field.d(axis, axis).times(left[k]));
        }
        return result;
    }

    /** The group's coefficient: its largest weight is 1. */
    private static double take(double[] row, double[] weights) {
        double coefficient = 0;
        for (int k = 0; k < row.length; k++) {
            coefficient = weights[k] == 1 ? row[k] : coefficient;
            row[k] = weights[k] == 0 ? row[k] : 0;
        }
        return coefficient;
    }

    /** Term by term, unless it is one group as a whole. */
    @Override
    public Expr indexSum(IndexSum terms) {
        return sum(SecondDerivativeTerm.of(terms).isPresent() ? List.of(terms) : terms.terms());
    }

    @Override
    public Expr product(List<Expr> factors) {
        if (SecondDerivativeTerm.ofProduct(factors).isPresent()) {
            return sum(List.of(Expr.product(factors)));
        }
        List<Expr> rewritten = new ArrayList<>();
        for (Expr factor : factors) {
            rewritten.add(of(factor));
        }
        return Expr.inTurn(rewritten);
    }

    @Override
    public Expr power(Expr base, double exponent) {
        return of(base).pow(exponent);
    }

    @Override
    public Expr call(Function function, Expr argument) {
        return function.of(of(argument));
    }

    @Override
    public Expr trace(Expr inner, Region region) {
        return of(inner).trace(region);
    }

    @Override
    public Expr state(Field field, List<Integer> orders) {
        boolean plain = orders.equals(Collections.nCopies(orders.size(), 0));
        return plain ? field : new Derivative(field, orders);
    }

    @Override
    public Expr coordinateFunction(CoordinateFunction function) {
        return function.at(function.arguments().stream().map(this::of).toList());
    }

    @Override
    public Expr sampledFunction(SampledFunction function) {
        return function.at(function.arguments().stream().map(this::of).toList());
    }

    @Override
    public Expr constant(double value) {
        return Expr.constant(value);
    }

    @Override
    public Expr axis(Axis axis) {
        return axis;
    }

    @Override
    public Expr parameter(Parameter parameter) {
        return parameter;
    }

    @Override
    public Expr normal(Axis axis) {
        return new Normal(axis);
    }

    @Override
    public Expr measurement() {
        return Expr.measurement();
    }
}
