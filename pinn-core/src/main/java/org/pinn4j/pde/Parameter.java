package org.pinn4j.pde;

import org.pinn4j.args.Args;

/**
 * A trainable coefficient. The optimiser sees an unbounded number w; the equation sees {@link #value(double)}.
 * @param start the value to start from, inside the bounds
 */
public record Parameter(String name, double start, Range range, double min, double max) implements Expr {
    /** Where the value may lie. */
    public enum Range {
        FREE,
        POSITIVE,
        BETWEEN
    }

    public Parameter {
        Args.given(range, "range");
        Names.checkUnknown("parameter", name);
        if (range == Range.BETWEEN && !(min < max)) { // written so that NaN fails too
            throw new IllegalArgumentException(
                    "parameter %s: between(%s, %s) has nothing in it; need a < b".formatted(name, min, max));
        }
        boolean inside = switch (range) {
            case FREE -> Double.isFinite(start);
            case POSITIVE -> start > 0 && Double.isFinite(start);
            case BETWEEN -> min < start && start < max && Double.isFinite(max - min);
        };
        if (!inside) {
            throw new IllegalArgumentException(
                    "parameter %s: start %s is outside (%s, %s)".formatted(name, start, min, max));
        }
    }

    public static Parameter of(String name, double start) {
        return new Parameter(name, start, Range.FREE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same parameter kept above zero: value = e^w. */
    public Parameter positive() {
        return new Parameter(name, start, Range.POSITIVE, 0, Double.POSITIVE_INFINITY);
    }

    /** The same parameter kept in (a, b): value = a + (b - a) / (1 + e^-w). */
    public Parameter between(double a, double b) {
        return new Parameter(name, start, Range.BETWEEN, a, b);
    }

    /** The value of the coefficient at the optimiser's number {@code w}. */
    public double value(double w) {
        return switch (range) {
            case FREE -> w;
            case POSITIVE -> Math.exp(w);
            case BETWEEN -> min + (max - min) / (1 + Math.exp(-w));
        };
    }

    /** d value / d w. */
    public double slope(double w) {
        return switch (range) {
            case FREE -> 1;
            case POSITIVE -> Math.exp(w);
            case BETWEEN -> {
                double s = 1 / (1 + Math.exp(-w));
                yield (max - min) * s * (1 - s);
            }
        };
    }

    /** The optimiser's number for a value inside the range: the inverse of {@link #value}. */
    public double unbounded(double value) {
        return switch (range) {
            case FREE -> value;
            case POSITIVE -> Math.log(value);
            case BETWEEN -> Math.log((value - min) / (max - value));
        };
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        Args.given(visitor, "visitor");
        return visitor.parameter(this);
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return Constant.ZERO;
    }

    @Override
    public String toString() {
        return name;
    }
}
