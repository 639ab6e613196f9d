package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.ResidualAdaptive;
import org.pinn4j.sampling.Sampler;
import org.pinn4j.sampling.Uniform;

/**
 * The loss of physics-informed networks: mean squared residuals at fixed points, or at points drawn anew from time
 * to time where the residual is large.
 * Sources: Raissi, Perdikaris, Karniadakis, J. Comput. Phys. 378 (2019); Wu et al., CMAME 403 (2023) for the redrawing.
 */
public final class PinnLoss implements Loss {
    private static final int CHILDREN = 4;

    private final CompiledProblem problem;
    private final ResidualObjective objective;
    private final List<RegionPoints> points = new ArrayList<>();
    private final Optional<Resampling> resampling;
    private final RandomStream candidateStream;
    private final RandomStream choiceStream;
    private ResidualObjective pool;
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
        this.problem = problem;
        this.objective = objective;
        this.resampling = resampling;
        this.candidateStream = stream.substream("candidates");
        this.choiceStream = stream.substream("choice");
        for (int k = 0; k < counts.length; k++) {
            String name = problem.regions().get(k).conditions().get(0).name();
            points.add(problem.draw(k, sampler, counts[k], stream.substream(name)));
        }
        objective.setPoints(points);
        interval = resampling.map(Resampling::first).orElse(0);
        nextChange = resampling.map(Resampling::first).orElse(Integer.MAX_VALUE);
    }

    @Override
    public ResidualObjective objective() {
        return objective;
    }

    @Override
    public boolean advance(int step, double[] theta) {
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
        Resampling r = resampling.orElseThrow();
        for (int k = 0; k < points.size(); k++) {
            if (problem.regions().get(k).region().data().isEmpty()) {
                points.set(k, problem.at(k, redraw(k, r, theta)));
            }
        }
        objective.setPoints(points);
    }

    /** What is left of the rule: the same with the present interval for the first. Empty for fixed points. */
    public Optional<Resampling> remaining() {
        return resampling.map(r -> new Resampling((int) interval, r.growth(), r.longest(), r.poolFactor(), r.rule()));
    }

    /** Half of an interior's candidates are uniform, half children of those with a large residual. */
    private PointSet redraw(int region, Resampling r, double[] theta) {
        int n = points.get(region).count();
        boolean interior = problem.regions().get(region).region().isInterior();
        int uniform = interior ? n * r.poolFactor() / 2 : n * r.poolFactor();
        RegionPoints candidates = problem.draw(region, new Uniform(), uniform, candidateStream);
        double[] residuals = residualAt(region, candidates, theta);
        if (interior) {
            PointSet parents =
                    new ResidualAdaptive(1, 0).draw(candidates.points(), residuals, uniform / CHILDREN, choiceStream);
            PointSet children = Offspring.of(parents, CHILDREN, problem.design().samplingAxes(), candidateStream);
            candidates = problem.at(region, candidates.points().concat(children));
            residuals = residualAt(region, candidates, theta);
        }
        return r.rule().draw(candidates.points(), residuals, n, choiceStream);
    }

    /** Root of the summed squared residuals of a region at each candidate; where it is not finite the largest number, so that
     * the point is drawn and the optimiser names it. */
    private double[] residualAt(int region, RegionPoints candidates, double[] theta) {
        if (pool == null) {
            pool = problem.objective();
            pool.setWeights(objective); // a system's equations count here as they do in the loss, whatever their units
        }
        List<RegionPoints> all = new ArrayList<>(points);
        all.set(region, candidates);
        pool.setPoints(all);
        double[] rows = new double[pool.rows()];
        pool.residuals(theta, rows);
        double[] squared = pool.squaredByPoint(region, rows);
        for (int i = 0; i < squared.length; i++) {
            double root = Math.sqrt(squared[i]);
            squared[i] = Double.isFinite(root) ? root : Double.MAX_VALUE;
        }
        return squared;
    }

    public List<RegionPoints> points() {
        return List.copyOf(points);
    }

    @Override
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < points.size(); k++) {
            text.append(k == 0 ? "" : ", ")
                    .append(points.get(k).count())
                    .append(" points ")
                    .append(problem.regions().get(k).region());
        }
        return text
                + resampling
                        .map(r -> ", redrawn by the residual after %s steps and on".formatted(r.first()))
                        .orElse(", fixed");
    }
}
