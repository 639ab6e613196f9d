/**
 * The residuals of a problem as a sum over points.
 * <p>Start at {@link org.pinn4j.loss.ResidualObjective}: it implements the optimisers' LeastSquares. Points are a value
 * ({@link org.pinn4j.loss.TiledPoints}); rows and partial sums come from {@link org.pinn4j.loss.TileSweeps}, a seam, and are
 * added by {@link org.pinn4j.loss.RangeSums} in an order that the points alone fix.
 * <p><b>Depends on</b> parallel, random, pde, sampling, blas, compile, paths, jets, plan, ansatz, optimize (whose interface it
 * implements). <b>Knows nothing of</b> the method that minimises it, solutions, references.
 * <p><b>Threads:</b> one caller; workers inside. <b>Allocation:</b> none in sweeps.
 */
package org.pinn4j.loss;
