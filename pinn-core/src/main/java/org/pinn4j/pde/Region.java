package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.args.Args;

/**
 * Where an equation holds: a value without points. Who needs to know what kind it is asks it ({@link #isInterior},
 * {@link #hasNormal}, {@link #isEndOf} ...) and not its class.
 */
public sealed interface Region {
    /** Which end of an axis. */
    enum Side {
        MIN,
        MAX,
        BOTH
    }

    /** Whether it is all of the domain, or a part with the same dimension. */
    default boolean isInterior() {
        return false;
    }

    /** Whether it is all of the boundary in space. */
    default boolean isBoundary() {
        return false;
    }

    /** Whether it lies on the boundary in space, so that it has an outward unit normal. */
    default boolean hasNormal() {
        return isBoundary() || face().filter(f -> f.axis().isSpace()).isPresent();
    }

    /** This region as one end or both ends of an axis, if it is that. */
    default Optional<Face> face() {
        return Optional.empty();
    }

    /** Whether it is one end or both ends of this axis. */
    default boolean isEndOf(Axis axis) {
        Args.given(axis, "axis");
        return face().filter(f -> f.axis().equals(axis)).isPresent();
    }

    /** Whether it is one end or both ends of time. */
    default boolean isEndOfTime() {
        return face().filter(f -> f.axis().isTime()).isPresent();
    }

    /** Whether it is just one end of an axis. */
    default boolean isOneEnd() {
        return face().filter(f -> f.side() != Side.BOTH).isPresent();
    }

    /** The points and values it consists of, if they are given. */
    default Optional<DataPoints> data() {
        return Optional.empty();
    }

    /** The region that this one is cut out of; itself if it is not cut. */
    default Region whole() {
        return this;
    }

    /** The cuts that made it of {@link #whole}, the first one first: each is a region, the last one this. */
    default List<Region> cuts() {
        return List.of();
    }

    /** The expressions of the coordinates that are positive where the last cut left something. */
    default List<Expr> lastCut() {
        return List.of();
    }

    /** Whether none of its cuts takes away a point of {@link #whole}. @param point [axes] */
    default boolean holds(List<Axis> axes, double[] point) {
        Args.list(axes, "axes");
        Args.given(point, "point");
        return cuts().stream()
                .flatMap(c -> c.lastCut().stream())
                .allMatch(e -> Evaluation.evaluate(e, axes, point) > 0);
    }

    /** So many of its points, in words: {@code 240 points interior}; given ones say what they are. */
    default String counted(int points) {
        return Names.count(points, "point") + " " + this;
    }

    /** The last cut made on another region. */
    default Region on(Region other) {
        Args.given(other, "other");
        return other;
    }

    /** What of it lies between two values of an axis. */
    default Region where(Axis axis, double from, double to) {
        Args.given(axis, "axis");
        return new Between(this, axis, from, to);
    }

    /** What of it lies where an expression of the coordinates is positive. */
    default Region where(Expr positive) {
        Args.given(positive, "positive");
        return new Where(this, positive);
    }

    /** All of the domain. */
    record Interior() implements Region {
        @Override
        public boolean isInterior() {
            return true;
        }

        @Override
        public String toString() {
            return "interior";
        }
    }

    /** One end of an axis, or both. */
    record Face(Axis axis, Side side) implements Region {
        public Face {
            Args.given(axis, "axis", side, "side");
        }

        /** The coordinate of this end; not defined for both. */
        public double coordinate() {
            return switch (side) {
                case MIN -> axis.min();
                case MAX -> axis.max();
                case BOTH -> throw new IllegalStateException(this + ": two ends have no one coordinate");
            };
        }

        @Override
        public Optional<Face> face() {
            return Optional.of(this);
        }

        /** Its ends one by one, the lower one first. */
        public List<Face> single() {
            return side != Side.BOTH ? List.of(this) : List.of(new Face(axis, Side.MIN), new Face(axis, Side.MAX));
        }

        /** The other end of the axis; not defined for both. */
        public Face opposite() {
            return switch (side) {
                case MIN -> new Face(axis, Side.MAX);
                case MAX -> new Face(axis, Side.MIN);
                case BOTH -> throw new IllegalStateException(this + ": two ends have no opposite one");
            };
        }

        @Override
        public String toString() {
            return switch (side) {
                case MIN -> axis + " = " + Printer.number(axis.min());
                case MAX -> axis + " = " + Printer.number(axis.max());
                case BOTH -> axis + " = " + Printer.number(axis.min()) + ", " + Printer.number(axis.max());
            };
        }
    }

    /** Every end of every space axis. */
    record Boundary() implements Region {
        @Override
        public boolean isBoundary() {
            return true;
        }

        @Override
        public String toString() {
            return "boundary";
        }
    }

    /**
     * A part of the boundary of a shape by its name, see {@link Domain#part}. The shape belongs to it: two disks have one name for
     * two circles.
     */
    record Named(String name, Domain of) implements Region {
        public Named {
            Args.given(name, "name", of, "of");
        }

        @Override
        public boolean hasNormal() {
            return true;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What of a region lies between two values of an axis. */
    record Between(Region of, Axis axis, double from, double to) implements Region {
        public Between {
            Args.given(of, "of", axis, "axis");
            if (!(from < to)) { // written so that NaN fails too
                throw new IllegalArgumentException(
                        "%s.where(%s, %s, %s): need from < to".formatted(of, axis, from, to));
            }
            requireUncountable(of);
        }

        @Override
        public boolean isInterior() {
            return of.isInterior();
        }

        @Override
        public boolean hasNormal() {
            return of.hasNormal();
        }

        @Override
        public boolean isEndOfTime() {
            return of.isEndOfTime();
        }

        @Override
        public Region whole() {
            return of.whole();
        }

        @Override
        public List<Region> cuts() {
            return longer(of, this);
        }

        @Override
        public List<Expr> lastCut() {
            return List.of(axis.minus(from), Expr.constant(to).minus(axis));
        }

        @Override
        public Region on(Region other) {
            Args.given(other, "other");
            return new Between(other, axis, from, to);
        }

        @Override
        public String toString() {
            return "%s, %s < %s < %s".formatted(of, Printer.number(from), axis, Printer.number(to));
        }
    }

    /** What of a region lies where an expression of the coordinates is positive. */
    record Where(Region of, Expr expression) implements Region {
        public Where {
            Args.given(of, "of", expression, "expression");
            requireUncountable(of);
            Leaves leaves = Leaves.of(expression);
            if (!leaves.known() || leaves.axes().isEmpty()) {
                throw new IllegalArgumentException(
                        "%s.where(%s): need an expression of the coordinates, positive where the part is"
                                .formatted(of, expression));
            }
        }

        @Override
        public boolean isInterior() {
            return of.isInterior();
        }

        @Override
        public boolean hasNormal() {
            return of.hasNormal();
        }

        @Override
        public boolean isEndOfTime() {
            return of.isEndOfTime();
        }

        @Override
        public Region whole() {
            return of.whole();
        }

        @Override
        public List<Region> cuts() {
            return longer(of, this);
        }

        @Override
        public List<Expr> lastCut() {
            return List.of(expression);
        }

        @Override
        public Region on(Region other) {
            Args.given(other, "other");
            return new Where(other, expression);
        }

        @Override
        public String toString() {
            return "%s, %s > 0".formatted(of, expression);
        }
    }

    private static List<Region> longer(Region of, Region cut) {
        List<Region> all = new ArrayList<>(of.cuts());
        all.add(cut);
        return all;
    }

    private static void requireUncountable(Region of) {
        if (of.data().isPresent()) {
            throw new IllegalArgumentException(of + ": leave out the points that are not meant instead of cutting");
        }
    }

    /** Given points, see {@link Equation#onData}. */
    record Points(DataPoints given) implements Region {
        public Points {
            Args.given(given, "given");
        }

        @Override
        public Optional<DataPoints> data() {
            return Optional.of(given);
        }

        @Override
        public String counted(int points) {
            return Names.count(points, "point") + " of data";
        }

        @Override
        public String toString() {
            return Names.count(given.count(), "point");
        }
    }

    static Region interior() {
        return new Interior();
    }

    static Region boundary() {
        return new Boundary();
    }
}
