/**
 * Paths of stochastic differential equations whose means solve linear parabolic equations.
 * <p>Start at {@link org.pinn4j.paths.PathSampler}; {@link org.pinn4j.paths.ExactLaw} says where no step in time is needed.
 * <p><b>Depends on</b> parallel, random, pde, compile. <b>Knows nothing of</b> networks, points drawn from a region, losses.
 * <p><b>Threads:</b> everything is immutable and shared; a draw takes workers of the caller. <b>Allocation:</b> some kilobytes a
 * block of paths.
 */
package org.pinn4j.paths;
