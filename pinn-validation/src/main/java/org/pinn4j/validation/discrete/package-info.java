/**
 * From the statement of a problem to a system of numbers: grids, differentiation matrices, rows of equations and conditions.
 * <p>Start at {@link org.pinn4j.validation.discrete.Discretization}; {@link org.pinn4j.validation.discrete.SteadySolver} solves
 * what has no time. Every equation and condition is compiled from its tree; nothing is written for one problem.
 * <p><b>Depends on</b> pde, blas, compile, validation.system and Hipparchus (conjugate gradients, factorials). <b>Knows
 * nothing of</b> networks, training and integration in time.
 * <p><b>Threads:</b> grids and discretizations are immutable; a system and its solver belong to one thread.
 * <b>Allocation:</b> when a system is made; evaluating one allocates only for functions given as code and for a background.
 */
package org.pinn4j.validation.discrete;
