/**
 * The command line {@code ./pinn}: the only place that prints, draws pictures and shows progress.
 * <p>Start at {@link org.pinn4j.cli.Main}. Results go to standard output, progress and diagnostics to standard error.
 * <p><b>Depends on</b> everything below it. <b>Used by</b> nothing but {@code benchmarks}.
 * <p><b>Threads:</b> the solve runs on the main thread; the interrupt hook only asks it to stop and waits.
 */
package org.pinn4j.cli;
