package org.pinn4j.optimize;

/** A minimisation method for objectives of kind F. Immutable: settings only. */
public interface Optimizer<F extends Objective> {
    /** How it is named in logs and tables. */
    String name();

    /** A minimisation that starts at a copy of {@code theta0}. */
    State init(F objective, double[] theta0);
}
