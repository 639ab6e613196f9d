package org.pinn4j.network;

import java.util.List;

/** The activations known by name. */
final class Activations {
    private static final List<Activation> ALL =
            List.of(new Tanh(), new Sine(), new Sigmoid(), new Softplus(), new Swish(), new Gelu(), new Relu());

    private Activations() {}

    static List<Activation> all() {
        return ALL;
    }

    static Activation named(String name) {
        for (Activation activation : ALL) {
            if (activation.name().equals(name)) {
                return activation;
            }
        }
        throw new IllegalArgumentException("activation '%s': known are %s"
                .formatted(name, ALL.stream().map(Activation::name).toList()));
    }
}
