package org.pinn4j.ansatz;

import org.pinn4j.args.Args;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Region;

/**
 * A condition that takes part in the loss.
 * @param samplingRegion where its points are drawn from, on the folded axes
 */
public record SoftCondition(Condition condition, Region samplingRegion) {
    public SoftCondition {
        Args.given(condition, "condition", samplingRegion, "samplingRegion");
    }
}
