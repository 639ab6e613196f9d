/**
 * Means over paths as references: the value of a linear parabolic equation at a point, however many dimensions there are.
 * <p>Start at {@link org.pinn4j.validation.paths.FeynmanKac}. It shares the reading of a statement with the recipes, but not one line
 * of what draws paths: expressions are walked, not compiled, σ is a symmetric root, not a Cholesky factor.
 * <p><b>Depends on</b> parallel, random, pde, paths (what law a process has), sampling, solution and Hipparchus. <b>Knows nothing of</b>
 * networks and training.
 * <p><b>Threads:</b> everything is immutable; workers inside. <b>Allocation:</b> some arrays of the dimension a block of paths.
 */
package org.pinn4j.validation.paths;
