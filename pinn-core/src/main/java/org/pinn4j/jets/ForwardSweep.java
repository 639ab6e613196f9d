package org.pinn4j.jets;

/** A network executed forward on jets: in tiles by BLAS, or a few points in plain Java. One owner. */
public interface ForwardSweep {
    /** @param input jets of the inputs, [inputs · C · n] from {@code offset}: feature, channel, point */
    void forward(double[] theta, double[] input, int offset, int n);

    /** The output jets [outputs · C · n] of the last forward sweep. */
    double[] output();
}
