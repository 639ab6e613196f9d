package org.pinn4j.network;

import org.pinn4j.args.Args;

/** A scalar nonlinearity, known together with its derivatives. Stateless; equality is by value. */
public interface Activation {
    /** The name in text forms, e.g. {@code tanh}. */
    String name();

    /**
     * Writes σ(z), σ'(z) .. σ^(order)(z) at the indices [from, to): the same index in every array, since loops over such
     * ranges are what the just-in-time compiler vectorises.
     *
     * @param order highest derivative, at least 0 and at most {@link #smoothness} + 1
     * @param z read only, and none of the arrays of sigma
     * @param sigma overwritten from {@code from} to {@code to}: order + 1 distinct arrays (jets of order K with their
     *     adjoint ask for K + 1)
     */
    void derivatives(int order, int from, int to, double[] z, double[][] sigma);

    /**
     * How many continuous derivatives it has, and with it each network of it: equations may differentiate so often. One more
     * exists but for single points, which the gradient in the parameters needs. No bound unless said.
     */
    default int smoothness() {
        return Integer.MAX_VALUE;
    }

    /** The same at the first n indices; n may be 0. */
    default void derivatives(int order, int n, double[] z, double[][] sigma) {
        Args.given(z, "z");
        Args.array(sigma, "sigma");
        derivatives(order, 0, n, z, sigma);
    }

    /**
     * One of the activations of this package: tanh, sin, sigmoid, softplus, swish, gelu, and relu, which has no derivatives in
     * the inputs.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    static Activation named(String name) {
        Args.given(name, "name");
        return Activations.named(name);
    }
}
