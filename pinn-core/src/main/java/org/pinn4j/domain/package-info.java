/**
 * Shapes on which equations are stated.
 * <p>Start at {@link Box}. Another shape is another {@link org.pinn4j.pde.Domain}: the pieces of its regions, each a map
 * of a unit cube.
 * <p><b>Depends on</b> pde. <b>Knows nothing of</b> points drawn, networks.
 * <p><b>Threads:</b> everything is immutable and shared. <b>Allocation:</b> none in the maps.
 */
package org.pinn4j.domain;
