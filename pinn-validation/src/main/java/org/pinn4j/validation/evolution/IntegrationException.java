package org.pinn4j.validation.evolution;

/** An integration that could not reach its end; the message says how far it came and why. */
public final class IntegrationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IntegrationException(String message) {
        super(message);
    }
}
