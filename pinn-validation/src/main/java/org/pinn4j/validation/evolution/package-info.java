/**
 * Integration of implicit systems in time, to any tolerance above round-off.
 * <p>Start at {@link org.pinn4j.validation.evolution.Radau}.
 * <p><b>Depends on</b> parallel, validation.system and Hipparchus (quadrature, eigenvalues, explicit integrators). <b>Used by</b>
 * {@link org.pinn4j.validation.References}. <b>Knows nothing of</b> equations, grids and networks.
 * <p><b>Threads:</b> integrators and trajectories are immutable; an integration runs on the caller's thread and hands linear systems
 * to its workers. <b>Allocation:</b> two vectors for each step.
 */
package org.pinn4j.validation.evolution;
