package org.pinn4j.cli;

/** A reason to stop that the user can act on: one line, and the exit code of the contract. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Failure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Wrong usage or bad input. */
    static Failure badInput(String message) {
        return badInput(message, null);
    }

    /** @throws Failure for bad input unless the condition holds */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw badInput(message);
        }
    }

    static Failure badInput(String message, Throwable cause) {
        return new Failure(ExitCode.BAD_INPUT.code(), message, cause);
    }

    /** Neither the user's input nor a solve that ended early. */
    static Failure other(String message, Throwable cause) {
        return new Failure(ExitCode.OTHER.code(), message, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
