/**
 * The residuals of a problem as a sum over points.
 * <p>Start at {@link org.pinn4j.loss.ResidualObjective}: it implements the optimisers' LeastSquares by tiles of points.
 * <p><b>Depends on</b> parallel, random, pde, sampling, blas, compile, jets, plan, ansatz, optimize (whose interface it
 * implements). <b>Knows nothing of</b> the method that minimises it, solutions, references.
 * <p><b>Threads:</b> one caller; workers inside. <b>Allocation:</b> none in sweeps.
 */
package org.pinn4j.loss;
