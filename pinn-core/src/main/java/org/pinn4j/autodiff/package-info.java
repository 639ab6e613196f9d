/**
 * Derivatives of a network: with respect to its inputs forward, with respect to its parameters in reverse.
 * <p>Start at {@link org.pinn4j.autodiff.DerivativePlan}. It lists the derivatives an equation needs, and no others are
 * computed. PDE residuals and their parameter gradients come from one forward-over-reverse engine: a reverse sweep carried
 * out in forward Taylor arithmetic, {@link org.pinn4j.autodiff.NetworkJets}. With another seed the same sweep gives gradients
 * and Hessian-vector products in the inputs, {@link org.pinn4j.autodiff.InputDerivatives}; with a tangent carried along, those
 * in the parameters, {@link org.pinn4j.autodiff.NetworkTangents}.
 * <p><b>Depends on</b> parallel, random, pde, domain, sampling, blas, network. <b>Used by</b> ansatz, loss, solution, train.
 * <b>Knows nothing of</b> optimisers, files, references.
 * <p><b>Threads:</b> plans and programs are immutable and shared; jets and scratch belong to one thread.
 * <b>Allocation:</b> none after setup.
 */
package org.pinn4j.autodiff;
