/**
 * The catalogue: one file per problem with its statement, its truth where a formula gives it, its source and the best
 * published errors.
 * <p>Start at {@link org.pinn4j.problems.Catalogue}.
 * <p><b>Depends on</b> pde, sampling, random (places of readings), compile (formulas), ansatz, solution (for {@link
 * org.pinn4j.solution.Reference}), train (expert recipes). <b>Knows nothing of</b> solvers: a problem whose truth needs one
 * has no exact reference here.
 * <p><b>Threads:</b> everything is immutable. <b>Allocation:</b> freely.
 */
package org.pinn4j.problems;
