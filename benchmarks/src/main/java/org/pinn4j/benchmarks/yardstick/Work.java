package org.pinn4j.benchmarks.yardstick;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.blas.Backend;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sobol;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

/** A case compiled as a run compiles it: conditions hard, tanh, quasi-random points, one network for all fields. */
public final class Work implements AutoCloseable {
    private final Case what;
    private final Backend backend;
    private final Workers workers;
    private final Problem problem;
    private final Ansatz ansatz;
    private final CompiledProblem compiled;
    private final ResidualObjective objective;
    private final double[] theta;

    private Work(Case what, int workerCount, Backend backend) {
        this.what = what;
        this.backend = backend;
        problem = Equations.named(what.equation());
        workers = Workers.of(workerCount);
        AnsatzDesign design = Equations.design(problem);
        Network network = Mlp.of("tanh", what.hidden())
                .build(design.features().size(), problem.fields().size());
        double[] scale = new double[problem.fields().size()];
        Arrays.fill(scale, 1);
        ansatz = design.build(network, scale);
        compiled = new CompiledProblem(problem, design, ansatz, workers, backend.blas());
        if (compiled.regions().size() != 1) {
            throw new IllegalStateException(
                    what.name() + ": some condition is not met by the form of the solution: " + compiled.regions());
        }
        objective = compiled.objective();
        theta = network.initialise(Initializer.glorotNormal(), RandomStream.of(1, "benchmark network"));
    }

    /** With its points. */
    public static Work of(Case what, int workers, Backend backend) {
        Work work = withoutPoints(what, workers, backend);
        work.draw();
        return work;
    }

    static Work withoutPoints(Case what, int workers, Backend backend) {
        return new Work(what, workers, backend);
    }

    void draw() {
        objective.setPoints(
                List.of(compiled.draw(0, new Sobol(), what.points(), RandomStream.of(1, "benchmark points"))));
    }

    public Backend backend() {
        return backend;
    }

    public Workers workers() {
        return workers;
    }

    public ResidualObjective objective() {
        return objective;
    }

    /** The untrained parameters; the work's own array. */
    public double[] theta() {
        return theta;
    }

    public Algebra algebra() {
        return new Algebra(backend.blas(), backend.lapack(), workers);
    }

    /** The untrained function: what it costs to evaluate does not depend on theta. */
    public Solution solution() {
        return new Solution(problem, ansatz, theta, ModelCard.untrained());
    }

    Case what() {
        return what;
    }

    /** C, the derivative channels of the plan in use. */
    int channels() {
        return compiled.regions().get(0).plan().channels();
    }

    @Override
    public void close() {
        workers.close();
    }
}
