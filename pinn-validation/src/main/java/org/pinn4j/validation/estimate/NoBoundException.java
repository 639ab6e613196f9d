package org.pinn4j.validation.estimate;

/** No class of bounds fits; the message says why. */
final class NoBoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoBoundException(String format, Object... values) {
        super(format.formatted(values));
    }
}
