package org.pinn4j.validation.evolution;

/** An integration that could not reach its end; the message says how far it came and why. */
public final class IntegrationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean stopped;

    private IntegrationException(String message, boolean stopped) {
        super(message);
        this.stopped = stopped;
    }

    /** The system has no solution that far, or none that this method finds. */
    static IntegrationException failed(String message) {
        return new IntegrationException(message, false);
    }

    /** It was asked to stop, or took all the steps it was given. */
    static IntegrationException stopped(String message) {
        return new IntegrationException(message, true);
    }

    /** Whether more time would have helped. */
    public boolean stopped() {
        return stopped;
    }
}
