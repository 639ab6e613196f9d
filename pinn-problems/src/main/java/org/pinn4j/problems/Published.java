package org.pinn4j.problems;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.pinn4j.args.Args;

/**
 * An error that somebody published for a statement, and how far the figure can be trusted. Immutable.
 * @param error relative L2, on the grid of record or one like it unless {@code remark} says what else
 * @param method who or what reached it, with the source
 * @param hardware empty where it is not told
 * @param seconds of the whole solve, where they are told
 * @param seen where the figure was read
 * @param remark what else a reader has to know; may be empty
 */
public record Published(
        double error, String method, String hardware, OptionalDouble seconds, Seen seen, String remark) {
    /** Where a figure was read, the surest first. */
    public enum Seen {
        REPOSITORY("R", "in the files of a public repository"),
        PAPER("P", "in the text of the paper"),
        QUOTED("S", "quoted by others only");

        private final String tag;
        private final String words;

        Seen(String tag, String words) {
            this.tag = tag;
            this.words = words;
        }

        /** One letter for tables. */
        public String tag() {
            return tag;
        }

        /** What the letter means. */
        public String words() {
            return words;
        }
    }

    public Published {
        if (!(error > 0 && error < Double.POSITIVE_INFINITY)) { // written so that NaN fails too
            throw new IllegalArgumentException("published error: need a finite number above 0, got " + error);
        }
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(hardware, "hardware");
        Objects.requireNonNull(seconds, "seconds");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(remark, "remark");
    }

    /** One of which neither hardware nor time is known. */
    public static Published of(double error, Seen seen, String method) {
        return new Published(error, method, "", OptionalDouble.empty(), seen, "");
    }

    public Published on(String newHardware) {
        Args.given(newHardware, "newHardware");
        return new Published(error, method, newHardware, seconds, seen, remark);
    }

    public Published within(double newSeconds) {
        return new Published(error, method, hardware, OptionalDouble.of(newSeconds), seen, remark);
    }

    public Published remarked(String newRemark) {
        Args.given(newRemark, "newRemark");
        return new Published(error, method, hardware, seconds, seen, newRemark);
    }

    /** Time and hardware as far as they are told: {@code 346 s, H100}. */
    public String cost() {
        StringJoiner cost = new StringJoiner(", ");
        seconds.ifPresent(s -> cost.add(String.format(Locale.ROOT, s < 10 ? "%.2g s" : "%,.0f s", s)));
        if (!hardware.isEmpty()) {
            cost.add(hardware);
        }
        return cost.toString();
    }

    /** {@code 7.97e-14 [R]}. */
    public String figure() {
        return String.format(Locale.ROOT, "%.2e [%s]", error, seen.tag);
    }

    /** In one line. */
    @Override
    public String toString() {
        return figure() + " " + method + (cost().isEmpty() ? "" : ", " + cost())
                + (remark.isEmpty() ? "" : "; " + remark);
    }
}
