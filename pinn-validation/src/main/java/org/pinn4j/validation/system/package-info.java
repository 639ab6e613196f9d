/**
 * What discretisation and integration agree on: an implicit system of equations in time and the matrix of its derivatives.
 * <p>Start at {@link org.pinn4j.validation.system.ImplicitSystem}.
 * <p><b>Depends on</b> blas. <b>Knows nothing of</b> equations, grids and methods of integration.
 * <p><b>Threads:</b> a matrix belongs to one thread. <b>Allocation:</b> a matrix allocates when it is made, never after.
 */
package org.pinn4j.validation.system;
