package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.args.Args;

/** Two or more factors; powers of one base are already joined, the number (if any) stands first. Equality is up to order. */
final class Product extends Composite {
    private final List<Expr> factors;

    private Product(List<Expr> factors) {
        super(unordered(2, factors), 0, factors);
        this.factors = factors;
    }

    List<Expr> factors() {
        return factors;
    }

    /** The product in normal form: flat, numbers multiplied, powers joined; a number times a sum is a sum. */
    static Expr of(Expr... factors) {
        double coefficient = 1;
        Map<Expr, Double> exponents = new LinkedHashMap<>();
        for (Expr factor : factors) {
            for (Expr part : factor instanceof Product product ? product.factors : List.of(factor)) {
                if (part instanceof Constant c) {
                    coefficient *= c.value();
                } else if (part instanceof Power p) {
                    exponents.merge(p.base(), p.exponent(), Double::sum);
                } else {
                    exponents.merge(part, 1.0, Double::sum);
                }
            }
        }
        return coefficient == 0 ? Constant.ZERO : joined(coefficient, exponents);
    }

    private static Expr joined(double coefficient, Map<Expr, Double> exponents) {
        List<Expr> result = new ArrayList<>();
        boolean again = false;
        for (Map.Entry<Expr, Double> e : exponents.entrySet()) {
            Expr power = Power.of(e.getKey(), e.getValue());
            // joining can open a bracket, ((2u)^½)² = 2u, whose parts then join with the others
            again |= power instanceof Product
                    || power instanceof Power p && !p.base().equals(e.getKey());
            if (!power.equals(Constant.ONE)) {
                result.add(power);
            }
        }
        if (coefficient != 1 || result.isEmpty()) {
            result.add(0, new Constant(coefficient));
        }
        if (again) {
            return of(result.toArray(Expr[]::new));
        }
        if (result.size() == 2 && result.get(0) instanceof Constant c && result.get(1) instanceof Sum sum) {
            return Sum.of(sum.terms().stream().map(t -> of(c, t)).toArray(Expr[]::new));
        }
        return result.size() == 1 ? result.get(0) : new Product(List.copyOf(result));
    }

    static double coefficient(Expr e) {
        return e instanceof Product p && p.factors.get(0) instanceof Constant c ? c.value() : 1;
    }

    static Expr withoutCoefficient(Expr e) {
        if (e instanceof Product p && p.factors.get(0) instanceof Constant) {
            List<Expr> rest = p.factors.subList(1, p.factors.size());
            return rest.size() == 1 ? rest.get(0) : new Product(List.copyOf(rest));
        }
        return e;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.product(factors);
    }

    /**
     * The product rule.
     * @throws IllegalArgumentException if what is known of it jumps, which its derivative would not show, or over a bound
     */
    @Override
    Expr rule(Axis by) {
        checkCoefficient(by);
        List<Expr> terms = new ArrayList<>();
        long nodes = 0;
        for (int k = 0; k < factors.size(); k++) {
            Expr slope = d(factors.get(k), by);
            if (!slope.equals(Constant.ZERO)) {
                nodes = bounded(nodes + nodes() + slope.nodes());
                Expr[] parts = factors.toArray(Expr[]::new);
                parts[k] = slope;
                terms.add(of(parts));
            }
        }
        return Sum.of(terms.toArray(Expr[]::new));
    }

    private void checkCoefficient(Axis by) {
        Expr[] known = factors.stream().filter(Node::known).toArray(Expr[]::new);
        boolean ofFields =
                known.length < factors.size(); // a known product alone is data, which may be as steep as it likes
        int suspect = ofFields ? KINKED | FRACTIONAL | STEEP : KINKED;
        if (Arrays.stream(known).anyMatch(f -> has(f, suspect))) {
            Jumps.refuse(of(known), by, this);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Product p && hashCode() == p.hashCode() && same(factors, p.factors);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
