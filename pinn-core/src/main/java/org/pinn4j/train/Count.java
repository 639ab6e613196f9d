package org.pinn4j.train;

/** How many points: a number, or so many for each parameter of the network. */
public sealed interface Count {
    /** For a network with so many parameters. */
    int of(int parameters);

    /** This many. */
    record Exactly(int points) implements Count {
        public Exactly {
            if (points < 1) {
                throw new IllegalArgumentException("points: need at least one, got " + points);
            }
        }

        @Override
        public int of(int parameters) {
            return points;
        }
    }

    /** This many for each parameter, rounded up. */
    record PerParameter(double factor) implements Count {
        public PerParameter {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("points: need a finite number > 0 a parameter, got " + factor);
            }
        }

        @Override
        public int of(int parameters) {
            return (int) Math.ceil(factor * parameters);
        }
    }
}
