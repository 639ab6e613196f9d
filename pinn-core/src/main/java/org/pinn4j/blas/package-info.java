/**
 * Dense linear algebra: native libraries behind two small interfaces, and plain Java as their specification.
 * <p>Start at {@link org.pinn4j.blas.Backends#select}. {@link org.pinn4j.blas.BlockedCholesky} is the parallel factorisation.
 * <p><b>Depends on</b> parallel. <b>Knows nothing of</b> equations, networks, files of the user.
 * <p><b>Threads:</b> everything is shared freely; calls are single-threaded inside. <b>Allocation:</b> none in a call, but
 * plain Java keeps scratch memory for each thread from its first call.
 */
package org.pinn4j.blas;
