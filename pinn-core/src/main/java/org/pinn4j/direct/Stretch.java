package org.pinn4j.direct;

import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.args.Args;

/**
 * Networks that hold between two times. Immutable.
 * @param theta of the ansatz
 */
public record Stretch(double from, double to, Ansatz ansatz, double[] theta) {
    public Stretch {
        Args.given(ansatz, "ansatz", theta, "theta");
        theta = theta.clone();
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }
}
