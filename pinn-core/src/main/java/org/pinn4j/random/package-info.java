/**
 * Reproducible random numbers: one named stream per purpose, each a pure function of seed, name and counter.
 * <p>Start at {@link RandomStream}.
 * <p><b>Depends on</b> nothing of this library. <b>Knows nothing of</b> points, networks.
 * <p><b>Threads:</b> a stream belongs to one thread; streams of different names need no coordination. <b>Allocation:</b>
 * none per draw.
 */
package org.pinn4j.random;
