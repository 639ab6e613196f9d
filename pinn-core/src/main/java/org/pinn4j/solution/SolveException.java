package org.pinn4j.solution;

/** A solve that ended without what was asked for: what was seen, and what to try. */
public final class SolveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Solution solution;

    SolveException(String message, Solution solution) {
        super(message);
        this.solution = solution;
    }

    /** The best that was found all the same. */
    public Solution solution() {
        return solution;
    }
}
