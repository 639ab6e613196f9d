/**
 * Linear least squares, min ‖A·x − b‖ over many more rows than fit into memory: a QR factorisation of rows that arrive panel by
 * panel, shared by workers, and what is asked of its triangle.
 * <pre>{@code
 * RowsQr qr = new RowsQr(blas, lapack, workers, columns, rightHandSides);
 * while (...) {                                     // here budget and cancellation are looked at
 *     // any number of threads: entry (i, c) at qr.panel()[i + c * qr.ld()], right-hand side k in column columns + k
 *     qr.add(rows);                                 // at most RowsQr.HEIGHT
 * }
 * Triangle r = qr.triangle();
 * LinearSolution x = r.solve(Triangle.RIDGE);       // weights, residual norms
 * }</pre>
 * <p>{@link org.pinn4j.linear.KeptQr} keeps the reflectors too: one factorisation for right-hand sides that are not known yet.
 * {@link org.pinn4j.linear.TriangleTree} joins the triangles of several ranges of rows in an order of their numbers alone.
 * {@link org.pinn4j.linear.FreeFunctions} finds what a statement leaves free. The arithmetic is in
 * {@code Elimination}.
 * <p><b>Depends on</b> parallel, blas. <b>Knows nothing of</b> equations, networks, points.
 * <p><b>Threads:</b> a factorisation belongs to one thread and has workers of its own business; triangles and solutions are
 * immutable. <b>Allocation:</b> none while panels of one height are added.
 */
package org.pinn4j.linear;
