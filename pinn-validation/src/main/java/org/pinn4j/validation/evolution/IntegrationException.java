package org.pinn4j.validation.evolution;

/** An integration that could not reach its end; the message says how far it came and why. */
public final class IntegrationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private enum Reason {
        FAILED,
        ENDED,
        STOPPED,
        UNSUITABLE
    }

    private final Reason reason;

    private IntegrationException(String message, Reason reason) {
        super(message);
        this.reason = reason;
    }

    /** The system has no solution that far, or none that this method finds. */
    static IntegrationException failed(String message) {
        return new IntegrationException(message, Reason.FAILED);
    }

    /** No step succeeds beyond a time, however small. */
    static IntegrationException ended(String message) {
        return new IntegrationException(message, Reason.ENDED);
    }

    /** It was asked to stop, or took all the steps it was given. */
    static IntegrationException stopped(String message) {
        return new IntegrationException(message, Reason.STOPPED);
    }

    /** The system is not of the kind this method is for; another one may solve it. */
    static IntegrationException unsuitable(String message) {
        return new IntegrationException(message, Reason.UNSUITABLE);
    }

    /** Whether more time would have helped. */
    public boolean stopped() {
        return reason == Reason.STOPPED;
    }

    /** Whether the system seems to have no solution beyond a time. */
    public boolean ended() {
        return reason == Reason.ENDED;
    }

    /** Whether an integrator for stiff problems is the next to try. */
    public boolean unsuitable() {
        return reason == Reason.UNSUITABLE;
    }
}
