package org.pinn4j.validation.order;

import org.pinn4j.args.Args;

/** √(Σe²/Σu²) over points and fields, e the distance from u; √(Σe²) where u is zero. Belongs to one thread. */
public final class RelativeL2 {
    private double difference;
    private double square;

    /** Adds points. @param values [n] @param truth [n], u */
    public RelativeL2 add(double[] values, double[] truth) {
        Args.given(values, "values", truth, "truth");
        Args.exactly(truth.length, values, "values");
        for (int i = 0; i < truth.length; i++) {
            double e = values[i] - truth[i];
            difference += e * e;
            square += truth[i] * truth[i];
        }
        return this;
    }

    /** Of all points so far. */
    public double value() {
        return Math.sqrt(square == 0 ? difference : difference / square);
    }
}
