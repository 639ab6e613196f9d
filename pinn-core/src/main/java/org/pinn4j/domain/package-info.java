/**
 * Shapes on which equations are stated, beside the box that {@code pde} has.
 * <p>Start at {@link Disk}, in many dimensions at {@link Ball} and {@link Space}. Another shape is another
 * {@link org.pinn4j.pde.Domain}: pieces of its regions, each a map of a unit cube, and a {@link org.pinn4j.pde.DomainFormat} to be
 * stored in files.
 * <p><b>Depends on</b> pde and Hipparchus (special functions). <b>Knows nothing of</b> points drawn, networks.
 * <p><b>Threads:</b> everything is immutable and shared. <b>Allocation:</b> little, points are drawn now and then.
 */
package org.pinn4j.domain;
