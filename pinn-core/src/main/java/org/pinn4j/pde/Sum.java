package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.args.Args;

/** Two or more terms; like terms are already added, the constant (if any) stands last. Equality is up to order. */
final class Sum extends Composite {
    private final List<Expr> terms;

    private Sum(List<Expr> terms) {
        super(unordered(1, terms), 0, terms);
        this.terms = terms;
    }

    List<Expr> terms() {
        return terms;
    }

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
        Args.given(visitor, "visitor");
        return visitor.sum(terms);
    }

    @Override
    Expr rule(Axis by) {
        Expr[] slopes = new Expr[terms.size()];
        long nodes = 0;
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = d(terms.get(k), by);
            nodes = bounded(nodes + slopes[k].nodes());
        }
        return of(slopes);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Sum s && hashCode() == s.hashCode() && same(terms, s.terms);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
