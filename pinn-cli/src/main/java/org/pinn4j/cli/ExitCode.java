package org.pinn4j.cli;

import org.pinn4j.solution.Outcome;

/** The exit codes of the contract. */
final class ExitCode {
    static final int SOLVED = 0;
    static final int OTHER = 1;
    static final int BAD_INPUT = 2;
    static final int TOLERANCE_MISSED = 3;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** A solve that stalls or spends its budget has failed only if a tolerance was asked for. */
    static int of(Outcome outcome, boolean toleranceAsked) {
        return switch (outcome) {
            case CONVERGED, COMPLETED -> SOLVED;
            case STALLED, BUDGET_SPENT -> toleranceAsked ? TOLERANCE_MISSED : SOLVED;
            case CANCELLED -> INTERRUPTED;
            case RUNNING, NON_FINITE -> OTHER;
        };
    }
}
