/**
 * A fixed pool of threads that the caller makes, hands in and closes; there is no static pool.
 * <p>Start at {@link Workers}.
 * <p><b>Depends on</b> nothing of this library. <b>Knows nothing of</b> mathematics.
 * <p><b>Threads:</b> one map at a time per pool. <b>Allocation:</b> none after construction.
 */
package org.pinn4j.parallel;
