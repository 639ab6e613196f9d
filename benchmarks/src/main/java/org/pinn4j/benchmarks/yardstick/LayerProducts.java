package org.pinn4j.benchmarks.yardstick;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;
import org.pinn4j.parallel.Workers;

/**
 * The three products of one hidden layer on one tile, called as a step calls them, on every worker at once: what the backend
 * alone can do at these shapes. One after the other, their rate is the harmonic mean of the three.
 */
final class LayerProducts {
    /** Points of a tile. */
    static final int TILE = 128;

    /** The kinds, in the order in which a step makes them. */
    static final List<String> KINDS = List.of("forward", "backward", "weights");

    /** On this many tiles in each call, so that handing out work does not count; a step hands out more than one, too. */
    private static final int TILES = 8;

    private final Blas blas;
    private final Workers workers;
    private final int rows;
    private final int width;
    private final double[][] value;
    private final double[][] adjoint;
    private final double[][] result;
    private final double[][] weights;
    private final double[][] gradient;

    LayerProducts(Blas blas, Workers workers, int channels, int width) {
        this.blas = blas;
        this.workers = workers;
        this.rows = channels * TILE;
        this.width = width;
        value = each(w -> filled(rows));
        adjoint = each(w -> filled(rows));
        result = each(w -> filled(rows));
        weights = each(w -> filled(width));
        gradient = each(w -> filled(width));
    }

    private double[][] each(IntFunction<double[]> maker) {
        double[][] arrays = new double[workers.count()][];
        Arrays.setAll(arrays, maker);
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
        workers.forEach(workers.count(), (worker, block) -> {
            for (int t = 0; t < TILES; t++) {
                forward(block);
                backward(block);
                weights(block);
            }
        });
    }

    /** Operations of {@link #run}. */
    double flops() {
        return KINDS.size() * flopsOfOneKind();
    }

    Entrant only(String kind) {
        return () -> workers.forEach(workers.count(), (worker, block) -> {
            for (int t = 0; t < TILES; t++) {
                switch (kind) {
                    case "forward" -> forward(block);
                    case "backward" -> backward(block);
                    default -> weights(block);
                }
            }
        });
    }

    double flopsOfOneKind() {
        return 2.0 * rows * width * width * TILES * workers.count();
    }

    private void forward(int k) {
        blas.gemm(
                Op.NONE,
                Op.NONE,
                rows,
                width,
                width,
                1,
                value[k],
                0,
                rows,
                weights[k],
                0,
                width,
                0,
                result[k],
                0,
                rows);
    }

    private void backward(int k) {
        blas.gemm(
                Op.NONE,
                Op.TRANSPOSE,
                rows,
                width,
                width,
                1,
                adjoint[k],
                0,
                rows,
                weights[k],
                0,
                width,
                0,
                result[k],
                0,
                rows);
    }

    /** Adds up, as a step does. */
    private void weights(int k) {
        blas.gemm(
                Op.TRANSPOSE,
                Op.NONE,
                width,
                width,
                rows,
                1,
                value[k],
                0,
                rows,
                adjoint[k],
                0,
                rows,
                1,
                gradient[k],
                0,
                width);
    }
}
