package org.pinn4j.direct;

import java.util.OptionalDouble;
import org.pinn4j.ansatz.Ansatz;

/**
 * One direct solution. Immutable.
 * @param theta of the ansatz
 * @param figure residual over its size, see {@link Judge}
 * @param overZeroField that residual over the residual of fields that are zero everywhere; empty where these solve everything
 * @param roundOff what of the figure rounding makes
 * @param points where equations were solved
 */
public record Candidate(
        Ansatz ansatz,
        double[] theta,
        double figure,
        OptionalDouble overZeroField,
        double roundOff,
        int points,
        String description) {
    public Candidate {
        theta = theta.clone();
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }
}
