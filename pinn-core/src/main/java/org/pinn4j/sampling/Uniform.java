package org.pinn4j.sampling;

import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;

/** Independent, uniformly distributed points. The error of a mean falls as n^(-1/2). */
public record Uniform() implements Sampler {
    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public double[] unitCube(int dimension, int n, RandomStream stream) {
        Args.given(stream, "stream");
        double[] u = new double[Args.entries(dimension, n, "dimension × n")];
        for (int i = 0; i < u.length; i++) {
            u[i] = stream.nextOpenDouble();
        }
        return u;
    }
}
