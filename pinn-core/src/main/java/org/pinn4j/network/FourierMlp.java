package org.pinn4j.network;

import java.util.List;
import java.util.Objects;
import org.pinn4j.args.Args;

/**
 * An {@link Mlp} on Fourier features: the input goes through a dense layer without bias, x·B, and the perceptron reads
 * (sin(x·B), cos(x·B)).
 *
 * <p>B starts normal with standard deviation {@code scale}, whatever the initialiser, and <b>is trainable</b>: its
 * weights are parameters like any others and move during training. (The random features of Tancik et al., Fourier
 * Features Let Networks Learn High Frequency Functions, NeurIPS 2020, keep B fixed and put 2π in front; here 2π is part
 * of the scale.) The perceptron's first layer counts as a hidden one for the initialiser.
 *
 * @param features number of frequencies, at least 1; the perceptron reads twice as many
 * @param scale standard deviation of the start frequencies, in radians per unit of input
 * @param hidden widths of the hidden layers, at least one
 */
public record FourierMlp(int features, double scale, List<Integer> hidden, Activation activation)
        implements Architecture {
    public FourierMlp {
        Args.list(hidden, "hidden");
        ArchitectureText.requirePositive("fourier", "features", features);
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("fourier: need a finite scale > 0, got " + scale);
        }
        hidden = ArchitectureText.widths("fourier", hidden);
        Objects.requireNonNull(activation, "activation");
    }

    @Override
    public Network build(int inputs, int outputs) {
        Builder b = Network.builder(inputs);
        int phase = b.denseWithDeviation("frequencies", 0, features, scale);
        int sines = b.activate(phase, Activation.named("sin"));
        int cosines = b.activate(b.scale(phase, 1, Math.PI / 2), Activation.named("sin"));
        return b.build(Mlp.stack(b, b.concatenate(sines, cosines), hidden, activation, outputs));
    }

    @Override
    public String describe() {
        return "fourier(%s,%s;%s;%s)".formatted(features, scale, ArchitectureText.join(hidden), activation.name());
    }
}
