/**
 * Integration of implicit systems in time, and references refined to a tolerance.
 * <p>Start at {@link org.pinn4j.validation.evolution.Radau}, for stiff systems, and
 * {@link org.pinn4j.validation.evolution.DormandPrince}, for mild ones.
 * <p>{@link org.pinn4j.validation.evolution.DerivedReference} refines a problem on grids and in time until its floor is met.
 * <p><b>Depends on</b> parallel, pde, sampling, compile (compiled coordinate functions), solution, validation.order,
 * validation.system, validation.discrete, validation.fourier and Hipparchus (quadrature, eigenvalues, Fourier transform, Dormand and Prince's
 * method). <b>Knows nothing of</b> networks, training and the catalogue.
 * <p><b>Threads:</b> integrators and trajectories are immutable; an integration runs on the caller's thread and hands linear
 * systems to its workers. <b>Allocation:</b> two vectors for each step.
 */
package org.pinn4j.validation.evolution;
