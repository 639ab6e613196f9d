/**
 * References computed from the statements of problems.
 * <p>Start at {@link org.pinn4j.validation.References}.
 * <p><b>Depends on</b> parallel, pde, sampling, solution, problems, validation.order, validation.kept,
 * validation.discrete, validation.evolution, validation.potential. <b>Knows nothing of</b> networks and training.
 * <p><b>Threads:</b> everything is immutable. <b>Allocation:</b> freely.
 */
package org.pinn4j.validation;
