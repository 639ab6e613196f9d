package org.pinn4j.network;

/** A smooth scalar nonlinearity, known together with its derivatives. Stateless; equality is by value. */
public interface Activation {
    /** The name in text forms, e.g. {@code tanh}. */
    String name();

    /**
     * Writes σ(z), σ'(z) .. σ^(order)(z) for n contiguous z.
     *
     * @param order highest derivative, at least 0; no upper bound
     * @param n number of points, may be 0
     * @param z [n] read only, and none of the arrays of sigma
     * @param sigma overwritten: order + 1 distinct arrays of at least n (jets of order K with their adjoint ask for
     *     K + 1)
     */
    void derivatives(int order, int n, double[] z, double[][] sigma);

    /**
     * One of the activations of this package: tanh, sin, sigmoid, softplus, swish, gelu.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    static Activation named(String name) {
        return Activations.named(name);
    }
}
