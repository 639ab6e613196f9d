package org.pinn4j.validation.evolution;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Pulse;

/**
 * The longest step from a time on where the data have pulses, which control by the error passes over: half a width inside, and half of
 * the way before, since a polynomial through steps of very different length is none of the solution. Immutable.
 */
public final class ShortSteps implements DoubleUnaryOperator {
    /** Widths before and after a pulse that belong to it. */
    private static final int NEAR = 4;

    private final List<Pulse> pulses;

    private ShortSteps(List<Pulse> pulses) {
        this.pulses = pulses;
    }

    /** Those of the pulses that are pulses in time. */
    public static ShortSteps of(List<Pulse> pulses) {
        Args.list(pulses, "pulses");
        return new ShortSteps(pulses.stream().filter(p -> p.axis().isTime()).toList());
    }

    /** Whether a step may have any length. */
    boolean none() {
        return pulses.isEmpty();
    }

    @Override
    public double applyAsDouble(double t) {
        return pulses.stream()
                .filter(p -> t < p.at() + NEAR * p.width())
                .mapToDouble(p -> Math.max(p.width(), p.at() - NEAR * p.width() - t) / 2)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
