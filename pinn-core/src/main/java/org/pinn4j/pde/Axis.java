package org.pinn4j.pde;

import java.util.Objects;
import org.pinn4j.args.Args;

/**
 * One coordinate and its closed interval, e.g. x in [-1, 1]; the interval of a space axis may be all numbers, where the domain
 * gives it a size. Immutable; equality is by value.
 */
public record Axis(String name, double min, double max, Kind kind) implements Expr {
    /** What a coordinate stands for. */
    public enum Kind {
        /** A direction of space: it has a boundary, with an outward normal. */
        SPACE,
        /** Time: it has a start and an end, and no normal. */
        TIME,
        /** A quantity that every value of is a problem of its own: no end of it is a boundary. */
        PARAMETER
    }

    public Axis {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Names.check("axis", name);
        boolean all = kind == Kind.SPACE && min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY;
        if (!all && (!(min < max) || Double.isInfinite(max - min))) { // written so that NaN fails too
            throw new IllegalArgumentException(
                    "axis %s: need finite min < max, got [%s, %s]".formatted(name, min, max));
        }
    }

    /** A space axis. */
    public static Axis of(String name, double min, double max) {
        return new Axis(name, min, max, Kind.SPACE);
    }

    /** A space axis without ends: the domain says how far it reaches, or how large what happens on it is. */
    public static Axis of(String name) {
        return new Axis(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Kind.SPACE);
    }

    /** The time axis; a problem has at most one. */
    public static Axis time(String name, double min, double max) {
        return new Axis(name, min, max, Kind.TIME);
    }

    /** An axis of problems: one of them at each value. */
    public static Axis parameter(String name, double min, double max) {
        return new Axis(name, min, max, Kind.PARAMETER);
    }

    public boolean isSpace() {
        return kind == Kind.SPACE;
    }

    public boolean isTime() {
        return kind == Kind.TIME;
    }

    public boolean isParameter() {
        return kind == Kind.PARAMETER;
    }

    /** Whether its interval is finite. */
    public boolean isBounded() {
        return Double.isFinite(max - min);
    }

    /** An axis of the same name and kind on another interval. */
    public Axis within(double newMin, double newMax) {
        return new Axis(name, newMin, newMax, kind);
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
        Args.given(visitor, "visitor");
        return visitor.axis(this);
    }

    @Override
    public Expr d(Axis by) {
        Args.given(by, "by");
        return equals(by) ? Constant.ONE : Constant.ZERO;
    }

    @Override
    public String toString() {
        return name;
    }
}
