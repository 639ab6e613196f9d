package org.pinn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Problem;
import org.pinn4j.train.Cancellation;
import org.pinn4j.train.Progress;
import org.pinn4j.validation.study.SecondsTo;

/** One solve with the error against the reference along the way. Confined to the solving thread. */
final class WatchedSolve {
    /** Least seconds between two looks at the error. */
    private static final double ERROR_EVERY = 0.2;

    /** Looks may take one part in so many of the time, but for the first few, which wait for the compiler. */
    private static final double ERROR_SHARE = 30;

    private static final int FIRST_LOOKS = 5;

    private static final int MOST_RECORDED = 20_000;

    /** @param error relative L2 against the reference; NaN where nobody looked */
    record Point(int step, double loss, double heldOut, double error) {}

    private final ProgressLine line;
    private final Optional<LiveError> liveError;
    private final Optional<SecondsTo> secondsTo;
    private final List<Point> history = new ArrayList<>();
    private double lastError = Double.NaN;
    private double nextLook;
    private int looks;

    /** @param secondsTo told of every step, where it is asked for */
    WatchedSolve(ProgressLine line, Optional<LiveError> liveError, Optional<SecondsTo> secondsTo) {
        this.line = line;
        this.secondsTo = secondsTo;
        this.liveError = liveError;
    }

    Pinn.Solved run(Pinn pinn, Problem problem, Stop stop) {
        Cancellation cancellation = new Cancellation();
        stop.onRequest(cancellation::request);
        return pinn.cancelledBy(cancellation).onProgress(this::update).run(problem);
    }

    /** Step by step, as far as it was recorded. */
    List<Point> history() {
        return List.copyOf(history);
    }

    private void update(Progress p) {
        secondsTo.ifPresent(s -> s.look(p));
        double error = Double.NaN;
        if (liveError.isPresent() && p.seconds() >= nextLook) {
            long start = System.nanoTime();
            error = liveError.get().of(p.best().get());
            lastError = error;
            double cost = looks++ < FIRST_LOOKS ? 0 : (System.nanoTime() - start) * 1e-9;
            nextLook = p.seconds() + Math.max(ERROR_EVERY, ERROR_SHARE * cost);
        }
        if (history.size() < MOST_RECORDED) {
            history.add(new Point(p.step(), p.loss(), p.heldOut(), error));
        }
        line.accept(p, lastError);
    }
}
