/**
 * Solvers that need no network: finite differences by the method of lines, conjugate gradients, Fourier modes.
 * <p>Start at {@link org.pinn4j.validation.reference.FiniteDifferences}. Every reference states a floor, twice the error that its
 * own refinements show, and answers at any point of the domain by polynomials through its nearest nodes.
 * <p><b>Depends on</b> problems, solution, validation.order and Hipparchus (integrators, conjugate gradients, Fourier transform).
 * <b>Used by</b> {@link org.pinn4j.validation.References}. <b>Knows nothing of</b> networks and training.
 * <p><b>Threads:</b> references are immutable; a solver runs on the caller's thread. <b>Allocation:</b> some megabytes per
 * reference.
 */
package org.pinn4j.validation.reference;
