package org.pinn4j.periodic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;
import org.pinn4j.blas.SolveCheck;
import org.pinn4j.optimize.Algebra;

/**
 * The linear part solved wave by wave over one slab of time: v' + Λv = f with v(0) given, by collocation. What a block does is
 * kept as matrices, one pair for all waves with the same symbol: v = E·v(0) + S·f at the nodes.
 *
 * <p>Sizes: a block has fields × nodes unknowns, twice as many where its symbol is not real; a pair costs 20/3 of its cube to make
 * and two of its square to use. 170 waves of one field and 24 nodes are 0.15 GFlop and 3 MB; 14,000 waves in the plane of two
 * fields have some 4,000 different symbols of reaction and diffusion, 3 GFlop and 75 MB.
 */
final class Blocks {
    private static final int CHUNK = 16;

    private final Waves waves;
    private final Algebra algebra;
    private final int fields;
    private final int nodes;
    private final int[] block; // of each wave
    private final List<double[]> symbols = new ArrayList<>();
    private final double[][] responses; // S of each block
    private final double[][] starts; // E
    private final boolean[] real;

    /**
     * @param integrals of the collocation on an interval of length 2
     * @param length of the slab
     */
    Blocks(Symbols symbols, Waves waves, double[][] integrals, double length, Algebra algebra) {
        this.waves = waves;
        this.algebra = algebra;
        this.fields = symbols.fields();
        this.nodes = integrals.length;
        this.block = new int[waves.count()];
        Map<List<Double>, Integer> known = new HashMap<>();
        for (int p = 0; p < waves.count(); p++) {
            double[] symbol = symbols.matrix(waves, p);
            List<Double> key = Arrays.stream(symbol).map(v -> v + 0.0).boxed().toList();
            block[p] = known.computeIfAbsent(key, k -> add(symbol));
        }
        int count = this.symbols.size();
        this.responses = new double[count][];
        this.starts = new double[count][];
        this.real = new boolean[count];
        int chunks = (count + CHUNK - 1) / CHUNK;
        algebra.workers().forEach(chunks, (worker, c) -> {
            for (int b = c * CHUNK; b < Math.min(count, (c + 1) * CHUNK); b++) {
                make(b, integrals, length);
            }
        });
    }

    private int add(double[] symbol) {
        symbols.add(symbol);
        return symbols.size() - 1;
    }

    private boolean isReal(double[] symbol) {
        return Arrays.stream(symbol, fields * fields, 2 * fields * fields).allMatch(v -> v == 0);
    }

    /** Unknowns are ordered by part, real before imaginary, then by field, then by node. */
    private void make(int b, double[][] integrals, double length) {
        double[] symbol = symbols.get(b);
        real[b] = isReal(symbol);
        int parts = real[b] ? 1 : 2;
        int n = parts * fields * nodes;
        double half = length / 2;
        double[] matrix = Matrices.allocate(n, n);
        double[] right = Matrices.allocate(n, n + parts * fields);
        for (int row = 0; row < n; row++) {
            int i = row % nodes;
            matrix[row + row * n] += 1;
            for (int column = 0; column < n; column++) {
                int j = column % nodes;
                matrix[row + column * n] += half * integrals[i][j] * entry(symbol, row / nodes, column / nodes);
            }
            int group = row - i;
            for (int j = 0; j < nodes; j++) {
                right[row + (group + j) * n] = half * integrals[i][j];
            }
            right[row + (n + row / nodes) * n] = 1;
        }
        solve(matrix, n, right, n + parts * fields);
        responses[b] = Matrices.allocate(n, n);
        starts[b] = Matrices.allocate(n, parts * fields);
        System.arraycopy(right, 0, responses[b], 0, n * n);
        System.arraycopy(right, n * n, starts[b], 0, n * parts * fields);
    }

    /** A X = B. @param matrix overwritten by its factors @param right overwritten by X */
    private void solve(double[] matrix, int n, double[] right, int columns) {
        requireFinite(matrix, n);
        SolveCheck check = new SolveCheck(n);
        for (int k = 0; k < n * n; k++) {
            check.add(k % n, k / n, matrix[k]);
        }
        double[][] asked = new double[columns][];
        Arrays.setAll(asked, c -> check.of(right, c * n));
        int[] pivots = new int[n];
        int info = algebra.lapack().getrf(n, matrix, n, pivots);
        info += info == 0 ? algebra.lapack().getrs(n, columns, matrix, n, pivots, right, n) : 0;
        if (info != 0) {
            throw new IllegalStateException("block of a wave: LAPACK says " + info);
        }
        for (int c = 0; c < columns; c++) {
            check.require(asked[c], right, c * n);
        }
    }

    /** LU says 0 of a matrix with NaN in it, and some unknowns are finite and wrong (OpenBLAS 0.3.31). */
    private static void requireFinite(double[] matrix, int n) {
        for (int k = 0; k < n * n; k++) {
            if (!Double.isFinite(matrix[k])) {
                throw new IllegalStateException("block of a wave: entry (%d, %d) is %s; the symbol is too large"
                        .formatted(k % n, k / n, matrix[k]));
            }
        }
    }

    /** Of Λ as a real matrix over parts and fields. */
    private double entry(double[] symbol, int row, int column) {
        int f = row % fields;
        int g = column % fields;
        boolean same = row / fields == column / fields;
        double v = symbol[(same ? 0 : fields * fields) + f * fields + g];
        return same || row > column ? v : -v;
    }

    /** v at the nodes for f = 0. @param start by field and wave; @param v overwritten: by field, wave and node */
    void start(Course start, Course v) {
        apply(
                (b, p, x) -> {
                    int parts = real[b] ? 1 : 2;
                    int n = parts * fields * nodes;
                    double[] y = new double[2 * fields * nodes];
                    double[] s = new double[2 * fields];
                    for (int f = 0; f < fields; f++) {
                        s[f] = start.re()[f * waves.count() + p];
                        s[fields + f] = start.im()[f * waves.count() + p];
                    }
                    algebra.blas()
                            .gemm(
                                    Op.NONE,
                                    Op.NONE,
                                    n,
                                    2 / parts,
                                    parts * fields,
                                    1,
                                    starts[b],
                                    0,
                                    n,
                                    s,
                                    0,
                                    parts * fields,
                                    0,
                                    y,
                                    0,
                                    n);
                    System.arraycopy(y, 0, x, 0, y.length);
                },
                v);
    }

    /** v += factor·(v at the nodes for v(0) = 0) of each f. @param f by field, wave and node */
    void add(double factor, Course f, Course v) {
        apply(
                (b, p, x) -> {
                    int parts = real[b] ? 1 : 2;
                    int n = parts * fields * nodes;
                    double[] right = new double[2 * fields * nodes];
                    gather(f, p, right);
                    gather(v, p, x);
                    algebra.blas()
                            .gemm(
                                    Op.NONE,
                                    Op.NONE,
                                    n,
                                    2 / parts,
                                    n,
                                    factor,
                                    responses[b],
                                    0,
                                    n,
                                    right,
                                    0,
                                    n,
                                    1,
                                    x,
                                    0,
                                    n);
                },
                v);
    }

    private interface OfWave {
        void run(int block, int wave, double[] x);
    }

    private void apply(OfWave each, Course v) {
        int chunks = (waves.count() + CHUNK - 1) / CHUNK;
        algebra.workers().forEach(chunks, (worker, c) -> {
            double[] x = new double[2 * fields * nodes];
            for (int p = c * CHUNK; p < Math.min(waves.count(), (c + 1) * CHUNK); p++) {
                each.run(block[p], p, x);
                scatter(x, p, v);
            }
        });
    }

    private void gather(Course from, int wave, double[] x) {
        for (int f = 0; f < fields; f++) {
            int at = (f * waves.count() + wave) * nodes;
            System.arraycopy(from.re(), at, x, f * nodes, nodes);
            System.arraycopy(from.im(), at, x, (fields + f) * nodes, nodes);
        }
    }

    private void scatter(double[] x, int wave, Course to) {
        for (int f = 0; f < fields; f++) {
            int at = (f * waves.count() + wave) * nodes;
            System.arraycopy(x, f * nodes, to.re(), at, nodes);
            System.arraycopy(x, (fields + f) * nodes, to.im(), at, nodes);
        }
    }
}
