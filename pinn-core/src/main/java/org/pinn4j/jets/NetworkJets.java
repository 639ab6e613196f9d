package org.pinn4j.jets;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.network.Network;

/**
 * A network executed on jets: the forward sweep, and the ordinary reverse sweep carried out in Taylor arithmetic. Seeded
 * with ∂F/∂u_c it yields the parameter gradient or, without the sum over points, rows of the Jacobian; seeded with the
 * unit jet it yields the input gradient and its derivatives. This is the library's forward-over-reverse.
 *
 * <p>Inside, a value of width w on a tile of n points is one array for each channel, {@code v[c][f·n + i]}: for BLAS C
 * column-major n × w matrices, for {@link TileAlgebra} long loops over one index. What goes in and out is packed,
 * {@code [f·C·n + c·n + i]}: feature f, channel c, point i.
 *
 * <p><b>Threads:</b> one owner. <b>Allocation:</b> none after construction, but for the first tangent.
 */
public final class NetworkJets implements ForwardSweep {
    private final Network network;
    private final List<Network.Step> steps;
    private final int channels;
    private final TileAlgebra algebra;
    private final TileLayers layers;
    private final TileBuffers buffers;
    private final double[][][] value;
    private final double[][][] slope; // σ'(z) as a jet, by step
    private final double[][][] adjoint;
    private final double[][][] tangent;
    private final boolean[] accumulate; // by value: its adjoint was already written in this sweep
    private final double[][] spare; // an adjoint on its way to a value with several users
    private final double[] output;
    private final double[] seeds;
    private final double[] outputTangent;
    private final double[] inputAdjoint;
    private int n;

    /**
     * Scratch memory for tiles of up to {@code maxPoints} points: about 3·C·maxPoints·Σw doubles.
     * @param thetaOffset where this network's parameters begin in theta
     */
    public NetworkJets(Network network, int thetaOffset, DerivativePlan plan, int maxPoints, Blas blas) {
        network.requireSmoothness(plan.order(), "plan " + plan);
        this.network = network;
        this.steps = network.steps();
        this.channels = plan.channels();
        this.buffers = new TileBuffers(network, channels, maxPoints);
        this.algebra = new TileAlgebra(plan, buffers.widest() * maxPoints);
        this.layers = new TileLayers(network, thetaOffset, channels, maxPoints, blas);
        this.value = buffers.values();
        this.slope = buffers.slopes(value);
        this.adjoint = buffers.adjoints();
        this.tangent = new double[steps.size() + 1][][];
        this.accumulate = new boolean[steps.size() + 1];
        this.spare = buffers.needsSpare() ? buffers.rows(buffers.widest()) : null;
        this.output = buffers.packed(network.outputs());
        this.seeds = buffers.packed(network.outputs());
        this.outputTangent = buffers.packed(network.outputs());
        this.inputAdjoint = buffers.packed(network.inputs());
    }

    /**
     * The forward sweep on n points.
     * @param input jets of the inputs, [inputs · C · n] from {@code offset}
     * @param keep whether a reverse or tangent sweep follows
     */
    public void forward(double[] theta, double[] input, int offset, int n, boolean keep) {
        this.n = n;
        unpack(network.inputs(), input, offset, value[0]);
        layers.input(n, value[0]);
        for (int k = 0; k < steps.size(); k++) {
            Network.Step step = steps.get(k);
            if (step instanceof Network.Dense d) {
                layers.forward(d, n, value[d.source()], theta, value[k + 1]);
            } else if (step instanceof Network.Activate a) {
                double[][] s = keep ? slope[k] : null;
                algebra.compose(a.activation(), a.width() * n, value[a.source()], value[k + 1], s);
            } else {
                combine(step, k, value);
            }
        }
        pack(network.outputs(), value[steps.size()], output);
    }

    /** The sweep alone: no reverse or tangent sweep may follow. */
    @Override
    public void forward(double[] theta, double[] input, int offset, int n) {
        forward(theta, input, offset, n, false);
    }

    private void unpack(int width, double[] packed, int offset, double[][] v) {
        for (int f = 0; f < width; f++) {
            for (int c = 0; c < channels; c++) {
                System.arraycopy(packed, offset + (f * channels + c) * n, v[c], f * n, n);
            }
        }
    }

    private void pack(int width, double[][] v, double[] packed) {
        for (int f = 0; f < width; f++) {
            for (int c = 0; c < channels; c++) {
                System.arraycopy(v[c], f * n, packed, (f * channels + c) * n, n);
            }
        }
    }

    /** The steps without parameters, on values or (they are linear but for the product) on tangents. */
    private void combine(Network.Step step, int k, double[][][] v) {
        double[][] out = v[k + 1];
        if (step instanceof Network.Multiply m) {
            algebra.multiply(m.width() * n, v[m.left()], v[m.right()], out, false);
            return;
        }
        for (int c = 0; c < channels; c++) {
            if (step instanceof Network.Add a) {
                System.arraycopy(v[a.left()][c], 0, out[c], 0, a.width() * n);
                TileLoops.add(0, a.width() * n, v[a.right()][c], out[c]);
            } else if (step instanceof Network.Concatenate e) {
                int left = network.width(e.left()) * n;
                System.arraycopy(v[e.left()][c], 0, out[c], 0, left);
                System.arraycopy(v[e.right()][c], 0, out[c], left, e.width() * n - left);
            } else if (step instanceof Network.Scale s) {
                System.arraycopy(v[s.source()][c], 0, out[c], 0, s.width() * n);
                TileLoops.scale(0, s.width() * n, s.factor(), out[c]);
                if (v == value && c == 0) {
                    TileLoops.addConstant(0, s.width() * n, s.shift(), out[c]);
                }
            }
        }
    }

    public int outputs() {
        return network.outputs();
    }

    @Override
    public double[] output() {
        return output;
    }

    /** Where the seeds of a reverse sweep go, [outputs · C · n]. */
    public double[] seeds() {
        return seeds;
    }

    /** After a kept forward sweep and {@link #seeds}: adds the parameter gradient, summed over the tile, to {@code gradient}. */
    public void reverse(double[] theta, double[] gradient) {
        reverse(theta, gradient, null, 0, 0, false, null, 0);
    }

    /**
     * The same without the sum over points: row i of the Jacobian for the residual that the seeds belong to. The sweep ends at
     * the first layer that has columns.
     * @param j overwritten, or added to, at {@code j[offset + i + c * ld]}, i &lt; n, c every column of this network
     */
    public void jacobian(double[] theta, double[] j, int offset, int ld, boolean add, Columns columns) {
        reverse(theta, null, j, offset, ld, add, columns, firstWith(columns));
    }

    /** The first step with columns; after all of them if none has. */
    private int firstWith(Columns columns) {
        int first = 0;
        while (first < steps.size() && !(steps.get(first) instanceof Network.Dense d && layers.has(d, columns))) {
            first++;
        }
        return first;
    }

    /** After a kept forward sweep and {@link #seeds}: the adjoint jets of the inputs, [inputs · C · n], owned by this object. */
    public double[] inputAdjoint(double[] theta) {
        reverse(theta, null, null, 0, 0, false, null, 0);
        pack(network.inputs(), adjoint[0], inputAdjoint);
        return inputAdjoint;
    }

    private void reverse(
            double[] theta,
            double[] gradient,
            double[] j,
            int offset,
            int ld,
            boolean add,
            Columns columns,
            int firstStep) {
        Arrays.fill(accumulate, false);
        boolean input = gradient == null && j == null;
        unpack(network.outputs(), seeds, 0, adjoint[steps.size()]);
        for (int k = steps.size() - 1; k >= firstStep; k--) {
            Network.Step step = steps.get(k);
            double[][] bar = adjoint[k + 1];
            if (step instanceof Network.Dense d) {
                double[][] source = value[d.source()];
                if (gradient != null) {
                    layers.addWeights(d, n, source, bar, gradient);
                }
                if (j != null) {
                    layers.jacobianRows(d, n, source, bar, j, offset, ld, add, columns);
                }
                if (d.source() > firstStep || input) {
                    layers.backward(d, n, bar, theta, accumulate[d.source()], adjoint[d.source()]);
                    accumulate[d.source()] = true;
                }
            } else if (step instanceof Network.Activate a) {
                algebra.multiplyTransposed(a.width() * n, slope[k], bar);
                pass(a.source(), 0, a.width() * n, 1, bar);
            } else {
                reverseCombine(step, bar);
            }
        }
    }

    private void reverseCombine(Network.Step step, double[][] bar) {
        int size = step.width() * n;
        if (step instanceof Network.Add a) {
            pass(a.left(), 0, size, 1, bar);
            pass(a.right(), 0, size, 1, bar);
        } else if (step instanceof Network.Concatenate c) {
            int left = network.width(c.left()) * n;
            pass(c.left(), 0, left, 1, bar);
            pass(c.right(), left, size, 1, bar);
        } else if (step instanceof Network.Scale s) {
            pass(s.source(), 0, size, s.factor(), bar);
        } else if (step instanceof Network.Multiply m) {
            algebra.multiplyTransposed(size, value[m.right()], bar, spare, false);
            pass(m.left(), 0, size, 1, spare);
            algebra.multiplyTransposed(size, value[m.left()], bar, spare, false);
            pass(m.right(), 0, size, 1, spare);
        }
    }

    /** Adds factor·bar[from, to) to the adjoint of a value, which may be the same arrays if this is its only user. */
    private void pass(int source, int from, int to, double factor, double[][] bar) {
        double[][] target = adjoint[source];
        for (int c = 0; c < channels && target != bar; c++) {
            if (accumulate[source]) {
                System.arraycopy(bar[c], from, buffers.row, 0, to - from);
                TileLoops.addScaled(0, to - from, factor, buffers.row, target[c]);
            } else {
                System.arraycopy(bar[c], from, target[c], 0, to - from);
                TileLoops.scale(0, to - from, factor, target[c]);
            }
        }
        accumulate[source] = true;
    }

    /** The output's tangent jets [outputs · C · n] of the last {@link #tangent(double[], double[])}. */
    public double[] tangent() {
        return outputTangent;
    }

    /** After a kept forward sweep: the derivative of the output jets along {@code direction} in parameter space. */
    public void tangent(double[] theta, double[] direction) {
        for (int k = 0; k <= steps.size() && tangent[k] == null; k++) {
            tangent[k] = buffers.rows(network.width(k)); // the input's own stays zero
        }
        for (int k = 0; k < steps.size(); k++) {
            Network.Step step = steps.get(k);
            double[][] out = tangent[k + 1];
            if (step instanceof Network.Dense d) {
                layers.forward(d, n, value[d.source()], direction, out);
                if (d.source() > 0) {
                    layers.addForward(d, n, tangent[d.source()], theta, out);
                }
            } else if (step instanceof Network.Activate a) {
                algebra.multiply(a.width() * n, slope[k], tangent[a.source()], out, false);
            } else if (step instanceof Network.Multiply m) {
                algebra.multiply(m.width() * n, value[m.left()], tangent[m.right()], out, false);
                algebra.multiply(m.width() * n, tangent[m.left()], value[m.right()], out, true);
            } else {
                combine(step, k, tangent);
            }
        }
        pack(network.outputs(), tangent[steps.size()], outputTangent);
    }
}
