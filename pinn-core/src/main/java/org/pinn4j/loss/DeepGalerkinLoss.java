package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sampler;

/**
 * The loss of the deep Galerkin method: mean squared residuals at points drawn afresh from a stated law at every step, a
 * Monte-Carlo estimate of the residual's L² norm under that law. It is no Galerkin projection: the name is historical.
 * Source: Sirignano and Spiliopoulos, J. Comput. Phys. 375 (2018) 1339.
 */
public final class DeepGalerkinLoss implements Loss {
    private final CompiledProblem problem;
    private final ResidualObjective objective;
    private final int[] counts;
    private final Sampler law;
    private final RandomStream stream;

    /**
     * Draws the first points.
     * @param objective its weights are already set
     * @param counts points by region and step
     * @param law where the points of each region come from
     */
    public DeepGalerkinLoss(
            CompiledProblem problem, ResidualObjective objective, int[] counts, Sampler law, RandomStream stream) {
        Args.given(problem, "problem", objective, "objective");
        Args.given(counts, "counts", law, "law");
        Args.given(stream, "stream");
        this.problem = problem;
        this.objective = objective;
        this.counts = counts.clone();
        this.law = law;
        this.stream = stream;
        draw(0);
    }

    private void draw(int step) {
        List<RegionPoints> fresh = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            fresh.add(problem.draw(k, law, counts[k], stream.substream("step " + step + " region " + k)));
        }
        objective.setPoints(fresh);
    }

    @Override
    public ResidualObjective objective() {
        return objective;
    }

    @Override
    public int points() {
        return objective.points();
    }

    @Override
    public boolean advance(int step, double[] theta) {
        Args.given(theta, "theta");
        draw(step);
        return true;
    }

    @Override
    public boolean isFresh() {
        return true;
    }

    @Override
    public String describe() {
        return "%s points by region, drawn afresh at every step (%s)"
                .formatted(java.util.Arrays.toString(counts), law.name());
    }
}
