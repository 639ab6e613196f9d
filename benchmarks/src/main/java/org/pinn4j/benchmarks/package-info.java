/**
 * Benchmarks: what the kernels and steps of the library cost here. Run them with {@code ./pinn bench}.
 * <p><b>Depends on</b> everything. <b>Used by</b> nothing.
 */
package org.pinn4j.benchmarks;
