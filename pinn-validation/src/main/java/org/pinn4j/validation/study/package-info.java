/**
 * Convergence studies: every combination of some values, each with every seed; median, spread, fitted order, reports.
 * <p>Start at {@link org.pinn4j.validation.study.Study}. A run that is finished is a file, so that a study may be killed at any
 * time and goes on where it was.
 * <p><b>Depends on</b> io, pde, sampling, blas, network, jets, ansatz, solution, train, the front door, problems, validation,
 * validation.kept. <b>Knows nothing of</b> how a network is trained or a reference computed.
 * <p><b>Threads:</b> studies and results are immutable; a run of a study belongs to the calling thread, and a folder to one
 * run at a time. <b>Allocation:</b> freely.
 */
package org.pinn4j.validation.study;
