/**
 * Derivatives of a network: with respect to its inputs forward, with respect to its parameters in reverse.
 * <p>Start at {@link org.pinn4j.jets.DerivativePlan}, the channels to carry and no others. Values and parameter gradients come
 * from one forward-over-reverse engine: a reverse sweep carried out in forward Taylor arithmetic,
 * {@link org.pinn4j.jets.NetworkJets}.
 * <p><b>Depends on</b> blas, network. <b>Knows nothing of</b> equations, optimisers, files.
 * <p><b>Threads:</b> plans are immutable and shared; jets and scratch belong to one thread. <b>Allocation:</b> none after
 * setup.
 */
package org.pinn4j.jets;
