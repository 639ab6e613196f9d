package org.pinn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.pinn4j.train.Progress;

/**
 * Live progress: on a terminal one line that is rewritten ten times a second, elsewhere a line every five seconds and
 * at each new stage. Confined to the thread that solves.
 */
final class ProgressLine implements AutoCloseable {
    private static final int BAR = 12;
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 5_000_000_000L;

    private final PrintWriter out;
    private final int columns;
    private final LongSupplier clock;
    private long last = Long.MIN_VALUE;
    private String stage = "";
    private Progress pending;
    private double error;

    /** @param columns width of the terminal; 0 if it is none */
    ProgressLine(PrintWriter out, int columns, LongSupplier clock) {
        this.out = out;
        this.columns = columns;
        this.clock = clock;
    }

    /** @param newError relative L2 against the reference; NaN if it is not known */
    void accept(Progress update, double newError) {
        long now = clock.getAsLong();
        boolean due = last == Long.MIN_VALUE
                || now - last >= (columns > 0 ? TERMINAL_NANOS : PLAIN_NANOS)
                || !update.stage().equals(stage);
        pending = update;
        error = newError;
        if (due) {
            last = now;
            stage = update.stage();
            show();
        }
    }

    private void show() {
        if (columns > 0) {
            String text = bar(pending.fraction()) + " " + describe(pending, error);
            out.print("\r" + text.substring(0, Math.min(text.length(), columns - 1)) + "\u001b[K");
        } else {
            out.println(describe(pending, error));
        }
        out.flush();
        pending = null;
    }

    /** Shows the last update that was held back and leaves the line. */
    @Override
    public void close() {
        if (pending != null) {
            show();
        }
        if (columns > 0 && last != Long.MIN_VALUE) {
            out.println();
            out.flush();
        }
    }

    static String describe(Progress p, double error) {
        StringBuilder text = new StringBuilder(p.stage()).append("  step ").append(p.step());
        append(text, "loss", p.loss());
        append(text, "held-out", p.heldOut());
        append(text, "error", error);
        double left = p.fraction() > 0 ? p.seconds() / p.fraction() - p.seconds() : Double.NaN;
        if (left >= 0) {
            text.append("  ").append(Math.round(left)).append(" s left");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, double value) {
        if (!Double.isNaN(value)) {
            text.append(String.format(Locale.ROOT, "  %s %.2e", name, value));
        }
    }

    private static String bar(double fraction) {
        int full = (int) Math.round(BAR * Math.max(0, Math.min(1, fraction)));
        return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "]";
    }
}
