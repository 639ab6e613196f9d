package org.pinn4j.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Otherwise;

/** A term number · others · ∂²u/∂x_axis², in which no further factor is such a derivative. */
record SecondDerivativeTerm(Key key, int axis, double number) {
    /** Terms with the same key stand together. */
    record Key(Field field, Expr others) {}

    private static final Otherwise<Optional<SecondDerivativeTerm>> READER = new Otherwise<>() {
        @Override
        protected Optional<SecondDerivativeTerm> otherwise() {
            return Optional.empty();
        }

        @Override
        public Optional<SecondDerivativeTerm> product(List<Expr> factors) {
            return ofProduct(factors);
        }

        @Override
        public Optional<SecondDerivativeTerm> state(Field field, List<Integer> orders) {
            int axis = SecondDerivativeTerm.axis(orders);
            return axis < 0
                    ? Optional.empty()
                    : Optional.of(new SecondDerivativeTerm(new Key(field, Expr.constant(1)), axis, 1));
        }
    };

    /** Empty for a term of another form. */
    static Optional<SecondDerivativeTerm> of(Expr term) {
        return term.accept(READER);
    }

    static Optional<SecondDerivativeTerm> ofProduct(List<Expr> factors) {
        double number = 1;
        Expr others = Expr.constant(1);
        SecondDerivativeTerm found = null;
        for (Expr factor : factors) {
            Optional<SecondDerivativeTerm> derivative = of(factor);
            if (derivative.isEmpty()) {
                others = factor.number().isPresent() ? others : others.times(factor);
                number *= factor.number().orElse(1);
            } else if (found == null) {
                found = derivative.get();
            } else {
                return Optional.empty();
            }
        }
        return found == null
                ? Optional.empty()
                : Optional.of(new SecondDerivativeTerm(new Key(found.key.field, others), found.axis, number));
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
