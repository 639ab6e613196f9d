package org.pinn4j.optimize;

/** How a learning rate changes with the steps: what is left of the first one. Immutable; equality is by value. */
public sealed interface Schedule {
    /** What is left of the first rate at step k = 0, 1, ... */
    double factor(long k);

    /** The same rate at every step. */
    record Constant() implements Schedule {
        @Override
        public double factor(long k) {
            return 1;
        }
    }

    /**
     * left^(k/steps), a geometric decay.
     * @param left in (0, 1]: of the rate, after {@code steps} steps
     */
    record Exponential(double left, int steps) implements Schedule {
        public Exponential {
            SettingCheck.share("learning rate", "decay", left);
            SettingCheck.atLeast("learning rate", "decaySteps", 1, steps);
        }

        @Override
        public double factor(long k) {
            return Math.pow(left, (double) k / steps);
        }
    }

    /**
     * left^⌊k/every⌋, a geometric decay in steps.
     * @param left in (0, 1]: of the rate, after each {@code every} steps
     */
    record Staircase(double left, int every) implements Schedule {
        public Staircase {
            SettingCheck.share("learning rate", "left", left);
            SettingCheck.atLeast("learning rate", "every", 1, every);
        }

        @Override
        public double factor(long k) {
            return Math.pow(left, (double) (k / every));
        }
    }

    /**
     * (1 + k/scale)^(−power). The rates sum to infinity and their squares do not for a power in (½, 1], the condition of
     * Robbins and Monro, Ann. Math. Stat. 22 (1951) 400.
     * @param scale steps, above 0
     * @param power above 0
     */
    record InverseTime(double scale, double power) implements Schedule {
        public InverseTime {
            SettingCheck.positive("learning rate", "scale", scale);
            SettingCheck.positive("learning rate", "power", power);
        }

        @Override
        public double factor(long k) {
            return Math.pow(1 + k / scale, -power);
        }
    }

    /**
     * least + (1 − least)·(1 − k/steps)^power, and {@code least} from {@code steps} on; a straight line for the power 1.
     * @param least in [0, 1]
     */
    record Polynomial(int steps, double power, double least) implements Schedule {
        public Polynomial {
            SettingCheck.atLeast("learning rate", "steps", 1, steps);
            SettingCheck.positive("learning rate", "power", power);
            SettingCheck.unit("learning rate", "least", least);
        }

        @Override
        public double factor(long k) {
            return least + (1 - least) * Math.pow(1 - (double) Math.min(k, steps) / steps, power);
        }
    }

    /**
     * (k + 1)/warmUp in the first steps (Goyal et al., arXiv:1706.02677, sec. 2.2), then half a wave of the cosine from 1 to
     * {@code least}, which it keeps from {@code steps} on: least + (1 − least)·½(1 + cos(π·(k − warmUp)/(steps − warmUp))).
     * Source: Loshchilov and Hutter, SGDR, arXiv:1608.03983, eq. 5, without restarts.
     * @param warmUp steps of it, 0 for none
     * @param steps in all, above {@code warmUp}
     * @param least in [0, 1]
     */
    record Cosine(int warmUp, int steps, double least) implements Schedule {
        public Cosine {
            SettingCheck.atLeast("learning rate", "warmUp", 0, warmUp);
            SettingCheck.atLeast("learning rate", "steps", warmUp + 1L, steps);
            SettingCheck.unit("learning rate", "least", least);
        }

        @Override
        public double factor(long k) {
            if (k < warmUp) {
                return (k + 1.0) / warmUp;
            }
            double done = Math.min(1, (double) (k - warmUp) / (steps - warmUp));
            return least + (1 - least) * 0.5 * (1 + Math.cos(Math.PI * done));
        }
    }
}
