package org.pinn4j.trials;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.pinn4j.io.Json;

/**
 * A job of many random trials, each of them made from its number alone: a small share in every build, all of it where somebody asks
 * for hours. Numbers that failed are told, so that each can be run again; numbers go on where the last run ended, so that runs
 * add up.
 *
 * <p>{@code -Dpinn.trials.minutes=M} or {@code -Dpinn.trials.count=N} say how much, {@code -Dpinn.trials.first=K} where numbers
 * begin, {@code -Dpinn.trials.out=DIR} where the counts are written.
 */
public final class Trials {
    private static final int MOST_TOLD = 20;
    private static final double NANO = 1e-9;

    private final String job;
    private final long first = Long.getLong("pinn.trials.first", 0);
    private final double seconds;
    private final long count;
    private final Map<String, Long> ends = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Measured> measured = new LinkedHashMap<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private long done;
    private long failed;
    private double took;

    /** One trial. */
    @FunctionalInterface
    public interface Trial {
        /**
         * @param number all that it is made from
         * @return how it ended, in a word or two
         * @throws Throwable if a promise is broken
         */
        String run(long number) throws Throwable;
    }

    /** @param share trials where nobody says how many */
    public Trials(String job, int share) {
        this.job = job;
        String minutes = System.getProperty("pinn.trials.minutes");
        this.seconds = minutes == null ? Double.POSITIVE_INFINITY : 60 * Double.parseDouble(minutes);
        this.count = Long.getLong("pinn.trials.count", minutes == null ? share : Long.MAX_VALUE);
    }

    /** Sizes of one kind, such as seconds. */
    private static final class Measured {
        private double[] sizes = new double[16];
        private int n;

        void add(double size) {
            sizes = n == sizes.length ? Arrays.copyOf(sizes, 2 * n) : sizes;
            sizes[n++] = size;
        }

        /** The least size that a part of all does not exceed. */
        double quantile(double part) {
            double[] sorted = Arrays.copyOf(sizes, n);
            Arrays.sort(sorted);
            return sorted[(int) Math.min(n - 1, Math.ceil(part * n) - 1)];
        }
    }

    /** Remembers a size, of which the median, the 99th percentile and the largest are written. */
    public void measure(String what, double size) {
        measured.computeIfAbsent(what, w -> new Measured()).add(size);
    }

    /** The 99th percentile so far; NaN before any. */
    public double p99(String what) {
        return measured.containsKey(what) ? measured.get(what).quantile(0.99) : Double.NaN;
    }

    /** All of them. */
    public Trials run(Trial trial) {
        long start = System.nanoTime();
        while (done < count && (System.nanoTime() - start) * NANO < seconds) {
            one(trial, first + done++);
        }
        took = (System.nanoTime() - start) * NANO;
        return this;
    }

    /** How many there were. */
    public long done() {
        return done;
    }

    /** A figure of all trials together. */
    public void figure(String what, double value) {
        figures.put(what, value);
    }

    /**
     * Writes the counts, where somebody wants them.
     * @throws AssertionError if any trial failed, or there were none
     */
    public void end() throws IOException {
        String folder = System.getProperty("pinn.trials.out");
        if (folder != null) {
            Files.writeString(Files.createDirectories(Path.of(folder)).resolve(job + ".json"), Json.pretty(counts()));
        }
        assertTrue(done > 0, "no trials");
        assertTrue(
                failed == 0,
                () -> "%s: %d of the trials from %d on failed:%n%s"
                        .formatted(job, failed, first, String.join(System.lineSeparator(), failures)));
    }

    private void one(Trial trial, long number) {
        try {
            ends.merge(trial.run(number), 1L, Long::sum);
        } catch (Throwable e) { // errors are what some trials look for
            failed++;
            ends.merge("failed", 1L, Long::sum);
            if (failures.size() < MOST_TOLD) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                String place = cause.getStackTrace().length == 0 ? "" : ", at " + cause.getStackTrace()[0];
                failures.add("trial %d: %s%s%s".formatted(number, e, cause == e ? "" : " by " + cause, place));
            }
        }
    }

    private Map<String, Object> counts() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("job", job);
        all.put("first", Long.toString(first));
        all.put("trials", Long.toString(done));
        all.put("failed", Long.toString(failed));
        all.put("failures", String.join("; ", failures));
        all.put("seconds", String.format(Locale.ROOT, "%.0f", took));
        all.put("java", Runtime.version().toString());
        ends.forEach((end, n) -> all.put("ended: " + end, Long.toString(n)));
        measured.forEach((what, m) -> {
            all.put("median: " + what, String.format(Locale.ROOT, "%.3g", m.quantile(0.5)));
            all.put("p99: " + what, String.format(Locale.ROOT, "%.3g", m.quantile(0.99)));
            all.put("most: " + what, String.format(Locale.ROOT, "%.3g", m.quantile(1)));
        });
        figures.forEach((what, value) -> all.put("figure: " + what, String.format(Locale.ROOT, "%.3g", value)));
        return all;
    }
}
