/**
 * Solutions of other people, read from files of values and compared with a reference.
 * <p>Start at {@link org.pinn4j.validation.file.TabulatedSolution}. A file from anywhere may be opened: what is wrong with it is a
 * {@link org.pinn4j.io.FormatException}.
 * <p><b>Depends on</b> io, pde, sampling, solution and MFL (MATLAB files). <b>Knows nothing of</b> how a reference is
 * computed, networks and training.
 * <p><b>Threads:</b> everything is immutable. <b>Allocation:</b> freely, in proportion to the file.
 */
package org.pinn4j.validation.file;
