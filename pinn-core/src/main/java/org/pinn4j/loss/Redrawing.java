package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pinn4j.jets.Tiles;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.ResidualAdaptive;
import org.pinn4j.sampling.Uniform;

/**
 * One redrawing of points by the residual, range by range: each range draws candidates from streams of its own number, reports
 * the sum of their residuals, is told how many to take and takes them. So the points stay where they were drawn, and nothing
 * but the reports, whose size does not grow with the points, has to be known in one place. Half of an interior's candidates
 * are uniform, half children of those with a large residual, shared out in the same way.
 */
final class Redrawing {
    private static final int CHILDREN = 4;
    private static final int LEAST = 64; // candidates of a range with a few points
    private static final int AT_ONCE = 16 * Tiles.POINTS; // whole tiles; what is known of a candidate is large

    private final CompiledProblem problem;
    private final ResidualObjective pool;
    private final Resampling rule;
    private final RandomStream stream;
    private final double[] theta;

    /**
     * @param pool evaluates candidates, with the weights of the loss: a system's equations count here as they do there
     * @param stream of this redrawing
     */
    Redrawing(CompiledProblem problem, ResidualObjective pool, Resampling rule, RandomStream stream, double[] theta) {
        this.problem = problem;
        this.pool = pool;
        this.rule = rule;
        this.stream = stream;
        this.theta = theta;
    }

    /** One range's candidates and their residuals. */
    private record Candidates(PointSet points, double[] residuals) {
        Candidates and(Candidates more) {
            double[] all = Arrays.copyOf(residuals, residuals.length + more.residuals.length);
            System.arraycopy(more.residuals, 0, all, residuals.length, more.residuals.length);
            return new Candidates(points.concat(more.points), all);
        }
    }

    /** As many points of a region as {@code shares} has, in its ranges. */
    RegionPoints of(int region, Shares shares) {
        Region place = problem.regions().get(region).region();
        boolean interior = place.isInterior();
        List<PointSet> uniform = new ArrayList<>();
        for (int k = 0; k < shares.ranges(); k++) {
            int n = Math.max(LEAST, shares.size(k) * rule.poolFactor());
            uniform.add(problem.sample(
                    region, new Uniform(), interior ? n / 2 : n, stream(region, shares, k, "candidates")));
        }
        List<Candidates> candidates = evaluated(region, uniform);
        if (interior) {
            List<Candidates> children = evaluated(region, children(region, shares, candidates));
            for (int k = 0; k < children.size(); k++) {
                candidates.set(k, candidates.get(k).and(children.get(k)));
            }
        }
        List<PointSet> chosen = drawn(rule.rule(), region, shares, candidates, shares.points(), "choice");
        int[] sizes = chosen.stream().mapToInt(PointSet::count).toArray();
        PointSet all = chosen.stream().reduce(PointSet::concat).orElseThrow();
        return problem.at(region, all, Optional.of(new Shares(shares.firstRange(), sizes)));
    }

    private RandomStream stream(int region, Shares shares, int share, String use) {
        String name = problem.regions().get(region).conditions().get(0).name();
        return stream.substream(name)
                .substream("range " + (shares.firstRange() + share))
                .substream(use);
    }

    private List<PointSet> children(int region, Shares shares, List<Candidates> candidates) {
        int parents = candidates.stream().mapToInt(c -> c.points().count()).sum() / CHILDREN;
        List<PointSet> drawn = drawn(new ResidualAdaptive(1, 0), region, shares, candidates, parents, "parents");
        return IntStream.range(0, drawn.size())
                .mapToObj(k -> Offspring.of(
                        drawn.get(k),
                        CHILDREN,
                        problem.design().place(),
                        problem.samplingRegion(region),
                        stream(region, shares, k, "children")))
                .toList();
    }

    private List<PointSet> drawn(
            ResidualAdaptive by, int region, Shares shares, List<Candidates> candidates, int n, String use) {
        List<ResidualAdaptive.Report> reports =
                candidates.stream().map(c -> by.report(c.residuals())).toList();
        ResidualAdaptive.Report all = by.together(reports);
        int[] take = by.apportion(reports, n);
        return IntStream.range(0, take.length)
                .mapToObj(k -> by.draw(
                        candidates.get(k).points(),
                        candidates.get(k).residuals(),
                        all,
                        take[k],
                        stream(region, shares, k, use)))
                .toList();
    }

    private List<Candidates> evaluated(int region, List<PointSet> points) {
        double[] residuals =
                residuals(region, points.stream().reduce(PointSet::concat).orElseThrow());
        List<Candidates> result = new ArrayList<>();
        int first = 0;
        for (PointSet share : points) {
            result.add(new Candidates(share, Arrays.copyOfRange(residuals, first, first + share.count())));
            first += share.count();
        }
        return result;
    }

    /** Root of the summed squared residuals of a region at each candidate; where it is not finite the largest number, so that
     * the point is drawn and the optimiser names it. */
    private double[] residuals(int region, PointSet candidates) {
        int n = candidates.count();
        double[] roots = new double[n];
        for (int first = 0; first < n; first += AT_ONCE) {
            int count = Math.min(AT_ONCE, n - first);
            pool.setPoints(region, problem.at(region, candidates.slice(first, count)), n);
            double[] rows = new double[pool.rows()];
            pool.residuals(theta, rows);
            double[] squares = new ResidualFigures(pool.tiled(), rows).squaredByPoint(region);
            for (int i = 0; i < count; i++) {
                double root = Math.sqrt(squares[i]);
                roots[first + i] = Double.isFinite(root) ? root : Double.MAX_VALUE;
            }
        }
        return roots;
    }
}
