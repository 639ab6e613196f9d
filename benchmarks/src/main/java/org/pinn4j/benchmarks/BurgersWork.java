package org.pinn4j.benchmarks;

import java.util.Collections;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.ResidualObjective;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Burgers;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sobol;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

/**
 * The residual of Burgers' equation on interior points, as a run meets it: initial and boundary values hard, four channels
 * (u, u_x, u_t, u_xx), tanh.
 */
final class BurgersWork implements AutoCloseable {
    final Backend backend;
    final Workers workers;
    final ResidualObjective objective;
    final double[] theta;
    private final Problem problem = new Burgers().statement();
    private final Ansatz ansatz;

    /** @param shape depth × width of the hidden layers, such as 4x50 */
    BurgersWork(String shape, int points, int workerCount) {
        String[] parts = shape.split("x");
        int[] hidden = Collections.nCopies(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])).stream()
                .mapToInt(w -> w)
                .toArray();
        backend = Backends.select("auto");
        workers = Workers.of(workerCount);
        AnsatzDesign design = AnsatzDesign.of(problem);
        Network network = Mlp.of("tanh", hidden).build(design.features().size(), 1);
        ansatz = design.build(network, 1);
        CompiledProblem compiled = new CompiledProblem(problem, design, ansatz, workers, backend.blas());
        objective = compiled.objective();
        objective.setPoints(
                java.util.List.of(compiled.draw(0, new Sobol(), points, RandomStream.of(1, "benchmark points"))));
        theta = network.initialise(Initializer.glorotNormal(), RandomStream.of(1, "benchmark network"));
    }

    /** The untrained function: what it costs to evaluate does not depend on theta. */
    Solution solution() {
        return new Solution(problem, ansatz, theta, ModelCard.untrained());
    }

    @Override
    public void close() {
        workers.close();
    }
}
