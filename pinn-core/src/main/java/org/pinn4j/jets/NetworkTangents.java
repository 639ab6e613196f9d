package org.pinn4j.jets;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.network.Network;

/**
 * The sweeps of {@link NetworkJets} with a tangent carried along: the derivative of the parameter gradient in a direction of
 * parameter space, which is the Hessian times that direction. Keeps every value, so it takes about twice the memory.
 * Source: Pearlmutter, Fast exact multiplication by the Hessian, Neural Computation 6 (1994).
 *
 * <p><b>Threads:</b> one owner. Layout of values as in {@link NetworkJets}.
 */
public final class NetworkTangents {
    private final Network network;
    private final List<Network.Step> steps;
    private final DerivativePlan plan;
    private final Jets algebra;
    private final DenseAlgebra dense;
    private final int maxPoints;
    private final double[][] value;
    private final double[][] tangent;
    private final double[][] slope; // σ'(z) as a jet, by step
    private final double[][] slopeTangent;
    private final double[][] adjoint;
    private final double[][] adjointTangent;
    private final double[] z;
    private final double[][] sigma;
    private int n;
    private int rows;

    /** @param thetaOffset where this network's parameters begin in theta */
    public NetworkTangents(Network network, int thetaOffset, DerivativePlan plan, int maxPoints, Blas blas) {
        this.network = network;
        this.steps = network.steps();
        this.plan = plan;
        this.algebra = new Jets(plan, maxPoints);
        this.dense = new DenseAlgebra(blas, thetaOffset);
        this.maxPoints = maxPoints;
        this.value = buffers();
        this.tangent = buffers();
        this.adjoint = buffers();
        this.adjointTangent = buffers();
        this.slope = new double[steps.size()][];
        this.slopeTangent = new double[steps.size()][];
        for (int k = 0; k < steps.size(); k++) {
            if (steps.get(k) instanceof Network.Activate a) {
                slope[k] = buffer(a.width());
                slopeTangent[k] = buffer(a.width());
            }
        }
        this.z = new double[plan.channels() * maxPoints];
        this.sigma = new double[plan.order() + 3][maxPoints];
    }

    private double[][] buffers() {
        double[][] result = new double[steps.size() + 1][];
        for (int k = 0; k < result.length; k++) {
            result[k] = buffer(network.width(k));
        }
        return result;
    }

    private double[] buffer(int width) {
        return new double[(width + 1) * plan.channels() * maxPoints]; // one spare column for netlib's bounds check
    }

    /**
     * Outputs and their derivatives along {@code direction}.
     * @param input jets of the inputs, [inputs · C · n] from {@code offset}
     */
    public void forward(double[] theta, double[] direction, double[] input, int offset, int points) {
        n = points;
        rows = plan.channels() * n;
        System.arraycopy(input, offset, value[0], 0, network.inputs() * rows);
        for (int k = 0; k < steps.size(); k++) {
            Network.Step step = steps.get(k);
            if (step instanceof Network.Dense d) {
                affine(d, theta, direction, k + 1);
            } else if (step instanceof Network.Activate a) {
                activate(a, k);
            } else if (step instanceof Network.Multiply m) {
                multiply(m, k + 1);
            } else {
                combine(step, value, k + 1, step instanceof Network.Scale s ? s.shift() : 0);
                combine(step, tangent, k + 1, 0);
            }
        }
    }

    /** The output jets [outputs · C · n]. */
    public double[] output() {
        return value[steps.size()];
    }

    /** Derivatives of the output jets along the direction. */
    public double[] outputTangent() {
        return tangent[steps.size()];
    }

    /** Where the seeds of {@link #reverse} go, [outputs · C · n]. */
    public double[] seeds() {
        return adjoint[steps.size()];
    }

    /** Where the derivatives of the seeds along the direction go. */
    public double[] seedTangents() {
        return adjointTangent[steps.size()];
    }

    private void affine(Network.Dense d, double[] theta, double[] direction, int to) {
        dense.forward(d, rows, value[d.source()], 0, theta, 0, value[to]);
        dense.forward(d, rows, value[d.source()], 0, direction, 0, tangent[to]);
        dense.forward(d, rows, tangent[d.source()], 0, theta, 1, tangent[to]);
        for (int o = 0; d.hasBias() && o < d.out(); o++) {
            addConstant(theta[dense.bias(d) + o], value[to], o * rows);
            addConstant(direction[dense.bias(d) + o], tangent[to], o * rows);
        }
    }

    private void addConstant(double c, double[] v, int offset) {
        for (int i = 0; i < n; i++) {
            v[offset + i] += c;
        }
    }

    /** ȧ = σ'(z)·ż and (σ'(z))˙ = σ''(z)·ż, products of jets. */
    private void activate(Network.Activate a, int k) {
        double[][] shifted = Arrays.copyOfRange(sigma, 1, sigma.length);
        double[] curvature = new double[rows];
        for (int at = 0; at < a.width() * rows; at += rows) {
            System.arraycopy(value[a.source()], at, z, 0, rows);
            a.activation().derivatives(plan.order() + 2, n, z, sigma);
            algebra.compose(n, z, sigma, value[k + 1], at, null, 0);
            algebra.compose(n, z, shifted, slope[k], at, curvature, 0);
            algebra.multiply(n, slope[k], at, tangent[a.source()], at, tangent[k + 1], at, false);
            algebra.multiply(n, curvature, 0, tangent[a.source()], at, slopeTangent[k], at, false);
        }
    }

    private void multiply(Network.Multiply m, int to) {
        for (int at = 0; at < m.width() * rows; at += rows) {
            algebra.multiply(n, value[m.left()], at, value[m.right()], at, value[to], at, false);
            algebra.multiply(n, value[m.left()], at, tangent[m.right()], at, tangent[to], at, false);
            algebra.multiply(n, tangent[m.left()], at, value[m.right()], at, tangent[to], at, true);
        }
    }

    private void combine(Network.Step step, double[][] v, int to, double shift) {
        double[] out = v[to];
        Arrays.fill(out, 0, step.width() * rows, 0);
        if (step instanceof Network.Add a) {
            add(a.width() * rows, 1, v[a.left()], 0, out, 0);
            add(a.width() * rows, 1, v[a.right()], 0, out, 0);
        } else if (step instanceof Network.Concatenate c) {
            int left = network.width(c.left()) * rows;
            add(left, 1, v[c.left()], 0, out, 0);
            add(c.width() * rows - left, 1, v[c.right()], 0, out, left);
        } else if (step instanceof Network.Scale s) {
            add(s.width() * rows, s.factor(), v[s.source()], 0, out, 0);
            for (int f = 0; f < s.width(); f++) {
                addConstant(shift, out, f * rows);
            }
        }
    }

    private static void add(int count, double factor, double[] from, int fo, double[] to, int o) {
        for (int i = 0; i < count; i++) {
            to[o + i] += factor * from[fo + i];
        }
    }

    /** After {@link #forward}, {@link #seeds} and {@link #seedTangents}: adds the derivative of the parameter gradient to {@code out}. */
    public void reverse(double[] theta, double[] direction, double[] out) {
        for (int k = 0; k < steps.size(); k++) {
            Arrays.fill(adjoint[k], 0);
            Arrays.fill(adjointTangent[k], 0);
        }
        for (int k = steps.size() - 1; k >= 0; k--) {
            Network.Step step = steps.get(k);
            if (step instanceof Network.Dense d) {
                reverseDense(d, theta, direction, k + 1, out);
            } else if (step instanceof Network.Activate a) {
                reverseProduct(a.source(), slope[k], slopeTangent[k], k + 1, a.width());
            } else if (step instanceof Network.Multiply m) {
                reverseProduct(m.left(), value[m.right()], tangent[m.right()], k + 1, m.width());
                reverseProduct(m.right(), value[m.left()], tangent[m.left()], k + 1, m.width());
            } else {
                reverseCombine(step, adjoint, k + 1);
                reverseCombine(step, adjointTangent, k + 1);
            }
        }
    }

    private void reverseDense(Network.Dense d, double[] theta, double[] direction, int from, double[] out) {
        dense.addWeights(d, rows, tangent[d.source()], 0, adjoint[from], out);
        dense.addWeights(d, rows, value[d.source()], 0, adjointTangent[from], out);
        for (int o = 0; d.hasBias() && o < d.out(); o++) {
            for (int i = 0; i < n; i++) {
                out[dense.bias(d) + o] += adjointTangent[from][o * rows + i];
            }
        }
        dense.backward(d, rows, adjoint[from], theta, 1, adjoint[d.source()]);
        dense.backward(d, rows, adjointTangent[from], theta, 1, adjointTangent[d.source()]);
        dense.backward(d, rows, adjoint[from], direction, 1, adjointTangent[d.source()]);
    }

    /** The adjoint of out = other * source and its tangent. */
    private void reverseProduct(int source, double[] other, double[] otherTangent, int from, int width) {
        for (int at = 0; at < width * rows; at += rows) {
            algebra.multiplyTransposed(n, other, at, adjoint[from], at, adjoint[source], at, true);
            algebra.multiplyTransposed(n, other, at, adjointTangent[from], at, adjointTangent[source], at, true);
            algebra.multiplyTransposed(n, otherTangent, at, adjoint[from], at, adjointTangent[source], at, true);
        }
    }

    private void reverseCombine(Network.Step step, double[][] bars, int from) {
        double[] bar = bars[from];
        if (step instanceof Network.Add a) {
            add(a.width() * rows, 1, bar, 0, bars[a.left()], 0);
            add(a.width() * rows, 1, bar, 0, bars[a.right()], 0);
        } else if (step instanceof Network.Concatenate c) {
            int left = network.width(c.left()) * rows;
            add(left, 1, bar, 0, bars[c.left()], 0);
            add(c.width() * rows - left, 1, bar, left, bars[c.right()], 0);
        } else if (step instanceof Network.Scale s) {
            add(s.width() * rows, s.factor(), bar, 0, bars[s.source()], 0);
        }
    }
}
