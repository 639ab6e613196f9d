package org.pinn4j.validation.paths;

import java.util.Arrays;
import org.pinn4j.args.Args;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Kolmogorov;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

/**
 * The answer of a linear parabolic equation at a point as a mean over paths that begin there, with its confidence interval. Immutable;
 * a figure depends on seed, paths and steps, not on the number of workers.
 * Source: Glasserman, Monte Carlo Methods in Financial Engineering (2003), sections 1.1, 3 and 6.2.
 */
public final class FeynmanKac {
    /** Paths that share a stream and are added before blocks are. */
    private static final int BLOCK = 1024;

    private final Kolmogorov equation;
    private final long paths;
    private final int steps;
    private final long seed;
    private final int workers;
    private final Walker walker;

    private FeynmanKac(Kolmogorov equation, long paths, int steps, long seed, int workers) {
        this.equation = equation;
        this.paths = paths;
        this.steps = steps;
        this.seed = seed;
        this.workers = workers;
        this.walker = new Walker(equation, steps);
    }

    /**
     * 100,000 paths, 64 steps where one is not enough, seed 1, one worker.
     * @throws IllegalArgumentException with the reason, where no mean over paths is the answer
     */
    public static FeynmanKac of(Problem problem) {
        Args.given(problem, "problem");
        return new FeynmanKac(Kolmogorov.of(problem), 100_000, 64, 1, 1);
    }

    /** @throws IllegalArgumentException below 2 paths: one number has no variance */
    public FeynmanKac withPaths(long newPaths) {
        if (newPaths < 2 || newPaths > (long) Integer.MAX_VALUE / 2 * BLOCK) {
            throw new IllegalArgumentException("paths: need 2 to %d, for a variance takes two, got %d"
                    .formatted((long) Integer.MAX_VALUE / 2 * BLOCK, newPaths));
        }
        return new FeynmanKac(equation, newPaths, steps, seed, workers);
    }

    /** Steps of a path that has no law in closed form. @throws IllegalArgumentException unless even: half of them show the bias */
    public FeynmanKac withSteps(int newSteps) {
        if (newSteps < 2 || newSteps % 2 != 0 || newSteps > 1_000_000) {
            throw new IllegalArgumentException(
                    "steps: need an even number from 2 to 1000000, for half of them show the bias, got " + newSteps);
        }
        return new FeynmanKac(equation, paths, newSteps, seed, workers);
    }

    public FeynmanKac withSeed(long newSeed) {
        return new FeynmanKac(equation, paths, steps, newSeed, workers);
    }

    /** @throws IllegalArgumentException if there cannot be so many */
    public FeynmanKac withWorkers(int count) {
        return new FeynmanKac(equation, paths, steps, seed, Workers.possible(count));
    }

    /** What is read from the statement. */
    public Kolmogorov equation() {
        return equation;
    }

    /** Whether there is no error but that of the mean. */
    public boolean isExact() {
        return walker.isExact();
    }

    /**
     * @param point a coordinate for each axis of the problem, in its order
     * @throws IllegalArgumentException if time is outside its interval, or paths from there have no number or no finite variance
     */
    public PathMean at(double... point) {
        Args.exactly(equation.problem().axes().size(), point, "point");
        for (int a = 0; a < point.length; a++) {
            Args.finite(point[a], equation.problem().axes().get(a).name());
        }
        double t = point[equation.problem().axes().indexOf(equation.time())];
        if (t < equation.time().min() || t > equation.time().max()) {
            throw new IllegalArgumentException("%s = %s: need %s to %s, where the equation holds"
                    .formatted(
                            equation.time(),
                            t,
                            equation.time().min(),
                            equation.time().max()));
        }
        int blocks = (int) ((paths + BLOCK - 1) / BLOCK);
        Moments[] parts = new Moments[blocks];
        RandomStream stream = RandomStream.of(seed, "feynman-kac").substream(Arrays.toString(point));
        try (Workers pool = Workers.of(workers)) {
            pool.forEach(blocks, (worker, block) -> {
                int n = (int) Math.min(BLOCK, paths - (long) block * BLOCK);
                parts[block] = block(point, n, stream.substream("block " + block));
            });
        }
        Moments all = Arrays.stream(parts).reduce(Moments.NONE, Moments::and);
        if (!Double.isFinite(all.mean()) || !Double.isFinite(all.squares())) {
            throw new IllegalArgumentException(
                    ("paths of '%s' from %s: the mean is %s with a sum of squares %s; a coefficient or the datum has no value where"
                                    + " paths go, or its variance is infinite")
                            .formatted(equation.problem().name(), Arrays.toString(point), all.mean(), all.squares()));
        }
        return new PathMean(
                all.mean(),
                all.standardError(),
                walker.isExact() ? 0 : 2 * Math.abs(all.shift()) + PathMean.Z99 * all.shiftError(),
                all.count(),
                walker.isExact(),
                walker.describe());
    }

    private Moments block(double[] point, int n, RandomStream random) {
        Moments sum = Moments.NONE;
        double[] both = new double[2];
        Walker.Path path = walker.path(random);
        for (int k = 0; k < n; k++) {
            path.draw(point, both);
            sum = sum.and(Moments.of(both[0], both[0] - both[1]));
        }
        return sum;
    }
}
