package org.pinn4j.validation.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;

/**
 * A fully connected network with max(z, 0) between its affine layers and none after the last, together with a calculus:
 * networks are composed, put side by side, scaled and added, and the sizes follow from those of the parts. Immutable.
 *
 * <p>It has no derivative code on purpose: a piecewise linear function has no second derivatives to put into an equation.
 * <p>Source: Jentzen, Kuckuck, von Wurstemberger, Mathematical Introduction to Deep Learning, arXiv:2310.20360, chapter 2 (ANN
 * calculus): compositions 2.1, parallelizations 2.2, scalar multiplications 2.3, sums 2.4; sizes as in section 1.3.
 */
public final class ReluNetwork {
    private static final int MOST_INPUTS = 1000;
    private static final int MOST_LAYERS = 1000;

    /** x ↦ Wx + b; weight of input i in output o at {@code weights[o * in + i]}. */
    private record Affine(int in, int out, double[] weights, double[] bias) {
        double[] at(double[] x) {
            double[] y = bias.clone();
            for (int o = 0; o < out; o++) {
                for (int i = 0; i < in; i++) {
                    y[o] += weights[o * in + i] * x[i];
                }
            }
            return y;
        }

        /** this ∘ inner, one affine map: W V x + (W c + b). */
        Affine after(Affine inner) {
            double[] product = new double[out * inner.in];
            for (int o = 0; o < out; o++) {
                for (int k = 0; k < in; k++) {
                    for (int i = 0; i < inner.in; i++) {
                        product[o * inner.in + i] += weights[o * in + k] * inner.weights[k * inner.in + i];
                    }
                }
            }
            return new Affine(inner.in, out, product, at(inner.bias));
        }

        /** (x, y) ↦ (this x, other y). */
        Affine beside(Affine other) {
            int width = in + other.in;
            double[] both = new double[(out + other.out) * width];
            for (int o = 0; o < out; o++) {
                System.arraycopy(weights, o * in, both, o * width, in);
            }
            for (int o = 0; o < other.out; o++) {
                System.arraycopy(other.weights, o * other.in, both, (out + o) * width + in, other.in);
            }
            double[] biases = Arrays.copyOf(bias, out + other.out);
            System.arraycopy(other.bias, 0, biases, out, other.out);
            return new Affine(width, out + other.out, both, biases);
        }
    }

    private final List<Affine> layers;

    private ReluNetwork(List<Affine> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * The network of one layer, x ↦ Wx + b.
     * @param weights [outputs][inputs], at least 1 × 1
     * @param bias one for each output
     */
    public static ReluNetwork affine(double[][] weights, double... bias) {
        Args.array(weights, "weights");
        Args.given(bias, "bias");
        if (weights.length == 0 || weights[0].length == 0 || weights.length != bias.length) {
            throw new IllegalArgumentException("affine: need one bias for each of one or more rows, got %d rows and %d"
                    .formatted(weights.length, bias.length));
        }
        int in = weights[0].length;
        double[] flat = new double[weights.length * in];
        for (int o = 0; o < weights.length; o++) {
            if (weights[o].length != in) {
                throw new IllegalArgumentException(
                        "affine: row 0 has %d weights, row %d has %d".formatted(in, o, weights[o].length));
            }
            System.arraycopy(weights[o], 0, flat, o * in, in);
        }
        return new ReluNetwork(List.of(new Affine(in, weights.length, flat, bias.clone())));
    }

    /** x ↦ V max(Wx + b, 0) + c: one hidden layer. */
    public static ReluNetwork hidden(double[][] w, double[] b, double[][] v, double... c) {
        Args.array(w, "w");
        Args.given(b, "b");
        Args.array(v, "v");
        Args.given(c, "c");
        ReluNetwork first = affine(w, b);
        ReluNetwork last = affine(v, c);
        if (last.inputs() != first.outputs()) {
            throw new IllegalArgumentException(
                    "hidden: %d neurons, but the layer after them reads %d".formatted(first.outputs(), last.inputs()));
        }
        return new ReluNetwork(List.of(first.layers.get(0), last.layers.get(0)));
    }

    /** x ↦ x in d dimensions with the given number of layers, by x = max(x, 0) − max(−x, 0). */
    public static ReluNetwork identity(int d, int length) {
        Args.within(1, MOST_INPUTS, d, "d");
        Args.within(1, MOST_LAYERS, length, "length");
        double[][] unit = new double[d][d];
        double[][] split = new double[2 * d][d];
        double[][] join = new double[d][2 * d];
        for (int i = 0; i < d; i++) {
            unit[i][i] = 1;
            split[i][i] = join[i][i] = 1;
            split[d + i][i] = join[i][d + i] = -1;
        }
        ReluNetwork result = affine(unit, new double[d]);
        for (int k = 1; k < length; k++) {
            result = hidden(split, new double[2 * d], join, new double[d]).after(result);
        }
        return result;
    }

    /** This ∘ inner. The last layer of inner and the first of this are one: length L + L′ − 1. */
    public ReluNetwork after(ReluNetwork inner) {
        Args.given(inner, "inner");
        if (inner.outputs() != inputs()) {
            throw new IllegalArgumentException(
                    "after: the inner network has %d outputs, this one reads %d".formatted(inner.outputs(), inputs()));
        }
        List<Affine> all = new ArrayList<>(inner.layers);
        Affine last = all.remove(all.size() - 1);
        all.add(layers.get(0).after(last));
        all.addAll(layers.subList(1, layers.size()));
        return new ReluNetwork(all);
    }

    /** (x, y) ↦ (this x, other y). The shorter one is made as long as the other by an identity. */
    public ReluNetwork beside(ReluNetwork other) {
        Args.given(other, "other");
        int length = Math.max(length(), other.length());
        List<Affine> a = extended(length).layers;
        List<Affine> b = other.extended(length).layers;
        List<Affine> both = new ArrayList<>();
        for (int k = 0; k < length; k++) {
            both.add(a.get(k).beside(b.get(k)));
        }
        return new ReluNetwork(both);
    }

    private ReluNetwork extended(int length) {
        return length == length()
                ? this
                : identity(outputs(), length - length() + 1).after(this);
    }

    /** x ↦ this x + other x: both beside each other, behind x ↦ (x, x) and before (y, z) ↦ y + z. */
    public ReluNetwork plus(ReluNetwork other) {
        Args.given(other, "other");
        if (other.inputs() != inputs() || other.outputs() != outputs()) {
            throw new IllegalArgumentException("plus: need the same inputs and outputs, got %d → %d and %d → %d"
                    .formatted(inputs(), outputs(), other.inputs(), other.outputs()));
        }
        double[][] twice = new double[2 * inputs()][inputs()];
        double[][] sum = new double[outputs()][2 * outputs()];
        for (int i = 0; i < inputs(); i++) {
            twice[i][i] = twice[inputs() + i][i] = 1;
        }
        for (int o = 0; o < outputs(); o++) {
            sum[o][o] = sum[o][outputs() + o] = 1;
        }
        return affine(sum, new double[outputs()]).after(beside(other)).after(affine(twice, new double[2 * inputs()]));
    }

    /** x ↦ factor · this x. */
    public ReluNetwork times(double factor) {
        double[][] diagonal = new double[outputs()][outputs()];
        for (int o = 0; o < outputs(); o++) {
            diagonal[o][o] = factor;
        }
        return affine(diagonal, new double[outputs()]).after(this);
    }

    /** The realization: the function at a point. */
    public double[] at(double... x) {
        Args.given(x, "x");
        if (x.length != inputs()) {
            throw new IllegalArgumentException("at: need %d coordinates, got %d".formatted(inputs(), x.length));
        }
        double[] value = layers.get(0).at(x);
        for (Affine layer : layers.subList(1, layers.size())) {
            for (int i = 0; i < value.length; i++) {
                value[i] = Math.max(value[i], 0);
            }
            value = layer.at(value);
        }
        return value;
    }

    public int inputs() {
        return layers.get(0).in();
    }

    public int outputs() {
        return layers.get(layers.size() - 1).out();
    }

    /** Number of affine layers, one more than there are hidden ones. */
    public int length() {
        return layers.size();
    }

    /** Σ out·(in + 1): all weights and biases, zeros too. */
    public int parameters() {
        return layers.stream().mapToInt(a -> a.out() * (a.in() + 1)).sum();
    }

    @Override
    public String toString() {
        StringBuilder widths = new StringBuilder("ReLU network ").append(inputs());
        layers.forEach(a -> widths.append(" → ").append(a.out()));
        return widths.toString();
    }
}
