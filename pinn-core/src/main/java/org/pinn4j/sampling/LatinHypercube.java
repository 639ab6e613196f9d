package org.pinn4j.sampling;

import org.pinn4j.args.Args;
import org.pinn4j.random.RandomStream;

/**
 * Along every axis each of the n equal intervals holds one point; the intervals are paired at random.
 * Source: McKay, Beckman, Conover, Technometrics 21 (1979) 239-245.
 */
public record LatinHypercube() implements Sampler {
    @Override
    public String name() {
        return "latin-hypercube";
    }

    @Override
    public double[] unitCube(int dimension, int n, RandomStream stream) {
        Args.given(stream, "stream");
        double[] u = new double[Args.entries(dimension, n, "dimension × n")];
        for (int axis = 0; axis < dimension; axis++) {
            int[] interval = stream.permutation(n);
            for (int i = 0; i < n; i++) {
                u[axis * n + i] = Math.min((interval[i] + stream.nextOpenDouble()) / n, Math.nextDown(1.0));
            }
        }
        return u;
    }
}
