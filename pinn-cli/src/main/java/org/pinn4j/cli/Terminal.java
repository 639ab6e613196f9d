package org.pinn4j.cli;

/** Whether standard error is a terminal, and how wide; the launcher knows and says so. */
final class Terminal {
    private Terminal() {}

    /** @return 0 if it is none */
    static int columns() {
        return Math.max(0, Integer.getInteger("pinn.terminal", 0));
    }
}
