package org.pinn4j.train;

import java.util.function.Supplier;
import org.pinn4j.args.Args;
import org.pinn4j.solution.Solution;

/**
 * Where a run stands, after a step.
 * @param stage what it is doing, for people
 * @param step steps done so far, trials included
 * @param loss half the sum of squares at the current iterate
 * @param heldOut relative held-out residual of the best network so far; NaN before the first check
 * @param seconds training time so far
 * @param fraction of the budget that is used, in [0, 1]
 * @param detail the optimiser's own numbers
 * @param best the best solution so far; made when asked for, from any thread
 */
public record Progress(
        String stage,
        int step,
        double loss,
        double heldOut,
        double seconds,
        double fraction,
        String detail,
        Supplier<Solution> best) {
    public Progress {
        Args.given(stage, "stage", detail, "detail");
        Args.given(best, "best");
    }
}
