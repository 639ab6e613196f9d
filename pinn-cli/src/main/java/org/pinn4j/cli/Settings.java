package org.pinn4j.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What was asked of a solve.
 * @param recipe {@code standard} or {@code expert}
 * @param budget time to train, if given
 * @param steps at most so many, if given; alone, the time is not bounded
 * @param tolerance bound on the estimated relative L2 error, if given
 * @param threads workers
 * @param backend {@code auto} or the name of a linear algebra library
 */
record Settings(
        long seed,
        Optional<Duration> budget,
        OptionalInt steps,
        String recipe,
        OptionalDouble tolerance,
        int threads,
        String backend) {}
