package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.pde.Problem;

/**
 * The largest wave numbers of features along each input, as a shape and a number of features: input i is given
 * n_i = n_0·shape_i functions with Π n_i the number of features, and so many carry waves up to n_i/{@value #PER_WAVE} on an
 * interval of half-length one: its 4B/2π wave lengths' worth of functions, times a margin that random weights need. A circle
 * of n_i functions has the whole wave numbers up to (n_i − 1)/2. Where ends may have layers, features see an axis as it is or
 * stretched, see {@link Layers}; what is left to the former is smooth. Immutable.
 * @param features how many
 * @param shape [inputs without stretched ones], product one
 * @param margin functions for each unit of bandwidth along an interval
 * @param layers where inputs are stretched
 */
record Bandwidths(int features, double[] shape, double margin, Layers layers) {
    static final double PER_WAVE = 2.5;
    static final double WIDE_MARGIN = 3.5;
    /** The part of features that see an axis with layers as it is, and the part of the bandwidth that these have. */
    static final double SMOOTH = 1.0 / 3;

    private static final double[] WIDTHS = {1.0 / 4, 4, 1.0 / 16, 16};
    private static final double[] STRETCHES = {2, 4, 8, 16, 1.0 / 2, 1.0 / 4, 1.0 / 8, 1.0 / 16};

    Bandwidths {
        shape = shape.clone();
    }

    @Override
    public double[] shape() {
        return shape.clone();
    }

    /** Alike along all inputs. */
    static Bandwidths even(int features, int inputs) {
        double[] shape = new double[inputs];
        Arrays.fill(shape, 1);
        return new Bandwidths(features, shape, PER_WAVE, Layers.NONE);
    }

    /** Alike along all inputs of a design, with the layers that the statement speaks of. */
    static Bandwidths of(Problem problem, AnsatzDesign design, int features) {
        return even(features, design.features().size()).withLayers(Layers.of(problem, design));
    }

    Bandwidths withFeatures(int number) {
        return new Bandwidths(number, shape, margin, layers);
    }

    Bandwidths withMargin(double other) {
        return new Bandwidths(features, shape, other, layers);
    }

    Bandwidths withLayers(Layers other) {
        return new Bandwidths(features, shape, margin, other);
    }

    /** More functions along one input, fewer along all others. */
    Bandwidths stretched(int input, double factor) {
        double[] other = shape.clone();
        for (int k = 0; k < other.length; k++) {
            other[k] *= k == input ? factor : Math.pow(factor, -1.0 / (other.length - 1));
        }
        return new Bandwidths(features, other, margin, layers);
    }

    /** This one with narrower and wider layers, then with one input stretched or shortened, the mild ones first. */
    List<Bandwidths> neighbours() {
        return Stream.concat(widths().stream(), shapes().stream()).toList();
    }

    private List<Bandwidths> widths() {
        return layers.isEmpty()
                ? List.of()
                : Arrays.stream(WIDTHS)
                        .mapToObj(w -> withLayers(layers.withWidths(w)))
                        .toList();
    }

    private List<Bandwidths> shapes() {
        List<Bandwidths> all = new ArrayList<>();
        for (double factor : STRETCHES) {
            for (int input = 0; input < shape.length && shape.length > 1; input++) {
                if (shape.length > 2 || input == 0) { // of two inputs stretching one shortens the other
                    all.add(stretched(input, factor));
                }
            }
        }
        return all;
    }

    /** Twice and half as many functions along one input, and more features for each function. */
    List<Bandwidths> mild() {
        List<Bandwidths> all = new ArrayList<>();
        for (int input = 0; input < shape.length && shape.length > 1; input++) {
            all.add(stretched(input, 2));
            if (shape.length > 2) {
                all.add(stretched(input, 0.5));
            }
        }
        all.add(withMargin(margin < WIDE_MARGIN ? WIDE_MARGIN : PER_WAVE));
        return all;
    }

    private double functions(int input) {
        return Math.pow(features, 1.0 / shape.length) * shape[input];
    }

    /** Largest wave number along an interval of half-length one. */
    double onInterval(int input) {
        return functions(input) / margin;
    }

    /** Largest whole wave number along a circle, at least one. */
    int onCircle(int input) {
        return (int) Math.max(1, Math.rint((functions(input) * PER_WAVE / margin - 1) / 2));
    }

    @Override
    public String toString() {
        String plain = String.format(
                Locale.ROOT, "%d features, shape %s, margin %.1f", features, Arrays.toString(shape), margin);
        return layers.isEmpty() ? plain : plain + ", " + layers;
    }
}
