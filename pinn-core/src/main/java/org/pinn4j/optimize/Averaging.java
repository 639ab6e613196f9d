package org.pinn4j.optimize;

/** Which mean of the iterates is the answer. Immutable; equality is by value. */
public sealed interface Averaging {
    /**
     * The mean of all iterates after the first {@code after}, each with the same weight; the iterate itself until then.
     * Sources: Ruppert, Cornell technical report 781 (1988); Polyak and Juditsky, SIAM J. Control Optim. 30 (1992) 838.
     * @param after steps that are left out, at least 0
     */
    record Tail(int after) implements Averaging {
        public Tail {
            SettingCheck.atLeast("average", "after", 0, after);
        }
    }

    /**
     * θ̄ ← δθ̄ + (1 − δ)θ after every step, from the start on: a mean over about the last 1/(1 − δ) iterates.
     * @param memory δ, in [0, 1)
     */
    record Exponential(double memory) implements Averaging {
        public Exponential {
            SettingCheck.memory("average", "memory", memory);
        }
    }
}
