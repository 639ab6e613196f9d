package org.pinn4j.domain;

import org.pinn4j.args.Args;

/**
 * A law of numbers by its quantiles and its density: how each coordinate of a point of all of space is drawn, independent of the
 * others. Implementations are immutable values; {@link Space} checks that the two belong together and the variance is finite.
 */
public interface Law {
    /** The number below which the share u of all lies, rising in u. @param u in (0, 1) */
    double quantile(double u);

    /** Probability per length at a number; at least zero, finite. */
    double density(double x);

    /** Where an expression of it is of order one: a centre. */
    double centre();

    /** The distance from the centre within which most numbers lie. */
    double scale();

    /** The normal law. @throws IllegalArgumentException unless mean and deviation are finite and the deviation is above zero */
    static Law normal(double mean, double deviation) {
        return new Normal(Args.finite(mean, "mean"), Args.positive(deviation, "deviation"));
    }

    /** The uniform law on an interval. */
    static Law uniform(double min, double max) {
        return new Uniform(min, max);
    }

    /** See {@link #normal}. */
    record Normal(double mean, double deviation) implements Law {
        public Normal {
            Args.finite(mean, "mean");
            Args.positive(deviation, "deviation");
        }

        @Override
        public double quantile(double u) {
            return mean + deviation * Normals.quantile(u);
        }

        @Override
        public double density(double x) {
            return Normals.density((x - mean) / deviation) / deviation;
        }

        @Override
        public double centre() {
            return mean;
        }

        @Override
        public double scale() {
            return 2 * deviation;
        }
    }

    /** See {@link #uniform}. */
    record Uniform(double min, double max) implements Law {
        public Uniform {
            if (!(min < max) || Double.isInfinite(max - min)) { // written so that NaN fails too
                throw new IllegalArgumentException("law: need finite min < max, got [%s, %s]".formatted(min, max));
            }
        }

        @Override
        public double quantile(double u) {
            return min + (max - min) * u;
        }

        @Override
        public double density(double x) {
            return x >= min && x <= max ? 1 / (max - min) : 0;
        }

        @Override
        public double centre() {
            return min + (max - min) / 2;
        }

        @Override
        public double scale() {
            return (max - min) / 2;
        }
    }
}
