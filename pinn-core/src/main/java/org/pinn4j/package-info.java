/**
 * The front door: {@link org.pinn4j.Pinn} takes a problem and returns a solution.
 * <p><b>Depends on</b> pde, solution, train.
 * <p><b>Threads:</b> settings are immutable; a solve is confined to its thread and the workers it starts and ends.
 */
package org.pinn4j;
