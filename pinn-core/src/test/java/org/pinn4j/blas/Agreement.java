package org.pinn4j.blas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Compares a backend with the definitions on seeded inputs in [-1, 1], at offsets, with leading dimensions larger than the
 * rows, and with NaN where beta = 0 says that the old content is not read. Run as a program: one backend to a JVM.
 */
final class Agreement {
    static final int[] SIZES = {1, 3, 8, 13, 64, 207, 256};
    private static final int OFFSET = 5;
    private static final int PAD = 3;

    private final Backend backend;
    private final Blas definitions = new NaiveBlas();
    private final List<String> disagreements = new ArrayList<>();

    private Agreement(Backend backend) {
        this.backend = backend;
    }

    /** Prints the name, the threads, and one line for each disagreement; exit code 0 when there is none, 3 when there is no such backend. */
    public static void main(String[] arguments) {
        Backend backend;
        try {
            backend = Backends.select(arguments[0]);
        } catch (IllegalStateException e) {
            System.out.println("unavailable: " + e.getMessage());
            System.exit(3);
            return;
        }
        System.out.println(backend.description());
        List<String> found = of(backend);
        found.forEach(System.out::println);
        System.exit(found.isEmpty() ? 0 : 1);
    }

    static List<String> of(Backend backend) {
        Agreement agreement = new Agreement(backend);
        for (int n : SIZES) {
            agreement.products(n, Math.max(1, n - 2), n + 1);
            agreement.symmetric(n);
            agreement.triangular(n, Math.max(1, n / 2));
            agreement.vectors(n);
            agreement.factorisations(n);
        }
        return agreement.disagreements;
    }

    private void products(int m, int n, int k) {
        for (Op opA : Op.values()) {
            for (double beta : n < 100 ? new double[] {0, 1, -0.5} : new double[] {0}) {
                for (Op opB : Op.values()) {
                    int lda = PAD + (opA == Op.NONE ? m : k);
                    int ldb = PAD + (opB == Op.NONE ? k : n);
                    double[] a = random(lda, Math.max(m, k), 1);
                    double[] b = random(ldb, Math.max(n, k), 2);
                    compare(
                            "gemm " + opA + opB + " beta " + beta,
                            k,
                            target(m, n, beta, false),
                            (blas, c) -> blas.gemm(
                                    opA, opB, m, n, k, 0.7, a, OFFSET, lda, b, OFFSET, ldb, beta, c, OFFSET, m + PAD));
                }
                double[] a = random(m + PAD, n, 3);
                double[] x = random(m + n, 1, 4);
                compare(
                        "gemv " + opA + " beta " + beta,
                        m + n,
                        target(opA == Op.NONE ? m : n, 1, beta, false),
                        (blas, y) -> blas.gemv(opA, m, n, 0.7, a, OFFSET, m + PAD, x, OFFSET, beta, y, OFFSET));
                int ldk = PAD + (opA == Op.NONE ? m : k);
                double[] rows = random(ldk, Math.max(m, k), 5);
                compare(
                        "syrk " + opA + " beta " + beta,
                        k,
                        target(m, m, beta, true),
                        (blas, c) -> blas.syrk(opA, m, k, 0.7, rows, OFFSET, ldk, beta, c, OFFSET, m + PAD));
            }
        }
    }

    private void symmetric(int n) {
        double[] a = random(n + PAD, n, 6);
        double[] x = random(n, 1, 7);
        double[] y = random(n, 1, 8);
        compare(
                "symv beta 0",
                n,
                target(n, 1, 0, false),
                (blas, r) -> blas.symv(n, 0.7, a, OFFSET, n + PAD, x, OFFSET, 0, r, OFFSET));
        compare(
                "symv",
                n,
                target(n, 1, 1, false),
                (blas, r) -> blas.symv(n, 0.7, a, OFFSET, n + PAD, x, OFFSET, 0.3, r, OFFSET));
        compare(
                "syr2",
                n,
                target(n, n, 1, true),
                (blas, r) -> blas.syr2(n, 0.7, x, OFFSET, y, OFFSET, r, OFFSET, n + PAD));
        compare("syr", n, target(n, n, 1, true), (blas, r) -> blas.syr(n, 0.7, x, OFFSET, r, OFFSET, n + PAD));
    }

    private void triangular(int n, int other) {
        double[] l = random(n + PAD, n, 9);
        for (int i = 0; i < n; i++) {
            l[OFFSET + i + i * (n + PAD)] += n + 1;
        }
        for (Op op : Op.values()) {
            compare(
                    "trsm left " + op,
                    n,
                    target(n, other, 1, false),
                    (blas, b) -> blas.trsm(true, op, n, other, 0.7, l, OFFSET, n + PAD, b, OFFSET, n + PAD));
            compare(
                    "trsm right " + op,
                    n,
                    target(other, n, 1, false),
                    (blas, b) -> blas.trsm(false, op, other, n, 0.7, l, OFFSET, n + PAD, b, OFFSET, other + PAD));
        }
    }

    private void vectors(int n) {
        double[] x = random(n, 1, 10);
        double[] huge = x.clone();
        Arrays.setAll(huge, i -> x[i] * 1e200);
        compare("axpy", 1, target(n, 1, 1, false), (blas, y) -> blas.axpy(n, 0.7, x, OFFSET, y, OFFSET));
        compare("dot", n, new double[1], (blas, y) -> y[0] = blas.dot(n, x, OFFSET, x, 2));
        compare("nrm2", n, new double[1], (blas, y) -> y[0] = blas.nrm2(n, x, OFFSET));
        double[] tiny = x.clone();
        Arrays.setAll(tiny, i -> x[i] * 1e-200);
        compare("nrm2 of small entries", n, new double[1], (blas, y) -> y[0] = blas.nrm2(n, tiny, OFFSET) / 1e-200);
        compare("nrm2 of large entries", n, new double[1], (blas, y) -> y[0] = blas.nrm2(n, huge, OFFSET) / 1e200);
    }

    private void factorisations(int n) {
        cholesky(n);
        qr(n + 4, n);
        systems(n);
    }

    private void cholesky(int n) {
        int ld = n + PAD;
        double[] a = random(ld, n, 11);
        for (int i = 0; i < n; i++) {
            a[OFFSET + i + i * ld] = n + 1;
        }
        double[] l = a.clone();
        int info = backend.lapack().potrf(n, l, OFFSET, ld);
        double[] lower = new double[n * n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(l, OFFSET + j + j * ld, lower, j + j * n, n - j);
        }
        double[] product = a.clone();
        definitions.syrk(Op.NONE, n, n, 1, lower, 0, n, 0, product, OFFSET, ld);
        expect("potrf", n, info, 2 * (n + 1) * (n + 2.0), product, a);
        a[OFFSET + (n / 2) * (ld + 1)] = -1;
        if (backend.lapack().potrf(n, a, OFFSET, ld) != n / 2 + 1) {
            disagreements.add("potrf n = " + n + ": a negative pivot is not named");
        }
    }

    private void qr(int m, int n) {
        double[] a = random(m, n, 12);
        double[] factored = a.clone();
        double[] tau = new double[n];
        double[] work = new double[64 * n];
        int info = backend.lapack().geqrf(m, n, factored, OFFSET, m, tau, work);
        double[] product = new double[a.length];
        System.arraycopy(a, 0, product, 0, OFFSET);
        System.arraycopy(a, OFFSET + m * n, product, OFFSET + m * n, a.length - OFFSET - m * n);
        for (int j = 0; j < n; j++) {
            System.arraycopy(factored, OFFSET + j * m, product, OFFSET + j * m, j + 1);
        }
        info += backend.lapack().ormqr(Op.NONE, m, n, n, factored, OFFSET, m, tau, product, OFFSET, m, work);
        expect("geqrf, ormqr", n, info, 20.0 * m * n, product, a);
    }

    /** A = tridiagonal + noise below the diagonal dominance: general and band solvers must return the x that made b. */
    private void systems(int n) {
        double[] x = random(n, 1, 13);
        double[] noise = random(n, n, 14);
        double[] a = new double[n * n + n];
        double[] band = new double[4 * n + 4];
        for (int j = 0; j < n; j++) {
            for (int i = Math.max(0, j - 1); i <= Math.min(n - 1, j + 1); i++) {
                double value = noise[i + j * n] + (i == j ? 4 : 0);
                a[i + j * n] = value;
                band[2 + i - j + 4 * j] = value;
            }
        }
        double[] b = new double[n + 1];
        definitions.gemv(Op.NONE, n, n, 1, a, 0, n, x, 0, 0, b, 0);
        double[] wanted = Arrays.copyOf(Arrays.copyOf(x, n), n + 1);
        int[] pivots = new int[n];
        double[] factors = a.clone();
        double[] solved = b.clone();
        int status = backend.lapack().getrf(n, factors, n, pivots);
        status += backend.lapack().getrs(n, 1, factors, n, pivots, solved, n);
        expect("getrf, getrs", n, status, 100.0 * n, solved, wanted);
        double[] banded = b.clone();
        int info = backend.lapack().gbtrf(n, 1, 1, band, 4, pivots);
        info += backend.lapack().gbtrs(n, 1, 1, 1, band, 4, pivots, banded, n);
        expect("gbtrf, gbtrs", n, info, 100.0 * n, banded, wanted);
    }

    private interface Call {
        void run(Blas blas, double[] target);
    }

    private void compare(String what, int k, double[] start, Call call) {
        double[] got = start.clone();
        double[] wanted = start.clone();
        call.run(backend.blas(), got);
        call.run(definitions, wanted);
        expect(what, k, 0, 4.0 * (k + 4) * (k + 4), got, wanted);
    }

    private void expect(String what, int n, int info, double units, double[] got, double[] wanted) {
        double bound = units * 0x1p-53;
        for (int i = 0; i < wanted.length; i++) {
            boolean same = Math.abs(got[i] - wanted[i]) <= bound
                    || Double.doubleToLongBits(got[i]) == Double.doubleToLongBits(wanted[i]);
            if (!same || info != 0) {
                disagreements.add("%s, size %d: info %d, entry %d is %s, wanted %s ± %s"
                        .formatted(what, n, info, i, got[i], wanted[i], bound));
                return;
            }
        }
    }

    /** Random content everywhere; with beta = 0 the entries that will be overwritten are NaN. */
    private static double[] target(int m, int n, double beta, boolean lower) {
        int ld = m + PAD;
        double[] c = random(ld, n, 15);
        for (int j = 0; beta == 0 && j < n; j++) {
            Arrays.fill(c, OFFSET + (lower ? j : 0) + j * ld, OFFSET + m + j * ld, Double.NaN);
        }
        return c;
    }

    private static double[] random(int rows, int columns, long seed) {
        return new Random(seed)
                .doubles((long) rows * (columns + 1) + 2 * OFFSET, -1, 1)
                .toArray();
    }
}
