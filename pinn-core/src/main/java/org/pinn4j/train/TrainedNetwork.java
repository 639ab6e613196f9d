package org.pinn4j.train;

import org.pinn4j.ansatz.Ansatz;

/**
 * An ansatz and parameters for it.
 * @param theta networks in order, then trainable coefficients as the optimiser sees them
 */
record TrainedNetwork(Ansatz ansatz, double[] theta) {
    TrainedNetwork {
        theta = theta.clone();
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }
}
