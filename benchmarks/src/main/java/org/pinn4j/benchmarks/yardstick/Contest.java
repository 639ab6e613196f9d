package org.pinn4j.benchmarks.yardstick;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Times several things in turns: each is warmed up until it is steady, then every round takes one sample of each, so that
 * whatever slows the machine for a while meets them all.
 */
final class Contest {
    /** Samples of each thing, and of things that are quick. */
    private static final int ROUNDS = 7;

    private static final int QUICK_ROUNDS = 15;
    private static final double QUICK_SECONDS = 0.2; // for one sample of everything

    private static final double SAMPLE_SECONDS = 0.008;
    private static final double WARM_SECONDS = 0.15;
    private static final double WARM_AT_MOST = 1.0;
    private static final double WINDOW_SECONDS = 0.05;
    private static final double STEADY = 0.98;
    private static final int PATIENCE = 3;
    private static final int TRIES = 12;

    private final Map<String, Entrant> entrants = new LinkedHashMap<>();
    private final Map<String, Timing> timings = new LinkedHashMap<>();
    private double round; // seconds

    Contest add(String name, Entrant entrant) {
        entrants.put(name, entrant);
        return this;
    }

    /** A median of {@value #ROUNDS} or {@value #QUICK_ROUNDS}. */
    Contest run() {
        Map<String, Integer> calls = warm();
        return run(round < QUICK_SECONDS ? QUICK_ROUNDS : ROUNDS, calls);
    }

    Contest run(int rounds) {
        return run(rounds, warm());
    }

    private Map<String, Integer> warm() {
        Map<String, Integer> calls = new LinkedHashMap<>();
        round = 0;
        entrants.forEach((name, entrant) -> {
            double best = warm(entrant);
            int fill = entrant.repeats() ? (int) Math.max(1, Math.ceil(SAMPLE_SECONDS / best)) : 1;
            calls.put(name, fill);
            round += fill * best;
        });
        return calls;
    }

    private Contest run(int rounds, Map<String, Integer> calls) {
        Map<String, double[]> seconds = new LinkedHashMap<>();
        entrants.keySet().forEach(name -> seconds.put(name, new double[rounds]));
        for (int r = 0; r < rounds; r++) {
            for (Map.Entry<String, Entrant> e : entrants.entrySet()) {
                seconds.get(e.getKey())[r] = counted(e.getValue(), calls.get(e.getKey()));
            }
        }
        seconds.forEach((name, s) -> timings.put(name, new Timing(s)));
        return this;
    }

    boolean has(String name) {
        return timings.containsKey(name);
    }

    /** @throws IllegalArgumentException if there was none of that name */
    Timing of(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("no '%s' among %s".formatted(name, timings.keySet()));
        }
        return timings.get(name);
    }

    /** Runs until the best of a window stops falling, and gives it. */
    private static double warm(Entrant entrant) {
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        int idle = 0;
        while (spent < WARM_AT_MOST && (spent < WARM_SECONDS || idle < PATIENCE)) {
            double window = 0;
            double fastest = Double.POSITIVE_INFINITY;
            while (window < WINDOW_SECONDS) {
                double seconds = sample(entrant, 1);
                fastest = Math.min(fastest, seconds);
                window += seconds;
            }
            spent += window;
            idle = fastest < STEADY * best ? 0 : idle + 1;
            best = Math.min(best, fastest);
        }
        return best;
    }

    private static double counted(Entrant entrant, int calls) {
        for (int t = 0; t < TRIES; t++) {
            double seconds = sample(entrant, calls) / calls;
            if (entrant.counts()) {
                return seconds;
            }
        }
        return Double.NaN;
    }

    private static double sample(Entrant entrant, int calls) {
        entrant.prepare();
        long start = System.nanoTime();
        for (int k = 0; k < calls; k++) {
            entrant.run();
        }
        return (System.nanoTime() - start) * 1e-9;
    }
}
