/**
 * Where the equations are asked to hold: immutable sets of points and the rules that draw them.
 * <p>Start at {@link PointSet}, then {@link Sampler}. {@link Grid} is the tensor grid on which errors are measured.
 * <p><b>Depends on</b> random, pde. <b>Knows nothing of</b> networks, residuals, optimisers.
 * <p><b>Threads:</b> everything is immutable and shared, but a random stream belongs to one thread. <b>Allocation:</b> the
 * arrays of the points drawn; bulk reads ({@link PointSet#copyCoordinates}) allocate nothing.
 */
package org.pinn4j.sampling;
