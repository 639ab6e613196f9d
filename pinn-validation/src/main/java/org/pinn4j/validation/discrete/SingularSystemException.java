package org.pinn4j.validation.discrete;

/** The equations of a grid have no or many solutions. */
public final class SingularSystemException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** @param condition the least that the condition number of the matrix can be */
    SingularSystemException(double condition) {
        super(
                ("the linear system is singular, its condition number at least %.1e: with slopes alone on the boundary a constant is"
                                + " free, state a value somewhere; otherwise the conditions repeat or contradict each other")
                        .formatted(condition));
    }
}
