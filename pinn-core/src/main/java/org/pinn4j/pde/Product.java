package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two or more factors; powers of one base are already joined, the number (if any) stands first. */
public record Product(List<Expr> factors) implements Expr {
    /** The product in normal form: flat, numbers multiplied, powers joined; not always a {@code Product}. */
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
        if (coefficient == 0) {
            return Constant.ZERO;
        }
        List<Expr> result = new ArrayList<>();
        exponents.forEach((base, exponent) -> {
            if (exponent != 0) {
                result.add(Power.of(base, exponent));
            }
        });
        if (coefficient != 1 || result.isEmpty()) {
            result.add(0, new Constant(coefficient));
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
        return visitor.product(factors);
    }

    /** The product rule. */
    @Override
    public Expr d(Axis by) {
        Expr[] terms = new Expr[factors.size()];
        for (int k = 0; k < terms.length; k++) {
            Expr[] parts = factors.toArray(Expr[]::new);
            parts[k] = parts[k].d(by);
            terms[k] = of(parts);
        }
        return Sum.of(terms);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
