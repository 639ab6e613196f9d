/**
 * Orders of convergence, error estimates from refinements, relative distances.
 * <p>Start at {@link org.pinn4j.validation.order.Order}.
 * <p><b>Depends on</b> nothing of this library. <b>Knows nothing of</b> equations and networks.
 * <p><b>Threads:</b> everything but an accumulating {@link org.pinn4j.validation.order.RelativeL2} is immutable.
 * <b>Allocation:</b> none worth the name.
 */
package org.pinn4j.validation.order;
