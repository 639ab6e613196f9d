package org.pinn4j.train;

import java.util.List;
import java.util.Optional;
import org.pinn4j.ansatz.Design;
import org.pinn4j.blas.Blas;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.HeldOut;
import org.pinn4j.loss.PathLoss;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.paths.PathSampler;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Kolmogorov;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;

/** What a recipe of regression on paths makes of a statement. Immutable. */
final class KolmogorovSetup {
    private static final int PROBES = 256;
    private static final int HELD_OUT = 1024;
    private static final int PATHS_EACH = 64; // at held-out points: an eighth of the noise

    private final Problem problem;
    private final Kolmogorov equation;
    private final PathSampler paths;
    private final Points.Fresh points;

    /** @throws IllegalArgumentException with the reason, where paths are not the answer */
    private KolmogorovSetup(Recipe recipe, Problem problem, int steps) {
        if (!(recipe.points() instanceof Points.Fresh fresh)) {
            throw new IllegalArgumentException(
                    "recipe %s: a path is drawn once for each point, or its noise is learnt; take Points.fresh"
                            .formatted(recipe.name()));
        }
        this.problem = problem;
        this.points = fresh;
        this.equation = Kolmogorov.of(problem);
        this.paths = PathSampler.of(equation, steps);
    }

    static Optional<KolmogorovSetup> of(Recipe recipe, Problem problem) {
        return recipe.formulation() instanceof Formulation.Kolmogorov k
                ? Optional.of(new KolmogorovSetup(recipe, problem, k.steps()))
                : Optional.empty();
    }

    /** Reflections are found for conditions at points, which regression has none of. */
    Design design(Design chosen) {
        return chosen.withoutFoundSymmetries();
    }

    /** Whether the equation can be looked at: its residual then judges the answer, beside the figure by which the best is kept. */
    static boolean isSmooth(List<Network> networks) {
        return networks.stream().allMatch(n -> n.smoothness() >= 2);
    }

    /** @throws IllegalArgumentException where paths have no number, before any work */
    PathLoss loss(CompiledProblem compiled, int parameters, RandomStream stream, Workers workers, Blas blas) {
        PointSet probes = points.sampler()
                .sample(compiled.design().place(), Region.interior(), PROBES, stream.substream("probe"));
        paths.requireSound(probes.coordinates(), probes.count(), stream.substream("probes"), workers);
        Field u = equation.field();
        Problem regression = Problem.over(problem.domain())
                .require(u.equalTo(Expr.measurement())
                        .onData(new double[][] {probes.point(0)}, new double[] {1})
                        .named("regression"));
        CompiledProblem values = new CompiledProblem(
                regression, Design.derived().withoutFoundSymmetries().of(regression), compiled.ansatz(), workers, blas);
        int count = points.counts().interior().of(parameters);
        return new PathLoss(values, compiled, paths, count, points.sampler(), stream, workers);
    }

    /** A network with the least residual may be far away: one that is flat has a small one. */
    static HeldOut heldOut(PathLoss loss) {
        return loss.heldOut(HELD_OUT, PATHS_EACH);
    }

    List<String> notes(boolean smooth) {
        String judged =
                "the held-out figure is the size of u − Y at %d points with %d paths each; what cannot fall below is their noise%s"
                        .formatted(
                                HELD_OUT,
                                PATHS_EACH,
                                smooth ? "" : "; no residual judges a network without second derivatives");
        boolean bounded = equation.space().stream().anyMatch(a -> a.isBounded());
        return bounded
                ? List.of(
                        judged,
                        "paths go on beyond the domain, where coefficients and datum are read as they are written: the answer is that"
                                + " on all of space")
                : List.of(judged);
    }
}
