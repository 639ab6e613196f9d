/**
 * Evolution equations on a plane that closes on itself along both axes: Fourier modes in space, an exponential integrator in time.
 * <p>Start at {@link PeriodicForm}, which reads a statement, and {@link PeriodicCourse}, which integrates it. Other problems, and grids
 * of other kinds, are those of {@code discrete} and {@code evolution}; {@code evolution} refines either way.
 * <p><b>Depends on</b> pde, compile, random. <b>Used by</b> evolution. <b>Knows nothing of</b> networks, tolerances, files.
 * <p><b>Threads:</b> a form is immutable and shared; whatever integrates belongs to one thread.
 */
package org.pinn4j.validation.fourier;
