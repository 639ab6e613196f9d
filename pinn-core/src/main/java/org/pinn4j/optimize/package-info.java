/**
 * Minimisation of functions of a flat parameter vector; no word about what is being minimised.
 * <p>Start at {@link org.pinn4j.optimize.Optimizer}: it makes a {@link org.pinn4j.optimize.State}, the state owns its
 * arrays, and the caller's loop calls {@code step}. {@link org.pinn4j.optimize.LevenbergMarquardt} is the method for sums of
 * squares.
 * <p><b>Depends on</b> parallel, blas. <b>Knows nothing of</b> points, equations, networks, clocks, files.
 * <p><b>Threads:</b> a method is immutable and shared; a state belongs to one thread. <b>Allocation:</b> none in {@code
 * step}; a state allocates when it is made, when the number of rows changes, and for snapshots and standard errors.
 */
package org.pinn4j.optimize;
