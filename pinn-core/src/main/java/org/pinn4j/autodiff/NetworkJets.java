package org.pinn4j.autodiff;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.network.Network;

/**
 * A network executed on jets: the forward sweep, and the ordinary reverse sweep carried out in Taylor arithmetic. Seeded
 * with ∂F/∂u_c it yields the parameter gradient or, without the sum over points, rows of the Jacobian; seeded with the
 * unit jet it yields the input gradient and its derivatives. This is the library's forward-over-reverse.
 *
 * <p>A value of width w on a tile of n points is {@code v[f * C * n + c * n + i]}: feature f, channel c, point i, for
 * BLAS a column-major (C·n) × w matrix. One layer is one gemm for all channels.
 *
 * <p><b>Threads:</b> one owner. <b>Allocation:</b> none after construction.
 */
public final class NetworkJets implements ForwardSweep {
    private final Network network;
    private final List<Network.Step> steps;
    private final DerivativePlan plan;
    private final Jets algebra;
    private final DenseAlgebra dense;
    private final OuterProduct outer;
    private final int maxPoints;
    private final double[][] value;
    private final double[][] slope; // σ'(z) as a jet, by step; may be the buffer z was in
    private final double[][] adjoint;
    private final double[][] tangent;
    private final boolean[] accumulate; // by value: its adjoint was already written in this sweep
    private final int[] users;
    private final double[] z;
    private final double[][] sigma;
    private int inputOffset;
    private int n;
    private boolean addRows;

    /**
     * Scratch memory for tiles of up to {@code maxPoints} points: about 3·C·maxPoints·Σw doubles.
     * @param thetaOffset where this network's parameters begin in theta
     */
    public NetworkJets(Network network, int thetaOffset, DerivativePlan plan, int maxPoints, Blas blas) {
        this.network = network;
        this.steps = network.steps();
        this.plan = plan;
        this.algebra = new Jets(plan, maxPoints);
        this.dense = new DenseAlgebra(blas, thetaOffset);
        this.maxPoints = maxPoints;
        this.outer = new OuterProduct(plan.channels(), maxPoints);
        int values = steps.size() + 1;
        this.value = new double[values][];
        this.slope = new double[steps.size()][];
        this.adjoint = new double[values][];
        this.tangent = new double[values][];
        this.accumulate = new boolean[values];
        this.users = countUsers();
        for (int k = 0; k < steps.size(); k++) {
            value[k + 1] = rows(steps.get(k).width());
            if (steps.get(k) instanceof Network.Activate a) {
                boolean only = users[a.source()] == 1 && a.source() > 0;
                slope[k] = only ? value[a.source()] : rows(a.width());
            }
        }
        shareAdjoints();
        this.z = new double[plan.channels() * maxPoints];
        this.sigma = new double[plan.order() + 2][maxPoints];
    }

    private double[] rows(int width) {
        return new double[(width + 1) * plan.channels() * maxPoints]; // one spare column for netlib's bounds check
    }

    private int[] countUsers() {
        int[] count = new int[steps.size() + 1];
        for (Network.Step step : steps) {
            for (int source : sources(step)) {
                count[source]++;
            }
        }
        return count;
    }

    private static int[] sources(Network.Step step) {
        if (step instanceof Network.Dense d) {
            return new int[] {d.source()};
        } else if (step instanceof Network.Activate a) {
            return new int[] {a.source()};
        } else if (step instanceof Network.Scale s) {
            return new int[] {s.source()};
        } else if (step instanceof Network.Add a) {
            return new int[] {a.left(), a.right()};
        } else if (step instanceof Network.Multiply m) {
            return new int[] {m.left(), m.right()};
        }
        Network.Concatenate c = (Network.Concatenate) step;
        return new int[] {c.left(), c.right()};
    }

    /** Adjoints live only between the last user of a value and the step that made it: few buffers, warm in the cache. */
    private void shareAdjoints() {
        java.util.ArrayDeque<double[]> free = new java.util.ArrayDeque<>();
        int widest = network.inputs();
        for (Network.Step step : steps) {
            widest = Math.max(widest, step.width());
        }
        adjoint[steps.size()] = rows(widest);
        for (int k = steps.size() - 1; k >= 0; k--) {
            for (int source : sources(steps.get(k))) {
                if (adjoint[source] == null) {
                    adjoint[source] = free.isEmpty() ? rows(widest) : free.pop();
                }
            }
            if (adjoint[k + 1] != null) {
                free.push(adjoint[k + 1]);
            }
        }
    }

    public DerivativePlan plan() {
        return plan;
    }

    /**
     * The forward sweep on n points.
     * @param input jets of the inputs, [inputs · C · n] from {@code offset}
     * @param keep whether a reverse or tangent sweep follows
     */
    public void forward(double[] theta, double[] input, int offset, int n, boolean keep) {
        this.n = n;
        value[0] = input;
        inputOffset = offset;
        for (int k = 0; k < steps.size(); k++) {
            Network.Step step = steps.get(k);
            if (step instanceof Network.Dense d) {
                affine(d, theta, value[k + 1]);
            } else if (step instanceof Network.Activate a) {
                activate(a, value[k + 1], keep ? slope[k] : null);
            } else {
                combine(step, k, value);
            }
        }
    }

    /** The sweep alone: no reverse or tangent sweep may follow. */
    @Override
    public void forward(double[] theta, double[] input, int offset, int n) {
        forward(theta, input, offset, n, false);
    }

    private int offset(int valueIndex) {
        return valueIndex == 0 ? inputOffset : 0;
    }

    private void affine(Network.Dense d, double[] theta, double[] out) {
        int rows = plan.channels() * n;
        dense.forward(d, rows, value[d.source()], offset(d.source()), theta, 0, out);
        if (d.bias() >= 0) {
            for (int o = 0; o < d.out(); o++) {
                addConstant(n, theta[dense.bias(d) + o], out, o * rows);
            }
        }
    }

    private static void addConstant(int n, double c, double[] v, int offset) {
        for (int i = 0; i < n; i++) {
            v[offset + i] += c;
        }
    }

    private void activate(Network.Activate a, double[] out, double[] slopes) {
        int rows = plan.channels() * n;
        double[] source = value[a.source()];
        int derivatives = algebra.derivatives(slopes != null);
        for (int f = 0; f < a.width(); f++) {
            System.arraycopy(source, offset(a.source()) + f * rows, z, 0, rows);
            a.activation().derivatives(derivatives, n, z, sigma);
            algebra.compose(n, z, sigma, out, f * rows, slopes, f * rows);
        }
    }

    /** The steps without parameters, on values or (they are linear but for the product) on tangents. */
    private void combine(Network.Step step, int k, double[][] v) {
        int rows = plan.channels() * n;
        double[] out = v[k + 1];
        if (step instanceof Network.Add a) {
            System.arraycopy(v[a.left()], offset(a.left()), out, 0, a.width() * rows);
            addTo(a.width() * rows, v[a.right()], offset(a.right()), out, 0);
        } else if (step instanceof Network.Concatenate c) {
            int left = (c.width() - network.width(c.right())) * rows;
            System.arraycopy(v[c.left()], offset(c.left()), out, 0, left);
            System.arraycopy(v[c.right()], offset(c.right()), out, left, c.width() * rows - left);
        } else if (step instanceof Network.Scale s) {
            scale(s.width() * rows, s.factor(), v[s.source()], offset(s.source()), out, false);
            for (int f = 0; v == value && f < s.width(); f++) {
                addConstant(n, s.shift(), out, f * rows);
            }
        } else if (step instanceof Network.Multiply m) {
            for (int f = 0; f < m.width(); f++) {
                algebra.multiply(
                        n,
                        v[m.left()],
                        offset(m.left()) + f * rows,
                        v[m.right()],
                        offset(m.right()) + f * rows,
                        out,
                        f * rows,
                        false);
            }
        }
    }

    private static void addTo(int count, double[] from, int fo, double[] to, int o) {
        for (int i = 0; i < count; i++) {
            to[o + i] += from[fo + i];
        }
    }

    private static void scale(int count, double factor, double[] from, int fo, double[] to, boolean add) {
        for (int i = 0; i < count; i++) {
            to[i] = (add ? to[i] : 0) + factor * from[fo + i];
        }
    }

    public int outputs() {
        return network.outputs();
    }

    @Override
    public double[] output() {
        return value[steps.size()];
    }

    /** Where the seeds of a reverse sweep go, [outputs · C · n]; overwritten by the sweep's own work afterwards. */
    public double[] seeds() {
        return adjoint[steps.size()];
    }

    /** After a kept forward sweep and {@link #seeds}: adds the parameter gradient, summed over the tile, to {@code gradient}. */
    public void reverse(double[] theta, double[] gradient) {
        reverse(theta, gradient, null, 0, 0);
    }

    /**
     * The same without the sum over points: row i of the Jacobian for the residual that the seeds belong to.
     * @param j overwritten, or added to, at {@code j[offset + i + p * ld]}, i &lt; n, p every parameter of the network
     */
    public void jacobian(double[] theta, double[] j, int offset, int ld, boolean add) {
        addRows = add;
        reverse(theta, null, j, offset, ld);
    }

    /** After a kept forward sweep and {@link #seeds}: the adjoint jets of the inputs, [inputs · C · n], owned by this object. */
    public double[] inputAdjoint(double[] theta) {
        reverse(theta, null, null, 0, 0);
        return adjoint[0];
    }

    private void reverse(double[] theta, double[] gradient, double[] j, int offset, int ld) {
        Arrays.fill(accumulate, false);
        boolean input = gradient == null && j == null;
        for (int k = steps.size() - 1; k >= 0; k--) {
            Network.Step step = steps.get(k);
            double[] bar = adjoint[k + 1];
            if (step instanceof Network.Dense d) {
                reverseDense(d, theta, bar, gradient, j, offset, ld, input);
            } else if (step instanceof Network.Activate a) {
                reverseActivate(a, slope[k], bar);
            } else {
                reverseCombine(step, bar);
            }
        }
    }

    private void reverseDense(
            Network.Dense d,
            double[] theta,
            double[] bar,
            double[] gradient,
            double[] j,
            int offset,
            int ld,
            boolean input) {
        int rows = plan.channels() * n;
        double[] source = value[d.source()];
        int so = offset(d.source());
        if (gradient != null) {
            dense.addWeights(d, rows, source, so, bar, gradient);
            for (int o = 0; d.bias() >= 0 && o < d.out(); o++) {
                gradient[dense.bias(d) + o] += sum(n, bar, o * rows);
            }
        }
        if (j != null) {
            jacobianRows(d, source, so, bar, j, offset, ld);
        }
        if (d.source() > 0 || input) {
            double beta = accumulate[d.source()] ? 1 : 0;
            dense.backward(d, rows, bar, theta, beta, adjoint[d.source()]);
            accumulate[d.source()] = true;
        }
    }

    /** Four sums side by side: one alone would wait for each addition to end before the next. */
    private static double sum(int n, double[] v, int offset) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int end = offset + n;
        int i = offset;
        for (; i + 3 < end; i += 4) {
            s0 += v[i];
            s1 += v[i + 1];
            s2 += v[i + 2];
            s3 += v[i + 3];
        }
        for (; i < end; i++) {
            s0 += v[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** J[i, W(in, out)] = Σ_c z̄[out, c, i]·a[in, c, i]. */
    private void jacobianRows(Network.Dense d, double[] a, int ao, double[] bar, double[] j, int offset, int ld) {
        int rows = plan.channels() * n;
        for (int first = 0; first < d.in(); first += outer.group()) {
            int count = Math.min(outer.group(), d.in() - first);
            outer.takeInputs(n, count, a, ao + first * rows);
            for (int o = 0; o < d.out(); o++) {
                outer.takeOutput(n, bar, o * rows);
                for (int i = 0; i < count; i++) {
                    int to = offset + (dense.weights(d) + first + i + o * d.in()) * ld;
                    outer.sumOverChannels(n, i, j, to, addRows);
                }
            }
        }
        for (int o = 0; d.bias() >= 0 && o < d.out(); o++) {
            int to = offset + (dense.bias(d) + o) * ld;
            if (addRows) {
                addTo(n, bar, o * rows, j, to);
            } else {
                System.arraycopy(bar, o * rows, j, to, n);
            }
        }
    }

    private void reverseActivate(Network.Activate a, double[] slopes, double[] bar) {
        int rows = plan.channels() * n;
        for (int f = 0; f < a.width(); f++) {
            algebra.multiplyTransposed(
                    n, slopes, f * rows, bar, f * rows, adjoint[a.source()], f * rows, accumulate[a.source()]);
        }
        accumulate[a.source()] = true;
    }

    private void reverseCombine(Network.Step step, double[] bar) {
        int rows = plan.channels() * n;
        if (step instanceof Network.Add a) {
            pass(a.left(), a.width() * rows, 1, bar, 0);
            pass(a.right(), a.width() * rows, 1, bar, 0);
        } else if (step instanceof Network.Concatenate c) {
            int left = (c.width() - network.width(c.right())) * rows;
            pass(c.left(), left, 1, bar, 0);
            pass(c.right(), c.width() * rows - left, 1, bar, left);
        } else if (step instanceof Network.Scale s) {
            pass(s.source(), s.width() * rows, s.factor(), bar, 0);
        } else if (step instanceof Network.Multiply m) {
            passProduct(m.left(), m.right(), m.width(), bar);
            passProduct(m.right(), m.left(), m.width(), bar);
        }
    }

    private void pass(int source, int count, double factor, double[] bar, int from) {
        scale(count, factor, bar, from, adjoint[source], accumulate[source]);
        accumulate[source] = true;
    }

    private void passProduct(int source, int other, int width, double[] bar) {
        int rows = plan.channels() * n;
        for (int f = 0; f < width; f++) {
            algebra.multiplyTransposed(
                    n,
                    value[other],
                    offset(other) + f * rows,
                    bar,
                    f * rows,
                    adjoint[source],
                    f * rows,
                    accumulate[source]);
        }
        accumulate[source] = true;
    }

    /** The output's tangent jets [outputs · C · n] of the last {@link #tangent(double[], double[])}. */
    public double[] tangent() {
        return tangent[steps.size()];
    }

    /** After a kept forward sweep: the derivative of the output jets along {@code direction} in parameter space. */
    public void tangent(double[] theta, double[] direction) {
        int rows = plan.channels() * n;
        for (int k = 0; k < steps.size(); k++) {
            Network.Step step = steps.get(k);
            if (tangent[k + 1] == null) {
                tangent[k + 1] = rows(step.width());
            }
            if (step instanceof Network.Dense d) {
                tangentDense(d, theta, direction, tangent[k + 1]);
            } else if (step instanceof Network.Activate a) {
                for (int f = 0; f < a.width(); f++) {
                    algebra.multiply(
                            n, slope[k], f * rows, tangentOf(a.source()), f * rows, tangent[k + 1], f * rows, false);
                }
            } else if (step instanceof Network.Multiply m) {
                tangentProduct(m, tangent[k + 1]);
            } else {
                tangentOf(0);
                int keptOffset = inputOffset;
                inputOffset = 0; // the input's tangent is a buffer of zeros of its own
                combine(step, k, tangent);
                inputOffset = keptOffset;
            }
        }
    }

    private double[] tangentOf(int source) {
        if (source == 0 && tangent[0] == null) {
            tangent[0] = rows(network.inputs());
        }
        return tangent[source];
    }

    private void tangentDense(Network.Dense d, double[] theta, double[] direction, double[] out) {
        int rows = plan.channels() * n;
        dense.forward(d, rows, value[d.source()], offset(d.source()), direction, 0, out);
        if (d.source() > 0) {
            dense.forward(d, rows, tangent[d.source()], 0, theta, 1, out);
        }
        for (int o = 0; d.bias() >= 0 && o < d.out(); o++) {
            addConstant(n, direction[dense.bias(d) + o], out, o * rows);
        }
    }

    private void tangentProduct(Network.Multiply m, double[] out) {
        int rows = plan.channels() * n;
        for (int f = 0; f < m.width(); f++) {
            algebra.multiply(
                    n,
                    value[m.left()],
                    offset(m.left()) + f * rows,
                    tangentOf(m.right()),
                    f * rows,
                    out,
                    f * rows,
                    false);
            algebra.multiply(
                    n,
                    tangentOf(m.left()),
                    f * rows,
                    value[m.right()],
                    offset(m.right()) + f * rows,
                    out,
                    f * rows,
                    true);
        }
    }
}
