package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;

/**
 * An expression as a polynomial in one field and its derivatives, with coefficients that are expressions of the coordinates: powers
 * by orders of the derivative, to coefficient; the empty product has the key of no powers. Immutable.
 */
record LeafPolynomial(Map<Map<List<Integer>, Integer>, Expr> terms) {
    private static final int MOST_TERMS = 100;
    private static final int MOST_POWER = 20;

    private static final class NotPolynomial extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPolynomial() {
            super(null, null, false, false);
        }
    }

    /** Empty if it is not one, or has more than one field or an unknown coefficient. */
    static Optional<LeafPolynomial> of(Expr e) {
        Leaves leaves = Leaves.of(e);
        if (leaves.fields().size() > 1 || !leaves.parameters().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(e));
        } catch (NotPolynomial no) {
            return Optional.empty();
        }
    }

    /** The coefficient of these powers, zero if it is not there. */
    Expr coefficient(Map<List<Integer>, Integer> powers) {
        return terms.getOrDefault(powers, Expr.constant(0));
    }

    private static LeafPolynomial known(Expr e) {
        return new LeafPolynomial(Map.of(Map.of(), e));
    }

    private static LeafPolynomial read(Expr e) {
        return Leaves.of(e).known() ? known(e) : e.accept(new Reader());
    }

    private LeafPolynomial plus(LeafPolynomial other) {
        Map<Map<List<Integer>, Integer>, Expr> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((powers, c) -> sum.merge(powers, c, Expr::plus));
        sum.values().removeIf(c -> c.equals(Expr.constant(0)));
        return new LeafPolynomial(sum);
    }

    private LeafPolynomial times(LeafPolynomial other) {
        LeafPolynomial sum = new LeafPolynomial(Map.of());
        for (var a : terms.entrySet()) {
            for (var b : other.terms.entrySet()) {
                Map<List<Integer>, Integer> powers = new HashMap<>(a.getKey());
                b.getKey().forEach((leaf, power) -> powers.merge(leaf, power, Integer::sum));
                sum = sum.plus(new LeafPolynomial(Map.of(powers, a.getValue().times(b.getValue()))));
            }
        }
        if (sum.terms.size() > MOST_TERMS) {
            throw new NotPolynomial();
        }
        return sum;
    }

    private static final class Reader implements ExprVisitor<LeafPolynomial> {
        @Override
        public LeafPolynomial state(Field field, List<Integer> orders) {
            return new LeafPolynomial(Map.of(Map.of(new ArrayList<>(orders), 1), Expr.constant(1)));
        }

        @Override
        public LeafPolynomial sum(List<Expr> parts) {
            return parts.stream().map(LeafPolynomial::read).reduce(new LeafPolynomial(Map.of()), LeafPolynomial::plus);
        }

        @Override
        public LeafPolynomial product(List<Expr> factors) {
            return factors.stream()
                    .map(LeafPolynomial::read)
                    .reduce(LeafPolynomial.known(Expr.constant(1)), LeafPolynomial::times);
        }

        @Override
        public LeafPolynomial power(Expr base, double exponent) {
            if (exponent != Math.rint(exponent) || exponent < 0 || exponent > MOST_POWER) {
                throw new NotPolynomial();
            }
            LeafPolynomial result = LeafPolynomial.known(Expr.constant(1));
            LeafPolynomial factor = read(base);
            for (int k = 0; k < exponent; k++) {
                result = result.times(factor);
            }
            return result;
        }

        @Override
        public LeafPolynomial constant(double value) {
            return LeafPolynomial.known(Expr.constant(value));
        }

        @Override
        public LeafPolynomial axis(Axis axis) {
            return LeafPolynomial.known(axis);
        }

        @Override
        public LeafPolynomial coordinateFunction(CoordinateFunction function) {
            return LeafPolynomial.known(function);
        }

        @Override
        public LeafPolynomial sampledFunction(SampledFunction function) {
            return LeafPolynomial.known(function);
        }

        @Override
        public LeafPolynomial call(Function function, Expr argument) {
            throw new NotPolynomial();
        }

        @Override
        public LeafPolynomial parameter(Parameter parameter) {
            throw new NotPolynomial();
        }

        @Override
        public LeafPolynomial normal(Axis axis) {
            throw new NotPolynomial();
        }

        @Override
        public LeafPolynomial trace(Expr inner, Region region) {
            throw new NotPolynomial();
        }

        @Override
        public LeafPolynomial measurement() {
            throw new NotPolynomial();
        }
    }
}
