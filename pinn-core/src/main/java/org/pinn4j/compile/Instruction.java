package org.pinn4j.compile;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.pinn4j.pde.Function;

/**
 * One line of three-address code: a register of n values from at most three others.
 * @param from the registers read
 * @param c the numbers of the operation, see {@link Op}
 * @param label CALL: a {@link Function}; APPLY: a {@link Routine}; otherwise null
 */
record Instruction(Op op, int to, List<Integer> from, List<Double> c, Object label) {
    enum Op {
        /** c0. */
        FILL,
        /** a. */
        COPY,
        /** c0 + c1·a. */
        AFFINE,
        /** c0 + c1·a + c2·b. */
        AFFINE2,
        /** c0 + c1·a·b. */
        PRODUCT,
        /** c0 + c1·a + c2·b·d. */
        MULTIPLY_ADD,
        /** 1 / a. */
        RECIPROCAL,
        /** √a. */
        SQRT,
        /** a^c0. */
        POWER,
        /** An elementary function of a. */
        CALL,
        /** User code of the point. */
        APPLY
    }

    /** Code that fills one register from others. Stateless. */
    interface Routine {
        /**
         * @param registers the machine's registers, at least n values each
         * @param from the registers that hold the arguments, read only
         * @param to the register to overwrite; not a number where the code throws
         * @param thrown takes what the code throws first
         */
        void run(int n, double[][] registers, List<Integer> from, int to, Thrown.Sink thrown);

        /** How many registers in a row it needs for itself. */
        default int registers() {
            return 0;
        }

        /** The same with these registers beginning at one of the machine's. */
        default Routine at(int base) {
            return this;
        }
    }

    double c(int k) {
        return c.get(k);
    }

    String text(IntFunction<String> name) {
        List<String> x = from.stream().map(name::apply).toList();
        String value = switch (op) {
            case FILL -> number(c(0));
            case COPY -> x.get(0);
            case AFFINE -> sum(c(0), term(c(1), x.get(0)));
            case AFFINE2 -> sum(c(0), term(c(1), x.get(0)), term(c(2), x.get(1)));
            case PRODUCT -> sum(c(0), term(c(1), x.get(0) + " * " + x.get(1)));
            case MULTIPLY_ADD -> sum(c(0), term(c(1), x.get(0)), term(c(2), x.get(1) + " * " + x.get(2)));
            case RECIPROCAL -> "1 / " + x.get(0);
            case SQRT -> "sqrt(" + x.get(0) + ")";
            case POWER -> x.get(0) + " ^ " + number(c(0));
            case CALL -> ((Function) label).name().toLowerCase(Locale.ROOT) + "(" + x.get(0) + ")";
            case APPLY -> label + "(" + String.join(", ", x) + ")";
        };
        return name.apply(to) + " = " + value;
    }

    private static String term(double factor, String body) {
        return factor == 1 ? body : factor == -1 ? "-" + body : number(factor) + " * " + body;
    }

    private static String sum(double constant, String... terms) {
        String text = String.join(" + ", terms) + (constant == 0 ? "" : " + " + number(constant));
        return text.replace("+ -", "- ");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
