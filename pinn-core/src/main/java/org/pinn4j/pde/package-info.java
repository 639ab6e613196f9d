/**
 * The language: a problem is a list of equations, each on a region of a box of axes.
 * <p>Start at {@link org.pinn4j.pde.Problem}. An equation is a pair of trees ({@link org.pinn4j.pde.Expr}), so it can be printed,
 * differentiated exactly, checked, searched for symmetries, written as text ({@link org.pinn4j.pde.text}), and compiled by other
 * packages, which look into a tree through {@link org.pinn4j.pde.ExprVisitor} alone.
 * <p>What a whole statement says is read once, by {@link org.pinn4j.pde.Reading}; what is wrong with it are its findings.
 * <p><b>Depends on</b> random, pde.symbol and Hipparchus (exact derivatives of functions given as code). <b>Knows nothing
 * of</b> networks, points drawn from a region, losses, optimisers.
 * <p><b>Threads:</b> everything is immutable and shared freely. <b>Allocation:</b> freely; trees are small and read once.
 */
package org.pinn4j.pde;
