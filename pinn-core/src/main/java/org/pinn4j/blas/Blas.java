package org.pinn4j.blas;

/**
 * Dense linear algebra on flat column-major arrays: element (i, j) of a matrix at offset o with leading dimension ld is
 * {@code a[o + i + j * ld]}. An argument is read-only unless it says overwritten. Never allocates. Single-threaded inside;
 * safe to call from many threads. Symmetric matrices are held by their lower triangle.
 * <p>A matrix needs {@code o + ld * columns} entries, whole columns from its offset: {@link Matrices#allocate} has room for any
 * block. Native backends throw IndexOutOfBoundsException otherwise.
 */
public interface Blas {
    /** A name for reports, such as {@code openblas 0.3.31 (SkylakeX, 1 thread)}. */
    String description();

    /**
     * C = alpha·op(A)·op(B) + beta·C; with beta = 0 the old C is not read.
     * <p>Cost: 2·m·n·k flops. Error: |ĉ - c| ≤ γ(k)·(|op(A)||op(B)|), γ(k) = kε/(1 - kε), ε = 2⁻⁵³.
     * Source: Higham, Accuracy and Stability of Numerical Algorithms (2002), ch. 3.
     * @param a [m × k] after op, at {@code aOffset}, leading dimension lda
     * @param b [k × n] after op
     * @param c overwritten: [m × n]
     */
    void gemm(
            Op opA,
            Op opB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double[] b,
            int bOffset,
            int ldb,
            double beta,
            double[] c,
            int cOffset,
            int ldc);

    /** y = alpha·op(A)·x + beta·y; A is [m × n] before op. */
    void gemv(
            Op opA,
            int m,
            int n,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double[] x,
            int xOffset,
            double beta,
            double[] y,
            int yOffset);

    /** Lower triangle of C = alpha·op(A)·op(A)ᵀ + beta·C, C [n × n], op(A) [n × k]. */
    void syrk(
            Op opA,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double beta,
            double[] c,
            int cOffset,
            int ldc);

    /** y = alpha·A·x + beta·y, A symmetric [n × n] by its lower triangle. */
    void symv(
            int n,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double[] x,
            int xOffset,
            double beta,
            double[] y,
            int yOffset);

    /** Lower triangle of A += alpha·(x·yᵀ + y·xᵀ). */
    void syr2(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset, double[] a, int aOffset, int lda);

    /** Lower triangle of A += alpha·x·xᵀ. */
    void syr(int n, double alpha, double[] x, int xOffset, double[] a, int aOffset, int lda);

    /** B = alpha·B·op(L)⁻¹ (right) or alpha·op(L)⁻¹·B (left), L lower triangular with its own diagonal; B [m × n] overwritten. */
    void trsm(
            boolean left,
            Op opL,
            int m,
            int n,
            double alpha,
            double[] l,
            int lOffset,
            int ldl,
            double[] b,
            int bOffset,
            int ldb);

    double dot(int n, double[] x, int xOffset, double[] y, int yOffset);

    /** Euclidean norm, without overflow on the way. */
    double nrm2(int n, double[] x, int xOffset);

    /** y += alpha·x. */
    void axpy(int n, double alpha, double[] x, int xOffset, double[] y, int yOffset);
}
