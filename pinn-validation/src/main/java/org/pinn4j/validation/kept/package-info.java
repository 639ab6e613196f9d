/**
 * Computed references kept as files, so that what took minutes is computed once.
 * <p>Start at {@link org.pinn4j.validation.kept.KeptReferences}. {@link org.pinn4j.validation.kept.Digest} tells statements apart.
 * <p><b>Depends on</b> io, pde, pde.text, sampling, solution. <b>Knows nothing of</b> solvers: it is handed what computes.
 * <p><b>Threads:</b> everything is immutable or says so. <b>Allocation:</b> freely.
 */
package org.pinn4j.validation.kept;
