/**
 * Benchmarks: what the kernels and steps of the library cost here, and what it reaches beside what others published.
 * <p>{@code ./pinn bench core} measures the whole core in one run, see {@link org.pinn4j.benchmarks.yardstick};
 * {@code ./pinn bench guard} fails when a step has become slower;
 * {@code ./pinn bench published} solves the catalogue, see {@link org.pinn4j.benchmarks.published}. The kernels one by one run under JMH:
 * {@code java -cp benchmarks/target/benchmarks.jar org.openjdk.jmh.Main Gradient}, with {@code -prof gc} for what they allocate.
 * <p><b>Depends on</b> everything. <b>Used by</b> nothing.
 */
package org.pinn4j.benchmarks;
