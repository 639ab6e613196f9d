/**
 * The yardstick behind {@code ./pinn bench}: what one step costs here, held against what this machine and its linear algebra can
 * do, everything measured in one process and in turns.
 * <p>Start at {@link Yardstick}: it runs the meters and collects a {@link Report} of sections of {@link Figure}s, which writes
 * itself as a console table, Markdown or JSON. {@link Guard} is the same ratio in small, for every build.
 * <p><b>Depends on</b> everything. <b>Used by</b> the commands and the JMH benchmarks beside it.
 * <p><b>Threads:</b> one caller; the workers are those of the thing measured.
 */
package org.pinn4j.benchmarks.yardstick;
