package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Names;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sampler;

/**
 * The loss of physics-informed networks: mean squared residuals at fixed points, or at points drawn anew from time
 * to time where the residual is large.
 * Sources: Raissi, Perdikaris, Karniadakis, J. Comput. Phys. 378 (2019); Wu et al., CMAME 403 (2023) for the redrawing.
 */
public final class PinnLoss implements Loss {
    private final CompiledProblem problem;
    private final ResidualObjective objective;
    private final List<RegionPoints> points = new ArrayList<>();
    private final Optional<Resampling> resampling;
    private final List<Shares> shares; // of the first points: ranges keep their size on the average
    private final RandomStream redrawStream;
    private ResidualObjective pool;
    private int redraws;
    private int nextChange;
    private double interval;

    /**
     * Draws the first points.
     * @param objective its weights are already set
     * @param counts points by region
     */
    public PinnLoss(
            CompiledProblem problem,
            ResidualObjective objective,
            int[] counts,
            Sampler sampler,
            Optional<Resampling> resampling,
            RandomStream stream) {
        Args.given(problem, "problem", objective, "objective");
        Args.given(counts, "counts", sampler, "sampler");
        Args.given(resampling, "resampling", stream, "stream");
        this.problem = problem;
        this.objective = objective;
        this.resampling = resampling;
        this.redrawStream = stream.substream("redrawing");
        List<RegionPoints> drawn = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            String name = problem.regions().get(k).conditions().get(0).name();
            drawn.add(problem.draw(k, sampler, counts[k], stream.substream(name)));
        }
        objective.setPoints(drawn);
        for (int k = 0; k < counts.length; k++) {
            points.add(objective.tiled().points(k));
        }
        shares = points.stream().map(p -> p.shares().orElseThrow()).toList();
        interval = resampling.map(Resampling::first).orElse(0);
        nextChange = resampling.map(Resampling::first).orElse(Integer.MAX_VALUE);
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
        if (step < nextChange) {
            return false;
        }
        Resampling r = resampling.orElseThrow();
        interval = Math.min(interval * r.growth(), r.longest());
        nextChange = step + (int) interval;
        redraw(theta);
        return true;
    }

    /** Draws the points anew by the residual at these parameters, out of turn: for a network that has been trained before. */
    public void redraw(double[] theta) {
        Args.given(theta, "theta");
        Resampling r = resampling.orElseThrow();
        Redrawing redrawing = new Redrawing(problem, pool(), r, redrawStream.substream("redraw " + redraws++), theta);
        for (int k = 0; k < points.size(); k++) {
            if (problem.regions().get(k).region().data().isEmpty()) {
                points.set(k, redrawing.of(k, shares.get(k)));
            }
        }
        objective.setPoints(points);
    }

    /** What is left of the rule: the same with the present interval for the first. Empty for fixed points. */
    public Optional<Resampling> remaining() {
        return resampling.map(r -> new Resampling((int) interval, r.growth(), r.longest(), r.poolFactor(), r.rule()));
    }

    private ResidualObjective pool() {
        if (pool == null) {
            pool = problem.objective();
            pool.setWeights(objective);
        }
        return pool;
    }

    /** By region. */
    public List<RegionPoints> regionPoints() {
        return List.copyOf(points);
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < points.size(); k++) {
            text.append(k == 0 ? "" : ", ")
                    .append(problem.regions()
                            .get(k)
                            .region()
                            .counted(points.get(k).count()));
        }
        return text
                + resampling
                        .map(r -> ", redrawn by the residual after %s and on".formatted(Names.count(r.first(), "step")))
                        .orElse(", fixed");
    }
}
