package org.pinn4j.benchmarks.yardstick;

import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.LevenbergMarquardtState;
import org.pinn4j.optimize.SelfScaledBroyden;
import org.pinn4j.optimize.State;
import org.pinn4j.optimize.Status;

/** Steps of the dense optimisers as they come in a run: each goes on from where the last one ended. */
final class OptimiserSteps {
    private OptimiserSteps() {}

    static Entrant levenbergMarquardt(Work work) {
        return new Damped(work);
    }

    static Entrant selfScaledBroyden(Work work) {
        return new Entrant() {
            private State state;

            @Override
            public void prepare() {
                if (state == null || state.status() != Status.RUNNING) {
                    state = SelfScaledBroyden.standard().init(work.objective(), work.theta(), work.algebra());
                }
            }

            @Override
            public void run() {
                state.step();
            }
        };
    }

    /** Counts steps whose first damping was accepted and that formed JᵀJ: the step before has to have moved, too. */
    private static final class Damped implements Entrant {
        private static final int TRIES = 20;

        private final Work work;
        private LevenbergMarquardtState state;
        private long accepted;
        private long rejected;

        Damped(Work work) {
            this.work = work;
        }

        @Override
        public void prepare() {
            for (int k = 0; k < TRIES && !ready(); k++) {
                if (state == null || state.status() != Status.RUNNING) {
                    state = LevenbergMarquardt.standard().init(work.objective(), work.theta(), work.algebra());
                }
                remember();
                state.step();
            }
            remember();
        }

        private boolean ready() {
            return state != null && state.status() == Status.RUNNING && state.accepted() > accepted;
        }

        private void remember() {
            accepted = state.accepted();
            rejected = state.rejected();
        }

        @Override
        public void run() {
            state.step();
        }

        @Override
        public boolean counts() {
            return state.accepted() == accepted + 1 && state.rejected() == rejected;
        }

        @Override
        public boolean repeats() {
            return false;
        }
    }
}
