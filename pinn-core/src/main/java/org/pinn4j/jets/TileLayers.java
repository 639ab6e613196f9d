package org.pinn4j.jets;

import java.util.Arrays;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Op;
import org.pinn4j.network.Network;

/**
 * The dense layers of a tile, {@code v[c][f·n + i]}: for each channel a product with W forward, with Wᵀ backward, and one
 * that sums over points. Channels in which every input is zero or the same at all points, as the derivatives of a
 * coordinate are, need none of the three in the first layer.
 */
final class TileLayers {
    private final int thetaOffset;
    private final int channels;
    private final Blas blas;
    private final TileProducts products;
    private final boolean[] constant; // by channel: every input row holds one number
    private final double[][] constants; // [channel][input]
    private final double[] ones;
    private final double[] sums;
    private final OuterProduct outer;

    TileLayers(Network network, int thetaOffset, int channels, int maxPoints, Blas blas) {
        this.thetaOffset = thetaOffset;
        this.channels = channels;
        this.blas = blas;
        this.products = new TileProducts(blas);
        this.constant = new boolean[channels];
        this.constants = new double[channels][network.inputs()];
        this.ones = new double[maxPoints];
        Arrays.fill(ones, 1);
        int widest = network.inputs();
        for (Network.Step step : network.steps()) {
            widest = Math.max(widest, step.width());
        }
        this.sums = new double[widest];
        this.outer = new OuterProduct(channels, maxPoints);
    }

    private int weights(Network.Dense d) {
        return thetaOffset + d.weights();
    }

    private int bias(Network.Dense d) {
        return thetaOffset + d.bias();
    }

    /** Looks at the jets of the inputs that the sweeps to come belong to. */
    void input(int n, double[][] v) {
        for (int c = 1; c < channels; c++) {
            constant[c] = true;
            for (int f = 0; f < constants[c].length && constant[c]; f++) {
                constants[c][f] = v[c][f * n];
                constant[c] = isConstant(v[c], f * n, f * n + n);
            }
        }
    }

    private static boolean isConstant(double[] v, int from, int to) {
        double first = v[from];
        for (int i = from; i < to; i++) {
            if (v[i] != first) {
                return false;
            }
        }
        return true;
    }

    private boolean isConstant(Network.Dense d, int c) {
        return d.source() == 0 && constant[c];
    }

    /** out = v·W + b. */
    void forward(Network.Dense d, int n, double[][] v, double[] theta, double[][] out) {
        for (int c = 0; c < channels; c++) {
            if (isConstant(d, c)) {
                for (int o = 0; o < d.out(); o++) {
                    Arrays.fill(out[c], o * n, o * n + n, constantResult(d, c, theta, o));
                }
            } else {
                double beta = c == 0 && d.hasBias() ? 1 : 0;
                for (int o = 0; beta == 1 && o < d.out(); o++) {
                    Arrays.fill(out[c], o * n, o * n + n, theta[bias(d) + o]);
                }
                product(d, n, v[c], theta, beta, out[c]);
            }
        }
    }

    private double constantResult(Network.Dense d, int c, double[] theta, int o) {
        double sum = 0;
        for (int i = 0; i < d.in(); i++) {
            sum += constants[c][i] * theta[weights(d) + i + o * d.in()];
        }
        return sum;
    }

    private void product(Network.Dense d, int n, double[] v, double[] theta, double beta, double[] out) {
        int w = weights(d);
        if (d.out() == 1) {
            blas.gemv(Op.NONE, n, d.in(), 1, v, 0, n, theta, w, beta, out, 0);
        } else {
            products.forward(n, d.in(), d.out(), v, theta, w, beta, out);
        }
    }

    /** out += v·W. */
    void addForward(Network.Dense d, int n, double[][] v, double[] theta, double[][] out) {
        for (int c = 0; c < channels; c++) {
            product(d, n, v[c], theta, 1, out[c]);
        }
    }

    /** W̄ += vᵀ·bar and b̄ += the sums of channel 0 of bar. */
    void addWeights(Network.Dense d, int n, double[][] v, double[][] bar, double[] gradient) {
        int w = weights(d);
        for (int c = 0; c < channels; c++) {
            if (isConstant(d, c)) {
                addConstantWeights(d, n, c, bar[c], gradient);
            } else if (d.out() == 1) {
                blas.gemv(Op.TRANSPOSE, n, d.in(), 1, v[c], 0, n, bar[c], 0, 1, gradient, w);
            } else {
                products.addWeights(n, d.in(), d.out(), v[c], bar[c], gradient, w);
            }
        }
        if (d.hasBias()) {
            blas.gemv(Op.TRANSPOSE, n, d.out(), 1, bar[0], 0, n, ones, 0, 1, gradient, bias(d));
        }
    }

    private void addConstantWeights(Network.Dense d, int n, int c, double[] bar, double[] gradient) {
        blas.gemv(Op.TRANSPOSE, n, d.out(), 1, bar, 0, n, ones, 0, 0, sums, 0);
        for (int o = 0; o < d.out(); o++) {
            for (int i = 0; i < d.in(); i++) {
                gradient[weights(d) + i + o * d.in()] += constants[c][i] * sums[o];
            }
        }
    }

    /** out = bar·Wᵀ, or out += with {@code add}. */
    void backward(Network.Dense d, int n, double[][] bar, double[] theta, boolean add, double[][] out) {
        int w = weights(d);
        for (int c = 0; c < channels; c++) {
            if (d.out() == 1 && !add) {
                for (int f = 0; f < d.in(); f++) {
                    System.arraycopy(bar[c], 0, out[c], f * n, n);
                    TileLoops.scale(f * n, f * n + n, theta[w + f], out[c]);
                }
            } else {
                products.backward(n, d.in(), d.out(), bar[c], theta, w, add ? 1 : 0, out[c]);
            }
        }
    }

    /** J[i, W(in, out)] = Σ_c z̄[out, c, i]·a[in, c, i], and the bias columns. */
    void jacobianRows(
            Network.Dense d,
            int n,
            double[][] a,
            double[][] bar,
            double[] j,
            int offset,
            int ld,
            boolean add,
            Columns columns) {
        if (!has(d, columns)) {
            return;
        }
        int weights = columns.of(weights(d));
        for (int first = 0; first < d.in(); first += outer.group()) {
            int count = Math.min(outer.group(), d.in() - first);
            outer.takeInputs(n, first, count, a);
            for (int o = 0; o < d.out(); o++) {
                outer.takeOutput(n, o, bar);
                for (int i = 0; i < count; i++) {
                    int to = offset + (weights + first + i + o * d.in()) * ld;
                    outer.sumOverChannels(n, i, j, to, add);
                }
            }
        }
        for (int o = 0; d.hasBias() && o < d.out(); o++) {
            int to = offset + columns.of(bias(d) + o) * ld;
            for (int i = 0; add && i < n; i++) {
                j[to + i] += bar[0][o * n + i];
            }
            if (!add) {
                System.arraycopy(bar[0], o * n, j, to, n);
            }
        }
    }

    /** Whether a layer has columns. */
    boolean has(Network.Dense d, Columns columns) {
        boolean has = columns.hasAll(weights(d), weights(d) + d.in() * d.out());
        if (d.hasBias() && columns.hasAll(bias(d), bias(d) + d.out()) != has) {
            throw new IllegalArgumentException("columns: weights and biases of a layer go together");
        }
        return has;
    }
}
