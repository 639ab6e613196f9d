package org.pinn4j.cli;

/** How a reference is computed, as {@code --method} names it. */
enum ReferenceMethod {
    /** Whichever reaches the tolerance. */
    AUTO,
    SPECTRAL,
    /** Finite differences. */
    FD
}
