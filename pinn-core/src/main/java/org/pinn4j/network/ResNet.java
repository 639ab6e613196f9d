package org.pinn4j.network;

import java.util.Objects;

/**
 * A residual network: a dense layer lifts the input to the width, each block adds σ(σ(s·W₁ + b₁)·W₂ + b₂) to its own
 * input s, and a dense layer makes the output. Source: E and Yu, The Deep Ritz Method, Commun. Math. Stat. 6 (2018).
 *
 * @param width features of every hidden value, at least 1
 * @param blocks number of blocks, at least 1
 */
public record ResNet(int width, int blocks, Activation activation) implements Architecture {
    public ResNet {
        ArchitectureText.requirePositive("resnet", "width", width);
        ArchitectureText.requirePositive("resnet", "blocks", blocks);
        Objects.requireNonNull(activation, "activation");
    }

    @Override
    public Network build(int inputs, int outputs) {
        Builder b = Network.builder(inputs);
        int s = b.dense("lift", 0, width);
        for (int k = 1; k <= blocks; k++) {
            int inner = b.activate(b.dense("block" + k + ".inner", s, width), activation);
            s = b.add(s, b.activate(b.dense("block" + k + ".outer", inner, width), activation));
        }
        return b.build(b.dense("output", s, outputs));
    }

    @Override
    public String describe() {
        return "resnet(%s,%s;%s)".formatted(width, blocks, activation.name());
    }
}
