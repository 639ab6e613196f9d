package org.pinn4j.jets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.CalculusFieldElement;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.FourierMlp;
import org.pinn4j.network.GatedNet;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.ResNet;

/**
 * The architectures written out neuron by neuron from their formulas, over any field: shares neither the straight-line program
 * nor the layout of tiles with the library, only the order of theta (layer by layer, weights in × out, then biases).
 */
final class PlainNetwork<T extends CalculusFieldElement<T>> {
    /** theta as numbers of a field. */
    interface Weights<T> {
        /** theta[index]·a. */
        T times(int index, T a);

        /** theta[index]. */
        T value(int index);
    }

    private final Weights<T> theta;
    private final UnaryOperator<T> sigma;
    private int next;

    private PlainNetwork(Weights<T> theta, UnaryOperator<T> sigma) {
        this.theta = theta;
        this.sigma = sigma;
    }

    static <T extends CalculusFieldElement<T>> List<T> evaluate(
            Architecture architecture, Weights<T> theta, UnaryOperator<T> sigma, List<T> x, int outputs) {
        PlainNetwork<T> network = new PlainNetwork<>(theta, sigma);
        if (architecture instanceof Mlp m) {
            return network.perceptron(x, m.hidden(), outputs);
        } else if (architecture instanceof ResNet r) {
            return network.residual(x, r.width(), r.blocks(), outputs);
        } else if (architecture instanceof GatedNet g) {
            return network.gated(x, g.width(), g.layers(), outputs);
        }
        FourierMlp f = (FourierMlp) architecture;
        return network.fourier(x, f.features(), f.hidden(), outputs);
    }

    private List<T> linear(List<T> x, int out) {
        List<T> result = new ArrayList<>();
        for (int o = 0; o < out; o++) {
            T sum = x.get(0).getField().getZero();
            for (T in : x) {
                sum = sum.add(theta.times(next++, in));
            }
            result.add(sum);
        }
        return result;
    }

    private List<T> affine(List<T> x, int out) {
        List<T> result = linear(x, out);
        result.replaceAll(z -> z.add(theta.value(next++)));
        return result;
    }

    private List<T> layer(List<T> x, int out) {
        List<T> result = affine(x, out);
        result.replaceAll(sigma);
        return result;
    }

    private List<T> perceptron(List<T> x, List<Integer> hidden, int outputs) {
        List<T> a = x;
        for (int width : hidden) {
            a = layer(a, width);
        }
        return affine(a, outputs);
    }

    private List<T> residual(List<T> x, int width, int blocks, int outputs) {
        List<T> s = affine(x, width);
        for (int k = 0; k < blocks; k++) {
            List<T> inner = layer(layer(s, width), width);
            for (int i = 0; i < width; i++) {
                s.set(i, s.get(i).add(inner.get(i)));
            }
        }
        return affine(s, outputs);
    }

    private List<T> gate(List<T> x, List<T> state, int width) {
        List<T> result = linear(x, width);
        List<T> fromState = affine(state, width);
        for (int i = 0; i < width; i++) {
            result.set(i, sigma.apply(result.get(i).add(fromState.get(i))));
        }
        return result;
    }

    private List<T> gated(List<T> x, int width, int layers, int outputs) {
        List<T> first = layer(x, width);
        List<T> s = first;
        for (int l = 0; l < layers; l++) {
            List<T> z = gate(x, s, width);
            List<T> g = gate(x, first, width);
            List<T> r = gate(x, s, width);
            List<T> h = gate(x, product(s, r), width);
            List<T> updated = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                T kept = z.get(i).multiply(s.get(i));
                updated.add(g.get(i).negate().add(1).multiply(h.get(i)).add(kept));
            }
            s = updated;
        }
        return affine(s, outputs);
    }

    private List<T> product(List<T> a, List<T> b) {
        List<T> result = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            result.add(a.get(i).multiply(b.get(i)));
        }
        return result;
    }

    private List<T> fourier(List<T> x, int features, List<Integer> hidden, int outputs) {
        List<T> phase = linear(x, features);
        List<T> waves = new ArrayList<>(phase);
        waves.replaceAll(T::sin);
        phase.forEach(p -> waves.add(p.cos()));
        return perceptron(waves, hidden, outputs);
    }

    /** The activations but gelu, whose error function needs more than field arithmetic. */
    static <T extends CalculusFieldElement<T>> T activation(String name, T z) {
        return switch (name) {
            case "tanh" -> z.tanh();
            case "sin" -> z.sin();
            case "sigmoid" -> sigmoid(z);
            case "softplus" ->
                z.getReal() > 0 ? z.negate().exp().log1p().add(z) : z.exp().log1p();
            case "swish" -> z.multiply(sigmoid(z));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Never e to a large positive power, which overflows. */
    private static <T extends CalculusFieldElement<T>> T sigmoid(T z) {
        if (z.getReal() > 0) {
            return z.negate().exp().add(1).reciprocal();
        }
        return z.exp().divide(z.exp().add(1));
    }

    /**
     * Φ, Φ', ... Φ^(order) at z, where Φ(z) is already known: Φ^(k+1) = (−1)^k He_k φ with Hermite's polynomials
     * He_(k+1) = z He_k − k He_(k−1). Source: Abramowitz and Stegun, 22.7.14 and 26.2.
     */
    static <T extends CalculusFieldElement<T>> List<T> normalDistribution(T z, T value, int order) {
        List<T> result = new ArrayList<>(List.of(value));
        T density = z.multiply(z).multiply(-0.5).exp().multiply(1 / Math.sqrt(2 * Math.PI));
        T lower = z.getField().getZero();
        T hermite = z.getField().getOne();
        for (int k = 0; k < order; k++) {
            result.add(hermite.multiply(density).multiply(k % 2 == 0 ? 1 : -1));
            T higher = z.multiply(hermite).subtract(lower.multiply(k));
            lower = hermite;
            hermite = higher;
        }
        return result;
    }
}
