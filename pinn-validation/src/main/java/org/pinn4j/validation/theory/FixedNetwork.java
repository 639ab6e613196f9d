package org.pinn4j.validation.theory;

import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Backend;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.State;
import org.pinn4j.optimize.Status;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Uniform;

/**
 * Networks for one problem, to be trained on points that are drawn once, independently and uniformly, as the theorems want them: no
 * redrawing, no quasi-random points, no weights, no choice by a held-out set. Confined to one thread and the workers.
 */
public final class FixedNetwork {
    private final CompiledProblem compiled;
    private final Algebra algebra;

    public FixedNetwork(Problem problem, Architecture architecture, Backend backend, Workers workers) {
        Args.given(problem, "problem", architecture, "architecture");
        Args.given(backend, "backend", workers, "workers");
        AnsatzDesign design = AnsatzDesign.of(problem);
        int fields = problem.fields().size();
        double[] scale = new double[fields];
        java.util.Arrays.fill(scale, 1);
        this.compiled = new CompiledProblem(
                problem, design, design.build(design.networks(architecture), scale), workers, backend.blas());
        this.algebra = new Algebra(backend.blas(), backend.lapack(), workers);
    }

    public int parameters() {
        return compiled.ansatz().networkParameters();
    }

    public double[] start(long seed) {
        return compiled.ansatz().initialise(Initializer.glorotNormal(), RandomStream.of(seed, "theory start"));
    }

    /** ½ mean r² over n points in each region; other names and seeds are other points. */
    public ResidualObjective loss(int n, long seed, String name) {
        Args.given(name, "name");
        ResidualObjective objective = compiled.objective();
        RandomStream stream = RandomStream.of(seed, "theory " + name);
        objective.setPoints(
                java.util.stream.IntStream.range(0, compiled.regions().size())
                        .mapToObj(k -> compiled.draw(k, new Uniform(), n, stream.substream("region " + k)))
                        .toList());
        return objective;
    }

    /** Levenberg-Marquardt from theta0, at most so many steps. */
    public double[] train(ResidualObjective loss, double[] theta0, int steps) {
        Args.given(loss, "loss", theta0, "theta0");
        State state = LevenbergMarquardt.standard().init(loss, theta0, algebra);
        for (int k = 0; k < steps && state.status() == Status.RUNNING; k++) {
            state.step();
        }
        return state.theta().clone();
    }

    /** Plain gradient descent, theta ← theta − η·gradient. */
    public static double[] descend(ResidualObjective loss, double[] theta0, double eta, int steps) {
        Args.given(loss, "loss", theta0, "theta0");
        Args.exactly(loss.parameters(), theta0, "theta0");
        double[] theta = theta0.clone();
        double[] g = new double[theta.length];
        for (int k = 0; k < steps; k++) {
            loss.gradient(theta, g);
            for (int i = 0; i < g.length; i++) {
                theta[i] -= eta * g[i];
            }
        }
        return theta;
    }

    /** √(2·loss): the root mean square of the residual. */
    public static double rms(ResidualObjective loss, double[] theta) {
        Args.given(loss, "loss", theta, "theta");
        return Math.sqrt(2 * loss.value(theta));
    }
}
