/**
 * The table behind {@code ./pinn bench published}: the catalogue solved here, beside the best errors that others published.
 * <p>Start at {@link Contest}: its {@link Row}s, a problem by a recipe each, become {@link Run}s, one for each seed. A run is a new
 * Java machine ({@link Solve}) and a file of {@link Runs}, so that the whole may be stopped at any time and goes on where it was.
 * {@link Table} is written from the files alone.
 * <p><b>Depends on</b> everything. <b>Used by</b> the command beside it.
 * <p><b>Threads:</b> one caller; one run at a time.
 */
package org.pinn4j.benchmarks.published;
