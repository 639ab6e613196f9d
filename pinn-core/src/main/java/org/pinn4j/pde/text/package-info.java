/**
 * Statements as text: written and read back as an equal tree, every number bit for bit.
 * <p>Start at {@link org.pinn4j.pde.text.ProblemText} for a whole statement, {@link org.pinn4j.pde.text.ExprText} for an
 * expression. What is read is of bounded length, depth and size.
 * <p><b>Depends on</b> pde. <b>Knows nothing of</b> files, networks.
 * <p><b>Threads:</b> no state.
 */
package org.pinn4j.pde.text;
