/**
 * Descriptions of maps from coordinates to fields: which layers, which activations, where each parameter stands.
 *
 * <p>Start at {@link org.pinn4j.network.Architecture}: it builds a {@link org.pinn4j.network.Network}, a straight-line
 * program that jets executes forward and backward. No architecture has derivative code of its own.
 *
 * <p><b>Activations</b> are loops without a branch, short enough that the just-in-time compiler of Java 17 turns each
 * into vector code (it gives up on bodies of more than about 60 operations, which is why they come in pieces). They use
 * a·b + c and never Math.fma, as everything outside blas. Derivatives have closed forms up to
 * order 3 or 4 and a polynomial recurrence for any order above; their error is at most 1e-14 of the largest value up to
 * order 6. Relu has no second derivative and none of its networks one in the inputs: what asks for it is refused.
 *
 * <p><b>Depends on</b> nothing of this library. <b>Knows nothing of</b> equations, points, losses, optimisers.
 * <p><b>Threads:</b> everything is immutable and shared, except a Builder. <b>Allocation:</b> activations allocate nothing
 * up to order 10; above that a few coefficient arrays a call. An initialisation allocates its result.
 */
package org.pinn4j.network;
