/**
 * Where equations meet the derivatives of a network: which Taylor channels the equations of a region need, and which sums of
 * second derivatives share one.
 * <p>Start at {@link org.pinn4j.plan.CollapsedSums}: from expressions to a {@link org.pinn4j.jets.DerivativePlan} and a
 * {@link org.pinn4j.compile.Program} whose leaves are its channels.
 * <p><b>Depends on</b> pde, compile, jets. <b>Knows nothing of</b> networks, linear algebra, points.
 * <p><b>Threads:</b> immutable.
 */
package org.pinn4j.plan;
