package org.pinn4j.network;

import java.util.Objects;

/** One network as it is, such as that of a solution to go on from: it fits its own inputs and outputs only. */
public record GivenNetwork(Network network) implements Architecture {
    static final String PREFIX = "given:\n";

    public GivenNetwork {
        Objects.requireNonNull(network, "network");
    }

    @Override
    public Network build(int inputs, int outputs) {
        if (network.inputs() != inputs || network.outputs() != outputs) {
            throw new IllegalArgumentException(
                    "given network: it has %d inputs and %d outputs, this problem needs %d and %d"
                            .formatted(network.inputs(), network.outputs(), inputs, outputs));
        }
        return network;
    }

    /** The steps, a line each. */
    @Override
    public String describe() {
        return PREFIX + network.text();
    }
}
