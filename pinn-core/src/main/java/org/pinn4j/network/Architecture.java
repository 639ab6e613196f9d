package org.pinn4j.network;

import org.pinn4j.args.Args;

/** A family of networks that fits any number of inputs and outputs. Immutable; equality is by value. */
public interface Architecture {
    /**
     * The network of this family.
     *
     * @throws IllegalArgumentException if inputs or outputs is below 1
     */
    Network build(int inputs, int outputs);

    /** The text form, e.g. {@code mlp(20,20,20;tanh)}; {@link #parse} reads it back. */
    String describe();

    /**
     * Reads {@code mlp(widths;activation)}, {@code resnet(width,blocks;activation)},
     * {@code gated(width,layers;activation)}, {@code fourier(features,scale;widths;activation)}, or the steps of a
     * {@link GivenNetwork}.
     *
     * @throws IllegalArgumentException naming the text and what was expected
     */
    static Architecture parse(String text) {
        Args.given(text, "text");
        return ArchitectureText.parse(text);
    }
}
