package org.pinn4j.train;

import java.util.List;
import java.util.Optional;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.GivenNetwork;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Agreement;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Names;

/**
 * A solution to go on from: its network always, its ansatz where the statement still asks for the same one. Another statement
 * may have other hard conditions, which an ansatz of the old ones would silently miss.
 */
record WarmStart(TrainedNetwork from) {
    /**
     * The same recipe with the network of the start.
     * @throws IllegalArgumentException if the start has several networks, and the recipe makes others
     */
    Recipe recipe(Recipe chosen) {
        List<Network> networks = from.ansatz().networks();
        boolean own = networks.stream().allMatch(n -> n.equals(same(chosen.architecture(), n)));
        if (!own && networks.size() != 1) {
            throw new IllegalArgumentException(
                    "start: its %d networks are no %s; go on with the recipe of the start, or one of the same network"
                            .formatted(networks.size(), chosen.architecture().describe()));
        }
        return own ? chosen : chosen.withNetwork(new GivenNetwork(networks.get(0)), chosen.initializer());
    }

    private static Network same(Architecture architecture, Network fitting) {
        return architecture instanceof GivenNetwork given
                ? given.network()
                : architecture.build(fitting.inputs(), fitting.outputs());
    }

    /** @throws IllegalArgumentException if the start's networks do not fit this problem */
    void requireFits(List<Network> networks) {
        List<Network> own = from.ansatz().networks();
        if (networks.size() != own.size()) {
            throw new IllegalArgumentException("start: the solution has %d networks, this problem needs %d"
                    .formatted(own.size(), networks.size()));
        }
        for (int k = 0; k < own.size(); k++) {
            requireFits(networks.get(k), own.get(k));
        }
    }

    private static void requireFits(Network network, Network own) {
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
        Agreement everywhere = Agreement.on(
                        axes.stream()
                                .map(a -> a.isBounded() ? a : a.within(-1, 1))
                                .toList(),
                        "warm start")
                .by((e, a, x, n) -> CoordinateProgram.values(e, axes, x, n));
        double ratio = everywhere.values(old.factor())[0] / everywhere.values(fresh.factor())[0];
        double scale = everywhere.scale(old.base()) + everywhere.scale(old.factor());
        return everywhere
                        .difference(old.base(), fresh.base(), scale, Agreement.SAME)
                        .isEmpty()
                && everywhere
                        .difference(old.factor(), fresh.factor().times(ratio), Agreement.SAME)
                        .isEmpty();
    }

    /** What is said where a problem without coefficients goes on from one that had some. */
    Optional<String> dropped(int coefficients) {
        int had = from.theta().length - from.ansatz().networkParameters();
        return had > 0 && coefficients == 0
                ? Optional.of("this problem has no trainable coefficient: %s of the start %s dropped"
                        .formatted(Names.count(had, "coefficient"), had == 1 ? "is" : "are"))
                : Optional.empty();
    }

    /**
     * Where training begins.
     * @param untrained networks, then coefficients at their stated start
     * @throws IllegalArgumentException if the start has coefficients of another number
     */
    double[] theta(double[] untrained) {
        double[] theta = from.theta();
        int network = from.ansatz().networkParameters();
        boolean none = untrained.length == network || theta.length == network;
        if (theta.length != untrained.length && !none) {
            throw new IllegalArgumentException(
                    "start: it has %d trainable coefficients, this problem has %d; start from a solution with as many or none"
                            .formatted(theta.length - network, untrained.length - network));
        }
        double[] result = untrained.clone();
        System.arraycopy(theta, 0, result, 0, Math.min(theta.length, result.length));
        return result;
    }
}
