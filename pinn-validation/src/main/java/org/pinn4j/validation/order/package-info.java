/**
 * Orders of convergence and error estimates from refinements.
 * <p>Start at {@link org.pinn4j.validation.order.Order}.
 * <p><b>Depends on</b> nothing. <b>Used by</b> references and tests. <b>Knows nothing of</b> equations and networks.
 * <p><b>Threads:</b> everything is immutable. <b>Allocation:</b> none worth the name.
 */
package org.pinn4j.validation.order;
