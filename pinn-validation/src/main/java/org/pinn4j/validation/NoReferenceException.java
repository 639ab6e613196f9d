package org.pinn4j.validation;

/** A statement that can be put on a grid, but whose solution no method comes to. */
public final class NoReferenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final boolean ended;

    NoReferenceException(String name, String reason, boolean ended) {
        super("%s: no reference: %s".formatted(name, reason));
        this.reason = reason;
        this.ended = ended;
    }

    /** Why, without the name of the problem. */
    public String reason() {
        return reason;
    }

    /** Whether the solution seems to exist up to a time only, as one that blows up: an answer beyond it solves nothing. */
    public boolean ended() {
        return ended;
    }
}
