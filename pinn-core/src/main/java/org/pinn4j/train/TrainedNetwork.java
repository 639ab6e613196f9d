package org.pinn4j.train;

import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.direct.Stretch;

/**
 * An ansatz and parameters for it, or one for each of several slabs of time.
 * @param ansatz that of the first slab
 * @param theta networks in order, then trainable coefficients as the optimiser sees them
 * @param slabs of time; none if it holds for all of it
 */
record TrainedNetwork(Ansatz ansatz, double[] theta, List<Stretch> slabs) {
    TrainedNetwork {
        theta = theta.clone();
        slabs = List.copyOf(slabs);
    }

    TrainedNetwork(Ansatz ansatz, double[] theta) {
        this(ansatz, theta, List.of());
    }

    /** @param stretches one, or one for each slab */
    static TrainedNetwork of(List<Stretch> stretches) {
        Stretch first = stretches.get(0);
        return new TrainedNetwork(first.ansatz(), first.theta(), stretches.size() == 1 ? List.of() : stretches);
    }

    /** One, or one for each slab. */
    List<Stretch> stretches() {
        return slabs.isEmpty() ? List.of(new Stretch(0, 1, ansatz, theta)) : slabs;
    }

    /** All numbers of all slabs. */
    int parameters() {
        return slabs.isEmpty()
                ? theta.length
                : slabs.stream().mapToInt(s -> s.theta().length).sum();
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }
}
