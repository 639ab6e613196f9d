package org.pinn4j.loss;

import org.pinn4j.args.Args;
import org.pinn4j.sampling.ResidualAdaptive;

/**
 * When and how the points of every region but given ones are drawn anew by the residual.
 * @param first steps before the first time
 * @param growth factor from one interval to the next
 * @param longest longest interval in steps
 * @param poolFactor candidates per point drawn
 * @param rule the distribution over the candidates
 */
public record Resampling(int first, double growth, int longest, int poolFactor, ResidualAdaptive rule) {
    public Resampling {
        Args.given(rule, "rule");
        if (first < 1 || !(growth >= 1) || longest < first || poolFactor < 1) {
            throw new IllegalArgumentException(
                    "resampling: need first >= 1, growth >= 1, longest >= first, poolFactor >= 1, got %d, %s, %d, %d"
                            .formatted(first, growth, longest, poolFactor));
        }
    }

    /** After 20 steps, then at intervals growing by 1.3 up to 150, from four candidates a point. */
    public static Resampling standard() {
        return new Resampling(20, 1.3, 150, 4, ResidualAdaptive.standard());
    }
}
