package org.pinn4j.jets;

import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;
import org.pinn4j.network.Network;

/** The three matrix products of a dense layer, each one gemm for all channels and points: {@code rows} = C·n. */
record DenseAlgebra(Blas blas, int thetaOffset) {
    int weights(Network.Dense d) {
        return thetaOffset + d.weights();
    }

    int bias(Network.Dense d) {
        return thetaOffset + d.bias();
    }

    /** out = v·W + beta·out, with v from offset vo. */
    void forward(Network.Dense d, int rows, double[] v, int vo, double[] w, double beta, double[] out) {
        int at = weights(d);
        blas.gemm(Op.NONE, Op.NONE, rows, d.out(), d.in(), 1, v, vo, rows, w, at, d.in(), beta, out, 0, rows);
    }

    /** W̄ += vᵀ·bar. */
    void addWeights(Network.Dense d, int rows, double[] v, int vo, double[] bar, double[] gradient) {
        int at = weights(d);
        blas.gemm(Op.TRANSPOSE, Op.NONE, d.in(), d.out(), rows, 1, v, vo, rows, bar, 0, rows, 1, gradient, at, d.in());
    }

    /** out = bar·Wᵀ + beta·out. */
    void backward(Network.Dense d, int rows, double[] bar, double[] w, double beta, double[] out) {
        int at = weights(d);
        blas.gemm(Op.NONE, Op.TRANSPOSE, rows, d.in(), d.out(), 1, bar, 0, rows, w, at, d.in(), beta, out, 0, rows);
    }
}
