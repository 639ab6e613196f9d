package org.pinn4j.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Constant;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Product;

/** A term number · others · ∂²u/∂x_axis², in which no further factor is such a derivative. */
record SecondDerivativeTerm(Key key, int axis, double number) {
    /** Terms with the same key stand together. */
    record Key(Field field, Expr others) {}

    /** Empty for a term of another form. */
    static Optional<SecondDerivativeTerm> of(Expr term) {
        double number = 1;
        Expr others = Expr.constant(1);
        Derivative found = null;
        for (Expr factor : term instanceof Product p ? p.factors() : List.of(term)) {
            if (factor instanceof Constant c) {
                number *= c.value();
            } else if (factor instanceof Derivative d && axis(d.orders()) >= 0) {
                if (found != null) {
                    return Optional.empty();
                }
                found = d;
            } else {
                others = others.times(factor);
            }
        }
        return found == null
                ? Optional.empty()
                : Optional.of(new SecondDerivativeTerm(new Key(found.field(), others), axis(found.orders()), number));
    }

    /** The axis of a pure second derivative, or −1. */
    static int axis(List<Integer> orders) {
        int total = orders.stream().mapToInt(o -> o).sum();
        return total == 2 ? orders.indexOf(2) : -1;
    }

    void addTo(Map<Key, double[]> together) {
        together.computeIfAbsent(key, k -> new double[k.field().axes().size()])[axis] += number;
    }
}
