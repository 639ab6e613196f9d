/**
 * The trained function: evaluate it, differentiate it, integrate it, compare it with a reference, save it.
 * <p>Start at {@link org.pinn4j.solution.Solution}. {@link org.pinn4j.solution.Evaluator} is the same function compiled for
 * many points, {@link org.pinn4j.solution.Reference} is what an answer is measured against.
 * <p><b>Depends on</b> random, io, pde, pde.text, sampling, blas, network, compile, jets, ansatz. <b>Knows nothing of</b>
 * losses, optimisers, recipes.
 * <p><b>Threads:</b> everything is immutable and shared but {@link org.pinn4j.solution.Evaluator.Scratch}, which belongs to
 * one thread; a Solution keeps a little scratch memory for each thread that has called it. <b>Allocation:</b> none in {@link
 * org.pinn4j.solution.Evaluator#evaluate} and, after a thread's first call, in {@code Solution.at}.
 */
package org.pinn4j.solution;
