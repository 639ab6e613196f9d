package org.pinn4j.direct;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.pinn4j.args.Args;

/**
 * One direct solution. Immutable.
 * @param stretches one, or one for each slab of time, in order
 * @param figure residual over its size, see {@link Judge}
 * @param overZeroField that residual over the residual of fields that are zero everywhere; empty where these solve everything
 * @param rounding what of the figure rounding makes; asked for where it is needed, as it costs as much as the figure
 * @param points where equations were solved
 */
public record Candidate(
        List<Stretch> stretches,
        double figure,
        OptionalDouble overZeroField,
        DoubleSupplier rounding,
        int points,
        String description) {
    /** A figure above it says that the features do not carry the solution. */
    static final double FITS = 1e-2;

    private static final double NEAR_ROUND_OFF = 10;
    private static final double FINE = 1e-9;

    public Candidate {
        Args.list(stretches, "stretches");
        Args.given(overZeroField, "overZeroField", rounding, "rounding");
        Args.given(description, "description");
        stretches = List.copyOf(stretches);
        rounding = new Once(rounding);
    }

    /** Rounding that is large is not an end: it is made by weights that are only determined by rounding. */
    boolean isAtRoundOff() {
        return figure <= NEAR_ROUND_OFF * FINE && figure <= NEAR_ROUND_OFF * roundOff();
    }

    /** What of the figure rounding makes; to be asked for while the workers of the solve are there. */
    double roundOff() {
        return rounding.getAsDouble();
    }

    Stretch first() {
        return stretches.get(0);
    }
}
