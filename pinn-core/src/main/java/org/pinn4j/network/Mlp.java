package org.pinn4j.network;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.pinn4j.args.Args;

/**
 * The multilayer perceptron: dense layers with an activation after each but the last.
 *
 * @param hidden widths of the hidden layers, at least one
 */
public record Mlp(List<Integer> hidden, Activation activation) implements Architecture {
    public Mlp {
        Args.list(hidden, "hidden");
        hidden = ArchitectureText.widths("mlp", hidden);
        Objects.requireNonNull(activation, "activation");
    }

    /** For example {@code Mlp.of("tanh", 20, 20, 20)}. */
    public static Mlp of(String activation, int... hidden) {
        Args.given(activation, "activation", hidden, "hidden");
        Args.given(hidden, "hidden");
        return new Mlp(Arrays.stream(hidden).boxed().toList(), Activation.named(activation));
    }

    @Override
    public Network build(int inputs, int outputs) {
        Builder b = Network.builder(inputs);
        return b.build(stack(b, 0, hidden, activation, outputs));
    }

    /** Appends the hidden layers and the linear output layer after a value; returns the output. */
    static int stack(Builder b, int source, List<Integer> hidden, Activation activation, int outputs) {
        int v = source;
        for (int l = 0; l < hidden.size(); l++) {
            v = b.activate(b.dense("hidden" + (l + 1), v, hidden.get(l)), activation);
        }
        return b.dense("output", v, outputs);
    }

    @Override
    public String describe() {
        return "mlp(%s;%s)".formatted(ArchitectureText.join(hidden), activation.name());
    }
}
