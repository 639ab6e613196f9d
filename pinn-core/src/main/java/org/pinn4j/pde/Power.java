package org.pinn4j.pde;

/** A base to a constant exponent; −1 is division, ½ the square root. */
record Power(Expr base, double exponent) implements Composite {
    static Expr of(Expr base, double exponent) {
        if (exponent == 0) {
            return Constant.ONE;
        }
        if (exponent == 1) {
            return base;
        }
        if (base instanceof Constant c) {
            return new Constant(Math.pow(c.value(), exponent));
        }
        // (b^p)^q = b^(pq) holds for every real b only where p is an integer and q is too
        if (base instanceof Power p && p.exponent == Math.rint(p.exponent) && exponent == Math.rint(exponent)) {
            return of(p.base, p.exponent * exponent);
        }
        return new Power(base, exponent);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        return visitor.power(base, exponent);
    }

    @Override
    public Expr rule(Axis by) {
        return Product.of(new Constant(exponent), of(base, exponent - 1), Composite.d(base, by));
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
