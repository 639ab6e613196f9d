package org.pinn4j.pde;

import java.util.List;
import java.util.Optional;

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

    /** Whether it is all of the domain. */
    default boolean isInterior() {
        return false;
    }

    /** Whether it is all of the boundary in space. */
    default boolean isBoundary() {
        return false;
    }

    /** Whether it lies on the boundary in space, so that it has an outward unit normal. */
    default boolean hasNormal() {
        return isBoundary() || face().isPresent() && !isEndOfTime();
    }

    /** This region as one end or both ends of an axis, if it is that. */
    default Optional<Face> face() {
        return Optional.empty();
    }

    /** Whether it is one end or both ends of this axis. */
    default boolean isEndOf(Axis axis) {
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

    /** Given points, see {@link Equation#onData}. */
    record Points(DataPoints given) implements Region {
        @Override
        public Optional<DataPoints> data() {
            return Optional.of(given);
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
