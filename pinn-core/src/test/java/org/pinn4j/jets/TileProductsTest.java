package org.pinn4j.jets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;

class TileProductsTest {
    /** Widths on both sides of every limit, n that is cut and n that is not; parameters to the very end of theta and beyond it. */
    @ParameterizedTest
    @CsvSource({
        "7, 3, 5, 0",
        "160, 50, 50, 60",
        "160, 128, 96, 130",
        "150, 97, 131, 0",
        "160, 131, 97, 140",
        "33, 170, 60, 200"
    })
    void productsInBlocksAreTheProducts(int n, int in, int out, int behind) {
        Random random = new Random(n + in);
        int w = 11;
        double[] theta = random.doubles(w + in * out + behind, -1, 1).toArray();
        double[] v = random.doubles((in + 1L) * n, -1, 1).toArray();
        double[] z = random.doubles((out + 1L) * n, -1, 1).toArray();
        Blas blas = Backends.select("java").blas();
        TileProducts products = new TileProducts(blas);

        double[] forward = z.clone();
        double[] forwardOnce = z.clone();
        products.forward(n, in, out, v, theta, w, 1, forward);
        blas.gemm(Op.NONE, Op.NONE, n, out, in, 1, v, 0, n, theta, w, in, 1, forwardOnce, 0, n);
        assertArrayEquals(forwardOnce, forward, 1e-12);

        double[] backward = v.clone();
        double[] backwardOnce = v.clone();
        products.backward(n, in, out, z, theta, w, 0, backward);
        blas.gemm(Op.NONE, Op.TRANSPOSE, n, in, out, 1, z, 0, n, theta, w, in, 0, backwardOnce, 0, n);
        assertArrayEquals(backwardOnce, backward, 1e-12);

        double[] gradient = theta.clone();
        double[] gradientOnce = theta.clone();
        products.addWeights(n, in, out, v, z, gradient, w);
        blas.gemm(Op.TRANSPOSE, Op.NONE, in, out, n, 1, v, 0, n, z, 0, n, 1, gradientOnce, w, in);
        assertArrayEquals(gradientOnce, gradient, 1e-12);
    }
}
