/**
 * Descriptions of maps from coordinates to fields: which layers, which activations, where each parameter stands.
 *
 * <p>Start at {@link org.pinn4j.network.Architecture}: it builds a {@link org.pinn4j.network.Network}, a straight-line
 * program that autodiff executes forward and backward. No architecture has derivative code of its own.
 *
 * <p><b>Depends on</b> random, blas. <b>Used by</b> autodiff, ansatz, solution, train. <b>Knows nothing of</b> equations,
 * points, losses, optimisers.
 *
 * <p><b>Threads:</b> everything is immutable and shared, except a Builder. <b>Allocation:</b> activations allocate
 * nothing up to order 10; above that a few coefficient arrays a call.
 */
package org.pinn4j.network;
