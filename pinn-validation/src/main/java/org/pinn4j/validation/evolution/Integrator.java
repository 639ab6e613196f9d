package org.pinn4j.validation.evolution;

import org.pinn4j.validation.system.ImplicitSystem;

/** Solves an implicit system in time from its initial conditions. */
public interface Integrator {
    /** What it is, for tables: {@code Radau IIA of order 9}. */
    String name();

    /**
     * @param tolerance nominal error, relative to the size of the solution; the true one is proportional to it, not equal
     * @throws IntegrationException if it cannot be met, with the time reached and the reason
     */
    Trajectory integrate(ImplicitSystem system, double start, double end, double tolerance);
}
