/**
 * Files of numbers: named arrays with metadata (safetensors), one array (npy), columns (csv), and JSON text.
 * <p>Start at {@link Safetensors}. A file from anywhere may be opened: what is wrong with it is a {@link FormatException},
 * found before memory is taken. A file is replaced whole or not at all ({@link AtomicFile}).
 * <p><b>Depends on</b> nothing of this library. <b>Knows nothing of</b> what the numbers mean.
 * <p><b>Threads:</b> values are immutable and shared. <b>Allocation:</b> the arrays read, and a buffer.
 */
package org.pinn4j.io;
