package org.pinn4j.network;

import java.util.Objects;

/**
 * The gated network of the deep Galerkin method. With S¹ = σ(x·W¹ + b¹), each layer computes
 *
 * <pre>
 *   Z = σ(x·Uᶻ + S·Wᶻ + bᶻ)    G = σ(x·Uᵍ + S¹·Wᵍ + bᵍ)    R = σ(x·Uʳ + S·Wʳ + bʳ)
 *   H = σ(x·Uʰ + (S⊙R)·Wʰ + bʰ)    S ← (1 − G)⊙H + Z⊙S
 * </pre>
 *
 * and the output is S·W + b. The gate G reads S¹ as printed in the paper; some public codes read S there. Source:
 * Sirignano and Spiliopoulos, DGM, J. Comput. Phys. 375 (2018), eq. 4.2.
 *
 * @param width features of S, at least 1
 * @param layers number of gated layers, at least 1
 */
public record GatedNet(int width, int layers, Activation activation) implements Architecture {
    public GatedNet {
        ArchitectureText.requirePositive("gated", "width", width);
        ArchitectureText.requirePositive("gated", "layers", layers);
        Objects.requireNonNull(activation, "activation");
    }

    @Override
    public Network build(int inputs, int outputs) {
        Builder b = Network.builder(inputs);
        int first = b.activate(b.dense("first", 0, width), activation);
        int s = first;
        for (int l = 1; l <= layers; l++) {
            s = layer(b, "layer" + l, first, s);
        }
        return b.build(b.dense("output", s, outputs));
    }

    private int layer(Builder b, String name, int first, int s) {
        int z = gate(b, name + ".z", s);
        int g = gate(b, name + ".g", first);
        int r = gate(b, name + ".r", s);
        int h = gate(b, name + ".h", b.multiply(s, r));
        return b.add(b.multiply(b.scale(g, -1, 1), h), b.multiply(z, s));
    }

    private int gate(Builder b, String name, int state) {
        int u = b.denseWithoutBias(name + ".u", 0, width);
        return b.activate(b.add(u, b.dense(name + ".w", state, width)), activation);
    }

    @Override
    public String describe() {
        return "gated(%s,%s;%s)".formatted(width, layers, activation.name());
    }
}
