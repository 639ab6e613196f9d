package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two or more terms; like terms are already added, the constant (if any) stands last. Equality is up to order. */
record Sum(List<Expr> terms) implements Composite {
    /** The sum in normal form: flat, like terms joined, zeros dropped; not always a {@code Sum}. */
    static Expr of(Expr... terms) {
        Map<Expr, Double> coefficients = new LinkedHashMap<>();
        double constant = 0;
        for (Expr term : terms) {
            for (Expr part : term instanceof Sum sum ? sum.terms : List.of(term)) {
                if (part instanceof Constant c) {
                    constant += c.value();
                } else {
                    coefficients.merge(Product.withoutCoefficient(part), Product.coefficient(part), Double::sum);
                }
            }
        }
        List<Expr> result = new ArrayList<>();
        coefficients.forEach((part, c) -> {
            if (c != 0) {
                result.add(part.times(c));
            }
        });
        if (constant != 0 || result.isEmpty()) {
            result.add(new Constant(constant));
        }
        return result.size() == 1 ? result.get(0) : new Sum(List.copyOf(result));
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        return visitor.sum(terms);
    }

    @Override
    public Expr rule(Axis by) {
        return of(terms.stream().map(term -> Composite.d(term, by)).toArray(Expr[]::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sum s
                && terms.size() == s.terms.size()
                && (terms.equals(s.terms) || new HashSet<>(terms).equals(new HashSet<>(s.terms)));
    }

    @Override
    public int hashCode() {
        return terms.stream().mapToInt(Expr::hashCode).sum();
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
