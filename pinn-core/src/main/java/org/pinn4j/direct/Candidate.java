package org.pinn4j.direct;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One direct solution. Immutable.
 * @param stretches one, or one for each slab of time, in order
 * @param figure residual over its size, see {@link Judge}
 * @param overZeroField that residual over the residual of fields that are zero everywhere; empty where these solve everything
 * @param roundOff what of the figure rounding makes
 * @param points where equations were solved
 */
public record Candidate(
        List<Stretch> stretches,
        double figure,
        OptionalDouble overZeroField,
        double roundOff,
        int points,
        String description) {
    public Candidate {
        stretches = List.copyOf(stretches);
    }

    Stretch first() {
        return stretches.get(0);
    }
}
