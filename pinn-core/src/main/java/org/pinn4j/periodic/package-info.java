/**
 * Solves evolutions whose space axes are all periodic by their structure: the linear part couples no two waves, so that it is
 * solved wave by wave in small blocks; products are taken on the points of a grid; and the course of each wave in time becomes
 * the output weights of a few features sin(k·φ + cτ + b).
 * <p>Start at {@link org.pinn4j.periodic.March}.
 * <p><b>Depends on</b> parallel, pde, blas, compile, optimize (for its algebra). <b>Knows nothing of</b> networks, losses,
 * figures.
 * <p><b>Threads:</b> a march is confined to one, with workers inside. <b>Allocation:</b> grids of points by nodes of time.
 */
package org.pinn4j.periodic;
