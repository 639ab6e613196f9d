package org.pinn4j.validation.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.pinn4j.args.Args;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Progress;

/**
 * When a solve stands at some errors: the first moment after which the best solution so far stays below. Solutions are kept
 * while it runs and compared when it is over; what keeping them takes is not counted. Confined to the solving thread.
 */
public final class SecondsTo {
    /** Errors of interest, the largest first. */
    public static final List<Double> ERRORS = List.of(1e-3, 1e-6, 1e-9);

    private static final double EVERY = 1.05; // times the seconds of the last look
    private static final double NANO = 1e-9;

    private final List<Seen> seen = new ArrayList<>();
    private double nextLook;
    private double looking;

    private record Seen(double seconds, Solution best) {}

    /** Looks, where it is time to. */
    public void look(Progress now) {
        Args.given(now, "now");
        look(now.seconds(), now.best());
    }

    void look(double seconds, Supplier<Solution> best) {
        double net = seconds - looking;
        if (net >= nextLook) {
            long start = System.nanoTime();
            seen.add(new Seen(net, best.get()));
            nextLook = EVERY * net;
            looking += (System.nanoTime() - start) * NANO;
        }
    }

    /**
     * Seconds by error; empty where the last solution is not below.
     * @param last what the solve returned
     * @param seconds it took, looks included
     * @param error of a solution; NaN is no error below anything
     */
    public Map<Double, OptionalDouble> of(Solution last, double seconds, ToDoubleFunction<Solution> error) {
        Args.given(last, "last", error, "error");
        Map<Double, OptionalDouble> all = new TreeMap<>(Collections.reverseOrder());
        ERRORS.forEach(e -> all.put(e, OptionalDouble.empty()));
        List<Double> open = new ArrayList<>(ERRORS);
        mark(all, open, new Seen(seconds - looking, last), error);
        for (int k = seen.size() - 1; k >= 0 && !open.isEmpty(); k--) {
            mark(all, open, seen.get(k), error);
        }
        return all;
    }

    /** Those that a solution is not below stay at what came after it. */
    private static void mark(
            Map<Double, OptionalDouble> all, List<Double> open, Seen at, ToDoubleFunction<Solution> error) {
        double found = error.applyAsDouble(at.best());
        open.removeIf(e -> !(found <= e));
        open.forEach(e -> all.put(e, OptionalDouble.of(at.seconds())));
    }
}
