package org.pinn4j.jets;

import java.util.List;
import org.pinn4j.network.Network;

/**
 * The forward sweep of {@link NetworkJets} for a few points, one at a time and in plain Java. With a single point the
 * features take the place of the points: a value of width w is C contiguous rows of w, so that activations and products
 * still run along an array.
 *
 * <p><b>Threads:</b> one owner. <b>Allocation:</b> none after construction.
 */
public final class PointJets implements ForwardSweep {
    private final List<Network.Step> steps;
    private final int thetaOffset;
    private final int channels;
    private final Jets algebra;
    private final double[][] value;
    private final double[][] sigma;
    private final double[] output;
    private final int outputs;

    /**
     * @param thetaOffset where this network's parameters begin in theta
     * @param maxPoints of one call
     */
    public PointJets(Network network, int thetaOffset, DerivativePlan plan, int maxPoints) {
        network.requireSmoothness(plan.order(), "plan " + plan);
        this.steps = network.steps();
        this.thetaOffset = thetaOffset;
        this.channels = plan.channels();
        this.value = new double[steps.size() + 1][];
        int widest = network.inputs();
        value[0] = new double[channels * network.inputs()];
        for (int k = 0; k < steps.size(); k++) {
            widest = Math.max(widest, steps.get(k).width());
            value[k + 1] = new double[channels * steps.get(k).width()];
        }
        this.algebra = new Jets(plan, widest);
        this.sigma = new double[plan.order() + 1][widest];
        this.outputs = network.outputs();
        this.output = new double[outputs * channels * maxPoints];
    }

    @Override
    public void forward(double[] theta, double[] input, int offset, int n) {
        int inputs = value[0].length / channels;
        for (int i = 0; i < n; i++) {
            for (int f = 0; f < inputs; f++) {
                for (int c = 0; c < channels; c++) {
                    value[0][c * inputs + f] = input[offset + (f * channels + c) * n + i];
                }
            }
            double[] last = forward(theta);
            for (int f = 0; f < outputs; f++) {
                for (int c = 0; c < channels; c++) {
                    output[(f * channels + c) * n + i] = last[c * outputs + f];
                }
            }
        }
    }

    @Override
    public double[] output() {
        return output;
    }

    /** Where one point's input jets go, [C × inputs], before {@link #forward(double[])}. */
    public double[] input() {
        return value[0];
    }

    /** The output jets of the point in {@link #input}, [C × outputs], owned by this object. */
    public double[] forward(double[] theta) {
        for (int k = 0; k < value.length - 1; k++) {
            run(steps.get(k), theta, value[k + 1]);
        }
        return value[value.length - 1];
    }

    private void run(Network.Step step, double[] theta, double[] out) {
        if (step instanceof Network.Dense d) {
            for (int c = 0; c < channels; c++) {
                dense(d, theta, value[d.source()], c * d.in(), out, c * d.out());
            }
            for (int o = 0; d.hasBias() && o < d.out(); o++) {
                out[o] += theta[thetaOffset + d.bias() + o];
            }
        } else if (step instanceof Network.Activate a) {
            a.activation().derivatives(algebra.derivatives(false), a.width(), value[a.source()], sigma);
            algebra.compose(a.width(), value[a.source()], sigma, out, 0, null, 0);
        } else if (step instanceof Network.Multiply m) {
            algebra.multiply(m.width(), value[m.left()], 0, value[m.right()], 0, out, 0, false);
        } else if (step instanceof Network.Add a) {
            for (int k = 0; k < out.length; k++) {
                out[k] = value[a.left()][k] + value[a.right()][k];
            }
        } else if (step instanceof Network.Concatenate c) {
            concatenate(value[c.left()], value[c.right()], out);
        } else if (step instanceof Network.Scale s) {
            for (int k = 0; k < out.length; k++) {
                out[k] = s.factor() * value[s.source()][k] + (k < s.width() ? s.shift() : 0);
            }
        }
    }

    private void concatenate(double[] left, double[] right, double[] out) {
        int l = left.length / channels;
        int r = right.length / channels;
        for (int c = 0; c < channels; c++) {
            System.arraycopy(left, c * l, out, c * (l + r), l);
            System.arraycopy(right, c * r, out, c * (l + r) + l, r);
        }
    }

    /** Four outputs at a time: one chain of additions alone would wait for itself. */
    private void dense(Network.Dense d, double[] w, double[] in, int from, double[] out, int to) {
        int n = d.in();
        int o = 0;
        for (; o + 3 < d.out(); o += 4) {
            int first = thetaOffset + d.weights() + o * n;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int i = 0; i < n; i++) {
                double v = in[from + i];
                s0 += v * w[first + i];
                s1 += v * w[first + n + i];
                s2 += v * w[first + 2 * n + i];
                s3 += v * w[first + 3 * n + i];
            }
            out[to + o] = s0;
            out[to + o + 1] = s1;
            out[to + o + 2] = s2;
            out[to + o + 3] = s3;
        }
        for (; o < d.out(); o++) {
            int first = thetaOffset + d.weights() + o * n;
            double s = 0;
            for (int i = 0; i < n; i++) {
                s += in[from + i] * w[first + i];
            }
            out[to + o] = s;
        }
    }
}
