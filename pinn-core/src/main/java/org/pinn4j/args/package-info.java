/**
 * What every public method asks of its arguments before it does anything, with errors that name them.
 * <p>Start at {@link org.pinn4j.args.Args}.
 * <p><b>Depends on</b> nothing; every room may use it. <b>Knows nothing of</b> what the arguments mean.
 * <p><b>Threads:</b> static functions. <b>Allocation:</b> none, but for the error.
 */
package org.pinn4j.args;
