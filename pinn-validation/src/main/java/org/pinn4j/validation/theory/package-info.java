/**
 * What the textbooks prove of networks, checked on this library: docs/theory.md has the statements, the tables and the sources.
 * <p>Start at {@link org.pinn4j.validation.theory.SquareNetworks} for ReLU networks with proven errors, at
 * {@link org.pinn4j.validation.theory.TangentKernel} for the spectrum of a loss, and at
 * {@link org.pinn4j.validation.theory.FixedNetwork} for trained ones.
 * <p><b>Depends on</b> parallel, random, pde, sampling, blas, network, ansatz, optimize, loss.
 * <p><b>Knows nothing of</b> references and recipes.
 * <p><b>Threads:</b> ReLU networks and kernels are immutable; a fixed network trains on the calling thread and its workers.
 * <b>Allocation:</b> freely.
 */
package org.pinn4j.validation.theory;
