package org.pinn4j.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pinn4j.args.Args;

/**
 * Writes a {@link Network} step by step. Every method returns the index of the value it adds. Not thread-safe.
 *
 * <p>A wrong argument is an {@link IllegalArgumentException} that names it: a value that does not exist yet, unequal
 * widths, a layer name used twice.
 */
public final class Builder {
    private final int inputs;
    private final List<Network.Step> steps = new ArrayList<>();
    private final List<Network.Block> blocks = new ArrayList<>();
    private final List<Double> deviations = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Integer> used = new HashSet<>();
    private int parameters;

    Builder(int inputs) {
        if (inputs < 1) {
            throw new IllegalArgumentException("network: need at least 1 input, got " + inputs);
        }
        this.inputs = inputs;
    }

    /** A layer v·W + b whose weights the initialiser draws. Its blocks are {@code name.weight} and {@code name.bias}. */
    public int dense(String name, int source, int out) {
        return layer(name, source, out, true, 0);
    }

    /** A layer v·W without bias. */
    public int denseWithoutBias(String name, int source, int out) {
        return layer(name, source, out, false, 0);
    }

    /**
     * A layer v·W without bias whose start weights are normal with the given standard deviation, whatever initialiser
     * is used. The weights are trainable like any others.
     */
    public int denseWithDeviation(String name, int source, int out, double deviation) {
        if (!(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "layer %s: need a finite standard deviation > 0, got %s".formatted(name, deviation));
        }
        return layer(name, source, out, false, deviation);
    }

    public int activate(int source, Activation activation) {
        Objects.requireNonNull(activation, "activation");
        return append(new Network.Activate(use(source), activation, width(source)), 0);
    }

    public int add(int left, int right) {
        return append(new Network.Add(use(left), use(right), equalWidth("add", left, right)), 0);
    }

    public int multiply(int left, int right) {
        return append(new Network.Multiply(use(left), use(right), equalWidth("multiply", left, right)), 0);
    }

    public int concatenate(int left, int right) {
        return append(new Network.Concatenate(use(left), use(right), width(left) + width(right)), 0);
    }

    /** factor·v + shift. */
    public int scale(int source, double factor, double shift) {
        if (factor == 0 || !Double.isFinite(factor) || !Double.isFinite(shift)) {
            throw new IllegalArgumentException(
                    "scale: need a finite factor other than 0 and a finite shift, got factor %s, shift %s"
                            .formatted(factor, shift));
        }
        return append(new Network.Scale(use(source), factor, shift, width(source)), 0);
    }

    /**
     * The finished program.
     *
     * @param outputValue the output: the last value, so that no step is left over
     * @throws IllegalArgumentException if it is not the last value, or if another value, the input too, is never used
     */
    public Network build(int outputValue) {
        if (outputValue != steps.size()) {
            throw new IllegalArgumentException(
                    "network: the output must be the last value %d, got %d; leave out the steps after it"
                            .formatted(steps.size(), outputValue));
        }
        for (int value = 0; value < outputValue; value++) {
            if (!used.contains(value)) {
                throw new IllegalArgumentException(
                        "network: value %d (%s) does not reach the output; leave it out or use it"
                                .formatted(value, value == 0 ? "the input" : steps.get(value - 1)));
            }
        }
        return new Network(
                inputs, steps, blocks, deviations.stream().mapToDouble(d -> d).toArray());
    }

    private int layer(String name, int source, int out, boolean bias, double deviation) {
        Objects.requireNonNull(name, "name");
        if (out < 1) {
            throw new IllegalArgumentException("layer %s: need at least 1 output, got %d".formatted(name, out));
        }
        int in = width(use(source));
        if (!names.add(name)) {
            throw new IllegalArgumentException(
                    "layer %s: the name is taken; every layer needs its own".formatted(name));
        }
        int weights = block(name + ".weight", in, out);
        return append(
                new Network.Dense(source, in, out, weights, bias ? block(name + ".bias", 1, out) : -1), deviation);
    }

    private int block(String name, int rows, int columns) {
        int offset = parameters;
        parameters = Args.within(0, Args.MOST_ENTRIES - offset, Args.entries(rows, columns, name), name) + offset;
        blocks.add(new Network.Block(name, offset, rows, columns));
        return offset;
    }

    private int append(Network.Step step, double deviation) {
        steps.add(step);
        deviations.add(deviation);
        return steps.size();
    }

    private int equalWidth(String operation, int left, int right) {
        if (width(left) != width(right)) {
            throw new IllegalArgumentException(
                    "%s: need equal widths, got value %d of width %d and value %d of width %d"
                            .formatted(operation, left, width(left), right, width(right)));
        }
        return width(left);
    }

    private int use(int value) {
        if (value < 0 || value > steps.size()) {
            throw new IllegalArgumentException(
                    "network: value %d does not exist, there are values 0 to %d so far".formatted(value, steps.size()));
        }
        used.add(value);
        return value;
    }

    private int width(int value) {
        return value == 0 ? inputs : steps.get(value - 1).width();
    }
}
