/**
 * Truths that are slopes of a potential, such as velocities of a stream function, where grids cannot solve the equations of the
 * problem itself.
 * <p>Start at {@link PotentialReference}.
 * <p><b>Depends on</b> pde, compile, sampling, solution, problems, validation.discrete, validation.order. <b>Used by</b> references.
 * <b>Knows nothing of</b> time, networks, files.
 * <p><b>Threads:</b> a reference is immutable and shared; its known part is evaluated anew by every caller.
 */
package org.pinn4j.validation.potential;
