package org.pinn4j.train;

import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.network.GivenNetwork;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Uniform;

/**
 * A solution to go on from: its network always, its ansatz where the statement still asks for the same one. Another statement
 * may have other hard conditions, which an ansatz of the old ones would silently miss.
 */
record WarmStart(TrainedNetwork from) {
    private static final int SAMPLES = 64;
    private static final double SAME = 1e-9;

    /** The same recipe with the network of the start. */
    Recipe recipe(Recipe chosen) {
        List<Network> networks = from.ansatz().networks();
        if (networks.size() != 1) {
            throw new IllegalArgumentException(
                    "start: need a solution with one network, got one with %d".formatted(networks.size()));
        }
        Network network = networks.get(0);
        boolean own = chosen.architecture() instanceof GivenNetwork g
                ? g.network().equals(network)
                : network.equals(chosen.architecture().build(network.inputs(), network.outputs()));
        return own ? chosen : chosen.withNetwork(new GivenNetwork(network), chosen.initializer());
    }

    /** @throws IllegalArgumentException if the start's network does not fit this problem */
    void requireFits(Network network) {
        Network own = from.ansatz().networks().get(0);
        if (network.inputs() != own.inputs() || network.outputs() != own.outputs()) {
            throw new IllegalArgumentException(
                    "start: the solution's network has %d inputs and %d outputs, this problem needs %d and %d"
                            .formatted(own.inputs(), own.outputs(), network.inputs(), network.outputs()));
        }
    }

    /** The ansatz of the start if it is {@code fresh} up to the sizes of the fields, otherwise {@code fresh}. */
    Ansatz ansatz(Ansatz fresh) {
        Ansatz old = from.ansatz();
        boolean same = old.axes().equals(fresh.axes())
                && old.features().equals(fresh.features())
                && old.folds().equals(fresh.folds())
                && old.forms().size() == fresh.forms().size();
        for (int k = 0; same && k < old.forms().size(); k++) {
            same = old.forms().get(k).field().equals(fresh.forms().get(k).field())
                    && sameForm(old.forms().get(k), fresh.forms().get(k), fresh.axes());
        }
        return same ? old : fresh;
    }

    /** Equal bases, and factors in one proportion, at random points. */
    private static boolean sameForm(Ansatz.Form old, Ansatz.Form fresh, List<Axis> axes) {
        List<Expr> both = List.of(old.base(), fresh.base(), old.factor(), fresh.factor());
        CoordinateProgram program = CoordinateProgram.compile(both, axes);
        double[] x = new Uniform()
                .sample(axes, Region.interior(), SAMPLES, RandomStream.of(1, "warm start"))
                .coordinates();
        double[][] v = new double[both.size()][SAMPLES];
        program.evaluate(SAMPLES, x, null, null, v, program.scratch(SAMPLES));
        double ratio = v[2][0] / v[3][0];
        for (int i = 0; i < SAMPLES; i++) {
            double size = Math.abs(v[0][i]) + Math.abs(v[1][i]) + Math.abs(v[2][i]);
            boolean here = Math.abs(v[0][i] - v[1][i]) <= SAME * size
                    && Math.abs(v[2][i] - ratio * v[3][i]) <= SAME * Math.abs(v[2][i]);
            if (!here) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where training begins.
     * @param untrained networks, then coefficients at their stated start
     * @throws IllegalArgumentException if the start has coefficients of another number
     */
    double[] theta(double[] untrained) {
        double[] theta = from.theta();
        int network = from.ansatz().networkParameters();
        if (theta.length != untrained.length && theta.length != network) {
            throw new IllegalArgumentException(
                    "start: it has %d trainable coefficients, this problem has %d; start from a solution with as many or none"
                            .formatted(theta.length - network, untrained.length - network));
        }
        double[] result = untrained.clone();
        System.arraycopy(theta, 0, result, 0, Math.min(theta.length, result.length));
        return result;
    }
}
