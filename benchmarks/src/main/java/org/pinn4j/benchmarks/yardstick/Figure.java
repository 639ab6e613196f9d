package org.pinn4j.benchmarks.yardstick;

import java.util.Locale;

/**
 * One measured number.
 * @param quantity what was measured, such as {@code loss+gradient}
 * @param value NaN where it does not apply or was left out
 * @param spread half the distance of the quartiles over the median; NaN where the number is not a median
 */
public record Figure(String quantity, Unit unit, double value, double spread) {
    /** How a number is labelled and printed. */
    public enum Unit {
        MILLIS("ms"),
        NANOS("ns"),
        GIGAFLOPS("GF/s"),
        GIGABYTES("GB/s"),
        MILLIONS("M/s"),
        PERCENT("%"),
        RATIO("×"),
        BYTES("bytes"),
        COUNT("");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Figure of(String quantity, Unit unit, double value) {
        return new Figure(quantity, unit, value, Double.NaN);
    }

    static Figure millis(String quantity, Timing timing) {
        return new Figure(quantity, Unit.MILLIS, timing.median() * 1e3, timing.spread());
    }

    static Figure nanos(String quantity, Timing timing) {
        return new Figure(quantity, Unit.NANOS, timing.median() * 1e9, timing.spread());
    }

    static Figure gigaflops(String quantity, double flops, Timing timing) {
        return new Figure(quantity, Unit.GIGAFLOPS, flops / timing.median() * 1e-9, timing.spread());
    }

    /** Quantity with its unit, as the head of a column. */
    String heading() {
        return unit.label.isEmpty() ? quantity : quantity + " " + unit.label;
    }

    /** The value to three digits or so; "-" where there is none. */
    String text() {
        if (Double.isNaN(value)) {
            return "-";
        }
        boolean whole = unit == Unit.COUNT || unit == Unit.BYTES || unit == Unit.PERCENT || Math.abs(value) >= 1000;
        if (whole) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
