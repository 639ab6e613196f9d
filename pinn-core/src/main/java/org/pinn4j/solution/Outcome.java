package org.pinn4j.solution;

/** How a solve ended. Every failure says what was seen and what to try. */
public enum Outcome {
    RUNNING(""),
    CONVERGED(""),
    COMPLETED(""),
    CANCELLED(""),
    STALLED("no step decreases the loss any further; it may be at its round-off floor, or the network too small"),
    BUDGET_SPENT("the budget ended before the tolerance was met; raise the budget or loosen the tolerance"),
    UNRESOLVED(
            "the equations do not hold: train longer or with a larger network, and look whether the statement has a solution"),
    NON_FINITE("the loss became NaN or infinite; check the data of the condition named above, or scale every axis"),
    FAILED(
            "the solution is the best one before that; correct the code that threw, or report it with its stack in the log");

    private final String advice;

    Outcome(String advice) {
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }

    /** The outcome of a run that ended so and whose answer does not solve the equations. */
    public Outcome unresolved() {
        return this == CANCELLED || this == NON_FINITE || this == FAILED || this == RUNNING ? this : UNRESOLVED;
    }
}
