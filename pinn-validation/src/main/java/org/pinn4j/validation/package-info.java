/**
 * References computed for the problems of the catalogue.
 * <p>Start at {@link org.pinn4j.validation.References}.
 * <p><b>Depends on</b> problems, solution, validation.reference. <b>Used by</b> the command line and the benchmarks. <b>Knows
 * nothing of</b> networks and training.
 * <p><b>Threads:</b> everything is immutable. <b>Allocation:</b> freely.
 */
package org.pinn4j.validation;
