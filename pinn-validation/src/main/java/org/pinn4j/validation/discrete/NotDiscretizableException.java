package org.pinn4j.validation.discrete;

/** Why a problem has no reference on a grid, in one sentence. */
public final class NotDiscretizableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NotDiscretizableException(String message) {
        super(message);
    }

    static NotDiscretizableException because(String format, Object... values) {
        return new NotDiscretizableException("no reference on a grid: " + format.formatted(values));
    }
}
