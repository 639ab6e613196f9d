package org.pinn4j.train;

import java.util.Objects;
import java.util.OptionalInt;
import org.pinn4j.args.Args;

/**
 * How many points a region gets.
 * @param interior of the interior; training rounds up to whole tiles
 * @param perCondition of each other region; empty: a sixth of the interior's, 64 at least
 */
public record Counts(Count interior, OptionalInt perCondition) {
    public Counts {
        Args.given(perCondition, "perCondition");
        Objects.requireNonNull(interior, "interior");
        if (perCondition.isPresent() && perCondition.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "points: need at least one for each condition, got " + perCondition.getAsInt());
        }
    }

    public static Counts perParameter(double factor) {
        return new Counts(new Count.PerParameter(factor), OptionalInt.empty());
    }

    public static Counts exactly(int interior) {
        return new Counts(new Count.Exactly(interior), OptionalInt.empty());
    }
}
