package org.pinn4j.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.IndexSum;
import org.pinn4j.pde.Otherwise;

/**
 * A term others · Σ numbers[k] ∂²u/∂x_axes[k]², in which no further factor is such a derivative: of one axis as it stands, of all axes
 * of a family as a sum over its index.
 */
record SecondDerivativeTerm(Key key, int[] axes, double[] numbers) {
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
                    : Optional.of(new SecondDerivativeTerm(
                            new Key(field, Expr.constant(1)), new int[] {axis}, new double[] {1}));
        }

        @Override
        public Optional<SecondDerivativeTerm> indexSum(IndexSum sum) {
            return ofSum(sum);
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
        return found == null ? Optional.empty() : Optional.of(found.times(number, others));
    }

    private SecondDerivativeTerm times(double number, Expr others) {
        double[] scaled = DoubleStream.of(numbers).map(c -> number * c).toArray();
        return new SecondDerivativeTerm(new Key(key.field, key.others.times(others)), axes, scaled);
    }

    /** Where all terms of a sum are of one kind and differ in numbers alone. */
    private static Optional<SecondDerivativeTerm> ofSum(IndexSum sum) {
        int n = sum.to() - sum.from() + 1;
        int[] axes = new int[n];
        double[] numbers = new double[n];
        Key key = null;
        for (int k = 0; k < n; k++) {
            Optional<SecondDerivativeTerm> term = of(sum.at(sum.from() + k));
            if (term.isEmpty() || key != null && !key.equals(term.get().key)) {
                return Optional.empty();
            }
            key = term.get().key;
            axes[k] = term.get().axes[0];
            numbers[k] = term.get().numbers[0];
        }
        return Optional.of(new SecondDerivativeTerm(key, axes, numbers));
    }

    /** The axis of a pure second derivative, or −1. */
    static int axis(List<Integer> orders) {
        int total = orders.stream().mapToInt(o -> o).sum();
        return total == 2 ? orders.indexOf(2) : -1;
    }

    void addTo(Map<Key, double[]> together) {
        double[] row =
                together.computeIfAbsent(key, k -> new double[k.field().axes().size()]);
        for (int k = 0; k < axes.length; k++) {
            row[axes[k]] += numbers[k];
        }
    }
}
