package org.pinn4j.benchmarks.yardstick;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;
import org.pinn4j.jets.TileProducts;
import org.pinn4j.jets.Tiles;
import org.pinn4j.parallel.Workers;

/**
 * The three products of one hidden layer on one tile, called as a step calls them, on every worker at once: what the backend
 * alone can do at these shapes. One after the other, their rate is the harmonic mean of the three.
 */
final class LayerProducts {
    /** Points of a tile. */
    static final int TILE = Tiles.POINTS;

    /** The kinds, in the order in which a step makes them. */
    static final List<String> KINDS = List.of("forward", "backward", "weights");

    /** On this many tiles in each call, so that handing out work does not count; a step hands out more than one, too. */
    private static final int TILES = 8;

    private final Blas blas;
    private final TileProducts products;
    private final Workers workers;
    private final int channels;
    private final int width;
    private final double[][][] value; // [worker][channel], features of a tile
    private final double[][][] adjoint;
    private final double[][][] result;
    private final double[][] weights;
    private final double[][] gradient;

    LayerProducts(Blas blas, Workers workers, int channels, int width) {
        this.blas = blas;
        this.products = new TileProducts(blas);
        this.workers = workers;
        this.channels = channels;
        this.width = width;
        value = tiles();
        adjoint = tiles();
        result = tiles();
        weights = new double[workers.count()][];
        Arrays.setAll(weights, k -> filled(width));
        gradient = new double[workers.count()][];
        Arrays.setAll(gradient, k -> filled(width));
    }

    private double[][][] tiles() {
        double[][][] arrays = new double[workers.count()][channels][];
        for (double[][] own : arrays) {
            Arrays.setAll(own, c -> filled(TILE));
        }
        return arrays;
    }

    private double[] filled(int height) {
        double[] matrix = Matrices.allocate(height, width);
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = Math.sin(i);
        }
        return matrix;
    }

    /** All three. */
    void run() {
        onTiles(k -> KINDS.forEach(kind -> make(kind, k)));
    }

    /** Operations of {@link #run}. */
    double flops() {
        return KINDS.size() * flopsOfOneKind();
    }

    Entrant only(String kind) {
        return () -> onTiles(k -> make(kind, k));
    }

    double flopsOfOneKind() {
        return 2.0 * channels * TILE * width * width * TILES * workers.count();
    }

    private void onTiles(IntConsumer tile) {
        workers.forEach(workers.count(), (worker, k) -> {
            for (int t = 0; t < TILES; t++) {
                tile.accept(k);
            }
        });
    }

    private void make(String kind, int k) {
        for (int c = 0; c < channels; c++) {
            switch (kind) {
                case "forward" -> products.forward(TILE, width, width, value[k][c], weights[k], 0, 0, result[k][c]);
                case "backward" -> products.backward(TILE, width, width, adjoint[k][c], weights[k], 0, 0, result[k][c]);
                default -> products.addWeights(TILE, width, width, value[k][c], adjoint[k][c], gradient[k], 0);
            }
        }
    }

    /** The three as plain calls, one gemm each for all channels; as many operations as {@link #run}. */
    Entrant plain() {
        int rows = channels * TILE;
        int count = workers.count();
        double[][] v = new double[count][];
        double[][] bar = new double[count][];
        double[][] out = new double[count][];
        for (double[][] arrays : List.of(v, bar, out)) {
            Arrays.setAll(arrays, k -> filled(rows));
        }
        Op no = Op.NONE;
        Op yes = Op.TRANSPOSE;
        int w = width;
        return () -> onTiles(k -> {
            blas.gemm(no, no, rows, w, w, 1, v[k], 0, rows, weights[k], 0, w, 0, out[k], 0, rows);
            blas.gemm(no, yes, rows, w, w, 1, bar[k], 0, rows, weights[k], 0, w, 0, out[k], 0, rows);
            blas.gemm(yes, no, w, w, rows, 1, v[k], 0, rows, bar[k], 0, rows, 1, gradient[k], 0, w);
        });
    }
}
