package org.pinn4j.cli;

import org.pinn4j.solution.ModelCard;

/** The exit codes of the contract; {@code docs/conventions.md} has the same table. */
enum ExitCode {
    SOLVED(
            0,
            "solved: CONVERGED or COMPLETED, or no tolerance was asked; a finished study, whatever became of its runs"),
    OTHER(
            1,
            "anything else, NON_FINITE and FAILED among it, and a reference that differs from a comparison by more than the sum"
                    + " of the floors"),
    BAD_INPUT(2, "wrong usage or bad input"),
    UNRESOLVED(
            3,
            "UNRESOLVED: the equations do not hold (`--accept-unresolved` makes it 0); or stopped before the tolerance that"
                    + " was asked for: STALLED or BUDGET_SPENT"),
    NOT_SAVED(
            4,
            "solved, not saved: the answer is printed, a file could not be written where it was asked and is in a temporary"
                    + " folder that is named; wins over 3"),
    INTERRUPTED(130, "interrupted; the best solution so far is written");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    /**
     * How a solve ended.
     * @param accepted whether an answer that does not solve its equations is fine, as after a few steps
     * @param saved whether everything that was asked for is written
     */
    static ExitCode of(ModelCard card, boolean accepted, boolean saved) {
        ExitCode ended = of(card, accepted);
        return saved || ended != SOLVED && ended != UNRESOLVED ? ended : NOT_SAVED;
    }

    /** A solve that stalls or spends its budget has failed only if a tolerance was asked for. */
    private static ExitCode of(ModelCard card, boolean accepted) {
        return switch (card.outcome()) {
            case CONVERGED, COMPLETED -> SOLVED;
            case STALLED, BUDGET_SPENT -> card.tolerance().isPresent() ? UNRESOLVED : SOLVED;
            case UNRESOLVED -> accepted && !missed(card) ? SOLVED : UNRESOLVED;
            case CANCELLED -> INTERRUPTED;
            case RUNNING, NON_FINITE, FAILED -> OTHER;
        };
    }

    /** A tolerance that was asked for is not met by accepting that. */
    private static boolean missed(ModelCard card) {
        return card.tolerance().isPresent()
                && !(card.heldOut() <= card.tolerance().getAsDouble());
    }
}
