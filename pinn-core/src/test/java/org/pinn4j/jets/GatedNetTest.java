package org.pinn4j.jets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backends;
import org.pinn4j.network.Activation;
import org.pinn4j.network.GatedNet;
import org.pinn4j.network.Network;

/** Sirignano and Spiliopoulos, J. Comput. Phys. 375 (2018), eq. 4.2, in plain loops with matrices as the paper writes them. */
class GatedNetTest {
    private static final int INPUTS = 3;
    private static final int WIDTH = 5;
    private static final int LAYERS = 2;
    private static final int OUTPUTS = 2;

    private double[] theta;
    private int next;

    /** rows × columns, the next numbers of theta: those of a row, an output of the layer, stand together. */
    private double[][] matrix(int rows, int columns) {
        double[][] m = new double[rows][columns];
        for (double[] row : m) {
            for (int c = 0; c < columns; c++) {
                row[c] = theta[next++];
            }
        }
        return m;
    }

    private double[] vector(int n) {
        return matrix(1, n)[0];
    }

    private static double[] times(double[][] m, double[] v) {
        double[] out = new double[m.length];
        for (int r = 0; r < m.length; r++) {
            for (int c = 0; c < v.length; c++) {
                out[r] += m[r][c] * v[c];
            }
        }
        return out;
    }

    /** σ(Ux + Ws + b), all three of its own. */
    private double[] gate(double[] x, double[] s) {
        double[] ux = times(matrix(WIDTH, INPUTS), x);
        double[] ws = times(matrix(WIDTH, WIDTH), s);
        double[] b = vector(WIDTH);
        double[] out = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            out[i] = Math.tanh(ux[i] + ws[i] + b[i]);
        }
        return out;
    }

    private double[] published(double[] x) {
        next = 0;
        double[] first = times(matrix(WIDTH, INPUTS), x); // S¹ = σ(W¹x + b¹)
        double[] b1 = vector(WIDTH);
        for (int i = 0; i < WIDTH; i++) {
            first[i] = Math.tanh(first[i] + b1[i]);
        }
        double[] s = first;
        for (int l = 0; l < LAYERS; l++) {
            double[] z = gate(x, s); // Zˡ = σ(Uᶻx + WᶻSˡ + bᶻ)
            double[] g = gate(x, first); // Gˡ = σ(Uᵍx + WᵍS¹ + bᵍ)
            double[] r = gate(x, s); // Rˡ = σ(Uʳx + WʳSˡ + bʳ)
            double[] sr = new double[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                sr[i] = s[i] * r[i];
            }
            double[] h = gate(x, sr); // Hˡ = σ(Uʰx + Wʰ(Sˡ⊙Rˡ) + bʰ)
            double[] following = new double[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                following[i] = (1 - g[i]) * h[i] + z[i] * s[i]; // Sˡ⁺¹ = (1 − Gˡ)⊙Hˡ + Zˡ⊙Sˡ
            }
            s = following;
        }
        double[] out = times(matrix(OUTPUTS, WIDTH), s); // f = W·S^(L+1) + b
        double[] b = vector(OUTPUTS);
        for (int o = 0; o < OUTPUTS; o++) {
            out[o] += b[o];
        }
        return out;
    }

    @Test
    void itComputesTheFormulasOfThePaper() {
        Network network = new GatedNet(WIDTH, LAYERS, Activation.named("tanh")).build(INPUTS, OUTPUTS);
        Random random = new Random(1);
        int n = 7;
        NetworkJets jets = new NetworkJets(
                network,
                0,
                DerivativePlan.of(INPUTS, List.of()),
                n,
                Backends.select("java").blas());
        theta = random.doubles(network.parameters(), -1, 1).toArray();
        double[] x = random.doubles(INPUTS * n, -1, 1).toArray();
        jets.forward(theta, x, 0, n);
        for (int i = 0; i < n; i++) {
            double[] expected = published(new double[] {x[i], x[n + i], x[2 * n + i]});
            assertEquals(theta.length, next, "parameters that the formulas read");
            for (int o = 0; o < OUTPUTS; o++) {
                assertEquals(expected[o], jets.output()[o * n + i], 1e-14, "output " + o + " of point " + i);
            }
        }
    }

    /** M(d + 1) before the layers, 4(M·d + M² + M) in each, M + 1 for each output: with d = 6, M = 50 and L = 3 as in the paper 34,601. */
    @Test
    void itHasTheParametersOfThePaper() {
        Network network = new GatedNet(50, 3, Activation.named("tanh")).build(6, 1);
        assertEquals(50 * 7 + 3 * 4 * (50 * 6 + 50 * 50 + 50) + 51, network.parameters());
        assertEquals(34_601, network.parameters());
    }
}
