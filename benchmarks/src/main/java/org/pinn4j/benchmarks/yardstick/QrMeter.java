package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.benchmarks.yardstick.Figure.Unit;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Lapack;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;
import org.pinn4j.linear.RowsQr;
import org.pinn4j.parallel.Workers;

/** The QR factorisation of rows that arrive in panels, beside one geqrf of the same matrix and a large gemm on every worker. */
final class QrMeter {
    private static final int LARGE = 1_024;
    private static final int WORK = 64; // numbers a column, as geqrf asks for

    private final Bench bench;

    QrMeter(Bench bench) {
        this.bench = bench;
    }

    /** Copying the rows is in both times; operations are those of LAPACK's count, 2n²(m − n/3). */
    void measure(Section into, int rows, int columns) {
        double[] a = filled(rows, columns);
        for (int threads : bench.workers() == 1 ? new int[] {1} : new int[] {1, bench.workers()}) {
            try (Workers pool = Workers.of(threads)) {
                Contest contest = new Contest()
                        .add("panels", panels(pool, a, rows, columns))
                        .add("geqrf", geqrf(a, rows, columns))
                        .add("gemm", gemm(pool))
                        .run();
                double flops = 2.0 * columns * columns * (rows - columns / 3.0);
                double products = 2.0 * LARGE * LARGE * LARGE * threads;
                Timing ours = contest.of("panels");
                double share =
                        flops / ours.median() / (products / contest.of("gemm").median());
                List<Figure> figures = new ArrayList<>();
                figures.add(Figure.gigaflops("in panels", flops, ours));
                figures.add(Figure.gigaflops("one geqrf", flops, contest.of("geqrf")));
                figures.add(Figure.gigaflops("gemm", products, contest.of("gemm")));
                figures.add(
                        Figure.of("over geqrf", Unit.RATIO, contest.of("geqrf").over(ours)));
                figures.add(Figure.of("of gemm", Unit.PERCENT, 100 * share));
                into.row("%,d × %,d, %d thread%s".formatted(rows, columns, threads, threads == 1 ? "" : "s"), figures);
            }
        }
    }

    private Entrant panels(Workers pool, double[] a, int rows, int columns) {
        RowsQr qr = new RowsQr(bench.backend().blas(), bench.backend().lapack(), pool, columns, 0);
        return () -> {
            for (int first = 0; first < rows; first += RowsQr.HEIGHT) {
                int some = Math.min(RowsQr.HEIGHT, rows - first);
                for (int c = 0; c < columns; c++) {
                    System.arraycopy(a, first + c * rows, qr.panel(), c * qr.ld(), some);
                }
                qr.add(some);
            }
        };
    }

    private Entrant geqrf(double[] a, int rows, int columns) {
        Lapack lapack = bench.backend().lapack();
        double[] copy = a.clone();
        double[] tau = new double[columns];
        double[] work = new double[WORK * columns];
        return () -> {
            System.arraycopy(a, 0, copy, 0, a.length);
            lapack.geqrf(rows, columns, copy, 0, rows, tau, work);
        };
    }

    private Entrant gemm(Workers pool) {
        Blas blas = bench.backend().blas();
        double[][][] own = new double[pool.count()][3][];
        for (double[][] matrices : own) {
            Arrays.setAll(matrices, k -> filled(LARGE, LARGE));
        }
        return () -> pool.forEach(
                pool.count(),
                (worker, k) -> blas.gemm(
                        Op.NONE, Op.NONE, LARGE, LARGE, LARGE, 1, own[k][0], 0, LARGE, own[k][1], 0, LARGE, 0,
                        own[k][2], 0, LARGE));
    }

    private static double[] filled(int rows, int columns) {
        double[] matrix = Matrices.allocate(rows, columns);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = Math.sin((double) i * i);
        }
        return matrix;
    }
}
