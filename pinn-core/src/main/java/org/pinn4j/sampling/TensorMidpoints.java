package org.pinn4j.sampling;

import org.pinn4j.random.RandomStream;

/**
 * A fixed tensor grid of cell midpoints, m along each axis with m^d the largest such power not above n: fewer than n points
 * unless n is one. Uses no random number.
 */
public record TensorMidpoints() implements Sampler {
    @Override
    public String name() {
        return "tensor-midpoints";
    }

    @Override
    public double[] unitCube(int dimension, int n, RandomStream stream) {
        int perAxis = root(dimension, n);
        int count = (int) Math.round(Math.pow(perAxis, dimension));
        double[] u = new double[dimension * count];
        int inner = count;
        for (int axis = 0; axis < dimension; axis++) {
            inner /= perAxis;
            for (int i = 0; i < count; i++) {
                u[axis * count + i] = (i / inner % perAxis + 0.5) / perAxis;
            }
        }
        return u;
    }

    private static int root(int dimension, int n) {
        int m = 1;
        while (Math.pow(m + 1.0, dimension) <= n) {
            m++;
        }
        return m;
    }
}
