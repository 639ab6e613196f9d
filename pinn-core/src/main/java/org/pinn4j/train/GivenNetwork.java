package org.pinn4j.train;

import org.pinn4j.network.Architecture;
import org.pinn4j.network.Network;

/** An architecture that is one network as it is. */
record GivenNetwork(Network network) implements Architecture {
    @Override
    public Network build(int inputs, int outputs) {
        if (network.inputs() != inputs || network.outputs() != outputs) {
            throw new IllegalArgumentException(
                    "start: the solution's network has %d inputs and %d outputs, this problem needs %d and %d"
                            .formatted(network.inputs(), network.outputs(), inputs, outputs));
        }
        return network;
    }

    @Override
    public String describe() {
        return "network of the start, %s parameters".formatted(network.parameters());
    }
}
