package org.pinn4j.network;

import java.util.Objects;
import org.hipparchus.random.RandomGenerator;

/**
 * How start weights are drawn. Immutable. Biases start at zero unless {@link #withBiases} says otherwise.
 *
 * @param scheme the distribution of a layer's weights
 * @param first factor on the weights of the layers that read the input
 * @param last factor on the weights of the layers that make the output
 * @param biases standard deviation of the biases, 0 for none
 */
public record Initializer(Scheme scheme, double first, double last, double biases) {
    /** A distribution of mean zero whose width depends on the size of the layer. */
    public enum Scheme {
        /** Normal, variance 2/(in + out). Source: Glorot and Bengio, AISTATS 2010, eq. 12. */
        GLOROT_NORMAL,
        /** Uniform of the same variance: ±√(6/(in + out)). Source: Glorot and Bengio, AISTATS 2010, eq. 16. */
        GLOROT_UNIFORM,
        /** Normal, variance 2/in. Source: He et al., ICCV 2015, eq. 10. */
        HE,
        /** Normal, variance 1/in. Source: LeCun et al., Efficient BackProp (1998), section 4.6. */
        LECUN,
        /** Normal, variance 1. */
        STANDARD_NORMAL;

        double draw(int in, int out, RandomGenerator random) {
            return switch (this) {
                case GLOROT_NORMAL -> Math.sqrt(2.0 / (in + out)) * random.nextGaussian();
                case GLOROT_UNIFORM -> Math.sqrt(6.0 / (in + out)) * (2 * random.nextDouble() - 1);
                case HE -> Math.sqrt(2.0 / in) * random.nextGaussian();
                case LECUN -> Math.sqrt(1.0 / in) * random.nextGaussian();
                case STANDARD_NORMAL -> random.nextGaussian();
            };
        }
    }

    public Initializer {
        Objects.requireNonNull(scheme, "scheme");
        requireFactor("first layer", first);
        requireFactor("last layer", last);
        if (!(biases >= 0) || Double.isInfinite(biases)) {
            throw new IllegalArgumentException(
                    "initialiser: need a finite standard deviation >= 0 of the biases, got " + biases);
        }
    }

    public static Initializer glorotNormal() {
        return new Initializer(Scheme.GLOROT_NORMAL, 1, 1, 0);
    }

    public static Initializer glorotUniform() {
        return new Initializer(Scheme.GLOROT_UNIFORM, 1, 1, 0);
    }

    public static Initializer he() {
        return new Initializer(Scheme.HE, 1, 1, 0);
    }

    public static Initializer leCun() {
        return new Initializer(Scheme.LECUN, 1, 1, 0);
    }

    /** Glorot normal with the first layer times w0: for sine networks and solutions that oscillate. */
    public static Initializer sine(double w0) {
        return glorotNormal().withFirstLayerTimes(w0);
    }

    public Initializer withFirstLayerTimes(double factor) {
        return new Initializer(scheme, first * factor, last, biases);
    }

    public Initializer withLastLayerTimes(double factor) {
        return new Initializer(scheme, first, last * factor, biases);
    }

    /** Normal biases of the given standard deviation. */
    public Initializer withBiases(double deviation) {
        return new Initializer(scheme, first, last, deviation);
    }

    double factor(boolean isFirst, boolean isLast) {
        return (isFirst ? first : 1) * (isLast ? last : 1);
    }

    double bias(RandomGenerator random) {
        return biases == 0 ? 0 : biases * random.nextGaussian();
    }

    private static void requireFactor(String which, double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "initialiser: need a finite factor > 0 for the %s, got %s".formatted(which, factor));
        }
    }
}
