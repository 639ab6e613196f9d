package org.pinn4j.loss;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.parallel.Workers;
import org.pinn4j.paths.PathSampler;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Sampler;

/**
 * The loss of deep Kolmogorov methods: the mean of (u(t, x) − Y)² over points drawn afresh at every step, each with a path from it
 * whose Y has the answer for its mean. The least value is the mean variance of Y, not zero.
 * Source: Beck, Becker, Grohs, Jaafari, Jentzen, J. Sci. Comput. 88 (2021) 73.
 */
public final class PathLoss implements Loss {
    private static final int SIZED = 4096;

    private final CompiledProblem values;
    private final CompiledProblem place;
    private final PathSampler paths;
    private final ResidualObjective objective;
    private final int count;
    private final Sampler law;
    private final RandomStream stream;
    private final Workers workers;
    private final double weight;

    /**
     * Draws the first points and paths.
     * @param values one condition, the field equal to its measurement
     * @param place whose design says where points are drawn
     * @param count points a step
     * @param law where they come from
     */
    public PathLoss(
            CompiledProblem values,
            CompiledProblem place,
            PathSampler paths,
            int count,
            Sampler law,
            RandomStream stream,
            Workers workers) {
        Args.given(values, "values", place, "place");
        Args.given(paths, "paths", law, "law");
        Args.given(stream, "stream", workers, "workers");
        this.values = values;
        this.place = place;
        this.paths = paths;
        this.objective = values.objective();
        this.count = Args.atLeast(1, count, "count");
        this.law = law;
        this.stream = stream;
        this.workers = workers;
        this.weight = 1 / meanSquare();
        objective.setWeight(0, 0, weight);
        draw(0);
    }

    /** Of Y, so that the loss is of order one. */
    private double meanSquare() {
        PointSet points = points(SIZED, stream.substream("size"));
        double[] y = paths.draw(points.coordinates(), points.count(), stream.substream("sizes of paths"), workers);
        double sum = Arrays.stream(y).map(v -> v * v).sum() / y.length;
        return sum > 0 && Double.isFinite(sum) ? sum : 1;
    }

    private PointSet points(int n, RandomStream from) {
        return law.sample(place.design().place(), Region.interior(), n, from);
    }

    private void draw(int step) {
        RandomStream from = stream.substream("step " + step);
        objective.setPoints(List.of(rows(points(count, from), 1, from)));
    }

    /** @param each paths from a point, whose mean is taken */
    private RegionPoints rows(PointSet points, int each, RandomStream from) {
        int n = points.count();
        double[] mean = new double[n];
        for (int k = 0; k < each; k++) {
            double[] y = paths.draw(points.coordinates(), n, from.substream("paths " + k), workers);
            for (int i = 0; i < n; i++) {
                mean[i] += y[i] / each;
            }
        }
        return values.at(0, points.withData(mean));
    }

    /**
     * What judges a network that cannot be differentiated: the size of u − Y at points of another stream, each with the mean of several
     * paths.
     */
    public HeldOutResidual heldOut(int points, int each) {
        Args.within(1, 1_000_000, points, "points");
        Args.within(1, 1000, each, "each");
        RandomStream from = stream.substream("held out");
        ResidualObjective apart = values.objective();
        apart.setWeight(0, 0, weight);
        apart.setPoints(List.of(rows(points(points, from), each, from)));
        return new HeldOutResidual(apart);
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
        return "%d points drawn afresh at every step (%s), %s".formatted(count, law.name(), paths.describe());
    }
}
