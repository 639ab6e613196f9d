package org.pinn4j.pde;

import java.util.List;
import org.pinn4j.args.Args;

/** A base to a constant exponent; −1 is division, ½ the square root. */
final class Power extends Composite {
    private final Expr base;
    private final double exponent;

    private Power(Expr base, double exponent) {
        super(mixed(mixed(3, base.hashCode()), Double.hashCode(exponent)), own(exponent), List.of(base));
        this.base = base;
        this.exponent = exponent;
    }

    private static int own(double exponent) {
        boolean whole = exponent >= 0 && exponent == Math.rint(exponent);
        return steep(exponent) | (whole ? 0 : FRACTIONAL);
    }

    Expr base() {
        return base;
    }

    double exponent() {
        return exponent;
    }

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
        Args.given(visitor, "visitor");
        return visitor.power(base, exponent);
    }

    @Override
    Expr rule(Axis by) {
        return Product.of(new Constant(exponent), of(base, exponent - 1), d(base, by));
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Power p
                        && hashCode() == p.hashCode()
                        && Double.compare(exponent, p.exponent) == 0
                        && base.equals(p.base);
    }

    @Override
    public String toString() {
        return Printer.print(this);
    }
}
