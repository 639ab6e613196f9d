/**
 * How wrong a solution is, without a reference: an estimate by the defect equation and a bound by a stability constant times the
 * norm of the residual.
 * <p>Start at {@link org.pinn4j.validation.estimate.Estimates}.
 * <p><b>Depends on</b> parallel, pde, sampling, ansatz, jets, network, blas, solution, validation.discrete,
 * validation.evolution, validation.system and Hipparchus (Gauss nodes).
 * <p><b>Knows nothing of</b> training and of the catalogue.
 * <p><b>Threads:</b> results are immutable; a computation runs on the caller's thread. <b>Allocation:</b> freely.
 */
package org.pinn4j.validation.estimate;
