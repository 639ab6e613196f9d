package org.pinn4j.pde;

import java.util.Objects;

/** One coordinate and its closed interval, e.g. x in [-1, 1]. Immutable; equality is by value. */
public record Axis(String name, double min, double max, boolean isTime) implements Expr {
    public Axis {
        Objects.requireNonNull(name, "name");
        Names.check("axis", name);
        if (!(min < max) || Double.isInfinite(max - min)) { // written so that NaN fails too
            throw new IllegalArgumentException(
                    "axis %s: need finite min < max, got [%s, %s]".formatted(name, min, max));
        }
    }

    /** A space axis. */
    public static Axis of(String name, double min, double max) {
        return new Axis(name, min, max, false);
    }

    /** The time axis; a problem has at most one. */
    public static Axis time(String name, double min, double max) {
        return new Axis(name, min, max, true);
    }

    public double length() {
        return max - min;
    }

    /** The lower end, {@code x = min}. */
    public Region start() {
        return new Region.Face(this, Region.Side.MIN);
    }

    /** The upper end, {@code x = max}. */
    public Region end() {
        return new Region.Face(this, Region.Side.MAX);
    }

    /** Both ends. */
    public Region ends() {
        return new Region.Face(this, Region.Side.BOTH);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
        return visitor.axis(this);
    }

    @Override
    public Expr d(Axis by) {
        return equals(by) ? Constant.ONE : Constant.ZERO;
    }

    @Override
    public String toString() {
        return name;
    }
}
