package org.pinn4j.optimize;

import org.pinn4j.args.Args;

/** A minimisation method. Immutable, settings only; equality is by value. */
public interface Optimizer {
    /** How it is named in logs and tables. */
    String name();

    /**
     * A minimisation that starts at a copy of {@code theta0}.
     * @param algebra what it computes with, and the threads it may use
     * @throws IllegalArgumentException if the method needs more of an objective, see {@link LeastSquares#of}
     */
    State init(Objective objective, double[] theta0, Algebra algebra);

    /**
     * This method with settings that start where a state of it stands, such as its damping: for going on from a solution,
     * which holds no {@link Snapshot}.
     */
    default Optimizer from(State state) {
        Args.given(state, "state");
        return this;
    }
}
