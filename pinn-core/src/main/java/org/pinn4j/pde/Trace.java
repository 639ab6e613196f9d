package org.pinn4j.pde;

import java.util.List;
import org.pinn4j.args.Args;

/** The value of an expression at the partner point on another face, e.g. across a periodic wrap. */
public final class Trace extends Composite {
    private final Expr inner;
    private final Region region;

    /** @param region one end of an axis. @throws IllegalArgumentException if it is anything else */
    public Trace(Expr inner, Region region) {
        super(
                mixed(
                        mixed(5, Args.given(inner, "inner").hashCode()),
                        Args.given(region, "region").hashCode()),
                TRACE,
                List.of(inner));
        this.inner = inner;
        this.region = region;
        if (!region.isOneEnd()) {
            throw new IllegalArgumentException(
                    "%s.trace(%s): need one end of an axis, such as x.end()".formatted(inner, region));
        }
    }

    public Expr inner() {
        return inner;
    }

    public Region region() {
        return region;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.trace(inner, region);
    }

    /** The derivative of the inner expression, taken at the partner point. */
    @Override
    Expr rule(Axis by) {
        return new Trace(d(inner, by), region);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Trace t
                        && hashCode() == t.hashCode()
                        && region.equals(t.region)
                        && inner.equals(t.inner);
    }

    @Override
    public String toString() {
        return Printer.factor(inner) + "(" + region + ")";
    }
}
