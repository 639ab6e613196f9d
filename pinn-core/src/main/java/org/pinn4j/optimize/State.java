package org.pinn4j.optimize;

/** A minimisation in progress. Confined to one thread; allocates nothing in {@link #step}. */
public interface State {
    /** One step, accepted or not. Does nothing once the status is final. */
    void step();

    /** The current iterate, owned by the state: copy to keep. */
    double[] theta();

    /** The objective at {@link #theta()}. */
    double value();

    /** Where it stands; what ends a run is its caller's to say. */
    Status status();

    /** One line of method-specific numbers for the log, such as {@code lambda 1.2e-6}. */
    String detail();

    /** After the objective changed (new points, new weights): evaluate again, keep what was learnt. */
    void objectiveChanged();

    /** The only copy; a checkpoint is a snapshot. */
    Snapshot snapshot();

    void restore(Snapshot snapshot);
}
