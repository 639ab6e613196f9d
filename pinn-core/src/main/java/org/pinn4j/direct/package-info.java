/**
 * Solves for the output layers of networks whose hidden layers stand still: linear statements by one least-squares solve,
 * others by Gauss-Newton.
 * <p>Start at {@link org.pinn4j.direct.DirectSolve}.
 * <p><b>Depends on</b> parallel, random, pde, sampling, blas, linear, network, compile, jets, ansatz, optimize, periodic, loss. <b>Knows nothing of</b>
 * solutions and recipes.
 * <p><b>Threads:</b> a solve is confined to one, with workers inside. <b>Allocation:</b> matrices of rows by features.
 */
package org.pinn4j.direct;
