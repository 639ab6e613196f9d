/**
 * Benchmarks: what the kernels and steps of the library cost here.
 * <p>{@code ./pinn bench core} prints the figures that matter most. The benchmarks one by one run under JMH:
 * {@code java -cp benchmarks/target/benchmarks.jar org.openjdk.jmh.Main Gradient}.
 * <p><b>Depends on</b> everything. <b>Used by</b> nothing.
 */
package org.pinn4j.benchmarks;
