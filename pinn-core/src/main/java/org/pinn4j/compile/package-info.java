/**
 * The compiler of equations: from expressions to three-address code over rows of numbers, with its derivatives beside it.
 * <p>Start at {@link org.pinn4j.compile.Program}: residuals with their partials by state and parameter, and the reverse sweep.
 * {@link org.pinn4j.compile.CoordinateProgram} evaluates what depends on the point alone.
 * <p><b>Depends on</b> pde. <b>Knows nothing of</b> networks, Taylor channels, linear algebra, grids.
 * <p><b>Threads:</b> programs are immutable and shared; a scratch belongs to one thread. <b>Allocation:</b> none after
 * setup, but for functions given as code.
 */
package org.pinn4j.compile;
