package org.pinn4j.pde;

/** Where an equation holds: a value with a dimension, no points. */
public sealed interface Region {
    /** Which end of an axis. */
    enum Side {
        MIN,
        MAX,
        BOTH
    }

    /** All of the domain. */
    record Interior() implements Region {
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
        public String toString() {
            return "boundary";
        }
    }

    /** Given points, see {@link Equation#onData}. */
    record Points(DataPoints data) implements Region {
        @Override
        public String toString() {
            return data.count() + " points";
        }
    }

    static Region interior() {
        return new Interior();
    }

    static Region boundary() {
        return new Boundary();
    }
}
