/**
 * Plain mathematics behind the counting of conditions: assignments, dependent blocks, determinants of matrices of polynomials
 * and in which half plane their roots lie.
 * <p>Start at {@link org.pinn4j.pde.symbol.PolynomialMatrix}. Everything is numbers and indices.
 * <p><b>Depends on</b> nothing of this library but Hipparchus (complex numbers). <b>Knows nothing of</b> problems,
 * expressions, axes. <b>Threads:</b> results are immutable.
 */
package org.pinn4j.pde.symbol;
