package org.pinn4j.network;

import java.util.List;
import java.util.Objects;
import org.hipparchus.random.RandomGenerator;
import org.pinn4j.args.Args;

/**
 * A map from coordinates to fields, described as a straight-line program. Immutable; holds no parameter values.
 *
 * <p>Value 0 is the input, value k + 1 is the result of step k, and the last value is the output. The parameters are
 * one flat array theta, laid out layer by layer, each as its weights and then its bias; {@link #blocks()} names them.
 */
public final class Network {
    private final int inputs;
    private final List<Step> steps;
    private final List<Block> blocks;
    private final double[] deviations;

    Network(int inputs, List<Step> steps, List<Block> blocks, double[] deviations) {
        this.inputs = inputs;
        this.steps = List.copyOf(steps);
        this.blocks = List.copyOf(blocks);
        this.deviations = deviations.clone();
    }

    /** One elementary operation on earlier values. */
    public sealed interface Step permits Dense, Activate, Add, Multiply, Concatenate, Scale {
        /** The number of features of the result. */
        int width();
    }

    /**
     * z = v·W + b, with W column-major in × out: feature o is Σ_i v_i·theta[weights + i + in·o] + theta[bias + o].
     *
     * @param weights offset of W in theta
     * @param bias offset of b in theta, or −1 for a layer without one
     */
    public record Dense(int source, int in, int out, int weights, int bias) implements Step {
        @Override
        public int width() {
            return out;
        }

        public boolean hasBias() {
            return bias >= 0;
        }
    }

    /** The activation applied to every feature. */
    public record Activate(int source, Activation activation, int width) implements Step {
        public Activate {
            Args.given(activation, "activation");
        }
    }

    /** The sum of two values of equal width. */
    public record Add(int left, int right, int width) implements Step {}

    /** The product, feature by feature, of two values of equal width. */
    public record Multiply(int left, int right, int width) implements Step {}

    /** The features of the left value followed by those of the right one. */
    public record Concatenate(int left, int right, int width) implements Step {}

    /** factor·v + shift, the same numbers for every feature. */
    public record Scale(int source, double factor, double shift, int width) implements Step {}

    /** A named part of theta: rows × columns numbers, column-major, from the offset on. A bias is 1 × out. */
    public record Block(String name, int offset, int rows, int columns) {
        public Block {
            Args.given(name, "name");
        }

        public int size() {
            return rows * columns;
        }
    }

    /**
     * Starts a program.
     *
     * @param inputs number of input features, at least 1
     * @throws IllegalArgumentException if there is no input
     */
    public static Builder builder(int inputs) {
        return new Builder(inputs);
    }

    public int inputs() {
        return inputs;
    }

    public int outputs() {
        return width(steps.size());
    }

    /** The length of theta. */
    public int parameters() {
        return blocks.stream().mapToInt(Block::size).sum();
    }

    public List<Step> steps() {
        return steps;
    }

    /** The parameter blocks: contiguous, in the order of theta, each layer's weights before its bias. */
    public List<Block> blocks() {
        return blocks;
    }

    /** How often it can be differentiated by its inputs: as often as the activation that has fewest derivatives. */
    public int smoothness() {
        return steps.stream()
                .mapToInt(s -> s instanceof Activate a ? a.activation().smoothness() : Integer.MAX_VALUE)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Throws unless it can be differentiated by its inputs so often. @param by who asks, for the message */
    public void requireSmoothness(int order, String by) {
        Args.given(by, "by");
        for (Step step : steps) {
            if (step instanceof Activate a && a.activation().smoothness() < order) {
                throw new IllegalArgumentException(
                        ("%s: order %d, and a network of %s has derivatives in its inputs up to order %d; take a smooth"
                                        + " activation, such as tanh, or softplus in place of relu, or state the equation"
                                        + " without this derivative")
                                .formatted(
                                        by,
                                        order,
                                        a.activation().name(),
                                        a.activation().smoothness()));
            }
        }
    }

    /**
     * The number of features of a value.
     *
     * @throws IllegalArgumentException unless value is 0 .. number of steps
     */
    public int width(int value) {
        Args.index(value, steps.size() + 1, "value");
        return value == 0 ? inputs : steps.get(value - 1).width();
    }

    /**
     * Start values for theta: weights drawn layer by layer in the order of theta, biases as the initialiser says.
     *
     * @return a new array [parameters]
     */
    public double[] initialise(Initializer initializer, RandomGenerator random) {
        Args.given(initializer, "initializer");
        Objects.requireNonNull(random, "random");
        double[] theta = new double[parameters()];
        Depth depth = Depth.of(this);
        for (int k = 0; k < steps.size(); k++) {
            if (steps.get(k) instanceof Dense dense) {
                boolean prescribed = deviations[k] > 0;
                double deviation = prescribed ? deviations[k] : initializer.factor(depth.isFirst(k), depth.isLast(k));
                Initializer.Scheme scheme = prescribed ? Initializer.Scheme.STANDARD_NORMAL : initializer.scheme();
                for (int j = 0; j < dense.in() * dense.out(); j++) {
                    theta[dense.weights() + j] = deviation * scheme.draw(dense.in(), dense.out(), random);
                }
                for (int o = 0; dense.hasBias() && o < dense.out(); o++) {
                    theta[dense.bias() + o] = initializer.bias(random);
                }
            }
        }
        return theta;
    }

    /**
     * The text form, a step a line: {@code dense 0 20 hidden1}, {@code activate 1 tanh}; how start weights are drawn is not
     * part of it.
     * @throws IllegalArgumentException if a layer has a name that has no place in a text
     */
    public String text() {
        return NetworkText.write(this);
    }

    /**
     * Reads {@link #text}.
     * @throws IllegalArgumentException with the line, if the text is not a network or is over a limit
     */
    public static Network parse(String text) {
        Args.given(text, "text");
        return NetworkText.parse(text);
    }

    /** The same steps on the same parameters; how start weights are drawn makes no difference. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Network n && inputs == n.inputs && steps.equals(n.steps) && blocks.equals(n.blocks);
    }

    @Override
    public int hashCode() {
        return Objects.hash(inputs, steps, blocks);
    }

    @Override
    public String toString() {
        return "network %s -> %s, %s steps, %s parameters".formatted(inputs, outputs(), steps.size(), parameters());
    }
}
