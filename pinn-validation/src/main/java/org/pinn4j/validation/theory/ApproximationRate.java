package org.pinn4j.validation.theory;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Backend;
import org.pinn4j.network.Mlp;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/**
 * How well a tanh network with one hidden layer fits a function of one variable. Immutable.
 * @param width neurons
 * @param parameters 3·width + 1
 * @param error relative L2 error on points that were not trained on, the best of the seeds: an upper bound for the best approximation
 */
public record ApproximationRate(int width, int parameters, double error) {
    private static final int POINTS = 1024;

    /**
     * Fits f on the axis for each width: many points, so that approximation and training are all that is left of the error.
     * @param f of the axis alone
     */
    public static List<ApproximationRate> of(
            Axis axis, Expr f, int[] widths, long[] seeds, int steps, Backend backend, Workers workers) {
        Args.given(axis, "axis", f, "f");
        Args.given(widths, "widths", seeds, "seeds");
        Args.given(backend, "backend", workers, "workers");
        Field u = Field.of("u", axis);
        Problem fit = Problem.over(axis).require(u.equalTo(f));
        List<ApproximationRate> rows = new ArrayList<>();
        for (int width : widths) {
            FixedNetwork network = new FixedNetwork(fit, Mlp.of("tanh", width), backend, workers);
            double best = Double.POSITIVE_INFINITY;
            for (long seed : seeds) {
                double[] theta = network.train(network.loss(POINTS, seed, "training"), network.start(seed), steps);
                var other = network.loss(4 * POINTS, seed, "held out");
                best = Math.min(best, FixedNetwork.rms(other, theta) / FixedNetwork.rms(other, zero(theta)));
            }
            rows.add(new ApproximationRate(width, network.parameters(), best));
        }
        return List.copyOf(rows);
    }

    /** The network that is zero leaves f itself as the residual. */
    private static double[] zero(double[] theta) {
        return new double[theta.length];
    }
}
