/**
 * Recipes and the one training loop.
 * <p>Start at {@link org.pinn4j.train.Recipe}: how a problem is solved, as a value.
 * <p><b>Depends on</b> parallel, random, pde, pde.text, sampling, blas, network, compile, paths, jets, ansatz, optimize, loss, direct,
 * solution. <b>Knows nothing of</b> references.
 * <p><b>Threads:</b> recipes are immutable; a run is confined to one thread, with workers inside; it may be cancelled from
 * any thread. <b>Allocation:</b> none in optimiser steps; some at checks and when points are redrawn.
 */
package org.pinn4j.train;
