package org.pinn4j.train;

import java.util.Objects;
import java.util.OptionalInt;
import org.pinn4j.loss.Resampling;
import org.pinn4j.sampling.Sampler;
import org.pinn4j.sampling.Sobol;

/** Where a network is trained. Immutable; equality is by value. */
public sealed interface Points {
    Counts counts();

    /** The first set; of {@link Fresh} points every set. */
    Sampler sampler();

    /** The same with other numbers. */
    Points with(Counts counts);

    /** With so many in the interior. */
    default Points withInterior(int n) {
        return with(new Counts(new Count.Exactly(n), counts().perCondition()));
    }

    /** With so many in each other region. */
    default Points withPerCondition(int n) {
        return with(new Counts(counts().interior(), OptionalInt.of(n)));
    }

    /** Drawn once. */
    record Fixed(Counts counts, Sampler sampler) implements Points {
        public Fixed {
            Objects.requireNonNull(counts, "counts");
            Objects.requireNonNull(sampler, "sampler");
        }

        @Override
        public Fixed with(Counts other) {
            return new Fixed(other, sampler);
        }
    }

    /** Drawn once, then now and again where the residual is large. */
    record Following(Counts counts, Sampler sampler, Resampling resampling) implements Points {
        public Following {
            Objects.requireNonNull(counts, "counts");
            Objects.requireNonNull(sampler, "sampler");
            Objects.requireNonNull(resampling, "resampling");
        }

        @Override
        public Following with(Counts other) {
            return new Following(other, sampler, resampling);
        }

        public Following with(Resampling other) {
            return new Following(counts, sampler, other);
        }
    }

    /** Drawn anew from a law at every step (deep Galerkin). */
    record Fresh(Counts counts, Sampler sampler) implements Points {
        public Fresh {
            Objects.requireNonNull(counts, "counts");
            Objects.requireNonNull(sampler, "sampler");
        }

        @Override
        public Fresh with(Counts other) {
            return new Fresh(other, sampler);
        }
    }

    /** Fixed quasi-random points, so many for each parameter. */
    static Fixed fixed(double perParameter) {
        return new Fixed(Counts.perParameter(perParameter), new Sobol());
    }

    /** Quasi-random at first, then redrawn where the residual is large. */
    static Following adaptive(double perParameter) {
        return new Following(Counts.perParameter(perParameter), new Sobol(), Resampling.standard());
    }

    /** {@code n} new points at every step from a law (deep Galerkin). */
    static Fresh fresh(int n, Sampler law) {
        return new Fresh(Counts.exactly(n), law);
    }
}
