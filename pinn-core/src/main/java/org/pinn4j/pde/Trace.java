package org.pinn4j.pde;

/** The value of an expression at the partner point on another face, e.g. across a periodic wrap. */
public record Trace(Expr inner, Region region) implements Composite {
    public Trace {
        if (!region.isOneEnd()) {
            throw new IllegalArgumentException(
                    "%s.trace(%s): need one end of an axis, such as x.end()".formatted(inner, region));
        }
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        return visitor.trace(inner, region);
    }

    /** The derivative of the inner expression, taken at the partner point. */
    @Override
    public Expr rule(Axis by) {
        return new Trace(Composite.d(inner, by), region);
    }

    @Override
    public String toString() {
        return Printer.factor(inner) + "(" + region + ")";
    }
}
