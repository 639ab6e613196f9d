package org.pinn4j.direct;

import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Expr;

/**
 * The part of one input that features are made for: what they are on [−1, 1] they become on [centre − half, centre + half]. So
 * all slabs of time have the same features of the time since their start, though their networks see the same input.
 * @param input which of a design's; −1 if features stay as they are
 */
record Window(int input, double centre, double half) {
    /** Features for all of every input. */
    static Window whole() {
        return new Window(-1, 0, 1);
    }

    /** Moves and stretches the features of all networks. @param theta overwritten */
    void apply(AnsatzDesign design, Ansatz ansatz, double[] theta) {
        for (int k = 0; input >= 0 && k < ansatz.networks().size(); k++) {
            Expr seen = design.features().get(input);
            apply(Basis.first(ansatz, k), ansatz.inputs(k).indexOf(seen), theta, ansatz.offset(k));
        }
    }

    private void apply(Network.Dense layer, int at, double[] theta, int offset) {
        for (int o = 0; at >= 0 && o < layer.out(); o++) {
            int weight = offset + layer.weights() + at + layer.in() * o;
            theta[weight] /= half;
            theta[offset + layer.bias() + o] -= theta[weight] * centre;
        }
    }
}
