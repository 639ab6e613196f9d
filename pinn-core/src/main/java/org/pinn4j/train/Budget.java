package org.pinn4j.train;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.pinn4j.args.Args;

/**
 * When a run ends. The clock only ends it, between two steps; nothing else in a run reads one.
 * @param time training time; empty: not bounded
 * @param steps optimiser steps over all stages, the recipe's own trials included
 * @param tolerance bound on the relative held-out residual at which the run is content
 */
public record Budget(Optional<Duration> time, OptionalInt steps, OptionalDouble tolerance) {
    public Budget {
        Args.given(time, "time", steps, "steps");
        Args.given(tolerance, "tolerance");
        if (time.isPresent() && (time.get().isNegative() || time.get().isZero())) {
            throw new IllegalArgumentException("budget: need a positive time, got " + time.get());
        }
        if (steps.isPresent() && steps.getAsInt() < 1) {
            throw new IllegalArgumentException("budget: need at least one step, got " + steps.getAsInt());
        }
        if (tolerance.isPresent() && !(tolerance.getAsDouble() > 0 && tolerance.getAsDouble() < 1)) {
            throw new IllegalArgumentException("budget: need a tolerance in (0, 1), got " + tolerance.getAsDouble());
        }
    }

    /** A minute, no bound on steps, no tolerance. */
    public static Budget standard() {
        return new Budget(Optional.of(Duration.ofSeconds(60)), OptionalInt.empty(), OptionalDouble.empty());
    }

    public Budget withTime(Duration newTime) {
        Args.given(newTime, "newTime");
        return new Budget(Optional.of(newTime), steps, tolerance);
    }

    /** Bounds the steps; the time is bounded no longer, so that equal runs are equal. */
    public Budget withSteps(int newSteps) {
        return new Budget(Optional.empty(), OptionalInt.of(newSteps), tolerance);
    }

    public Budget withTolerance(double newTolerance) {
        return new Budget(time, steps, OptionalDouble.of(newTolerance));
    }
}
