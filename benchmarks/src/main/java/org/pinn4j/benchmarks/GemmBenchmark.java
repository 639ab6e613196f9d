package org.pinn4j.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Matrices;
import org.pinn4j.blas.Op;

/**
 * The three products of one layer on a tile of 128 points with 4 derivative channels, one thread: 2·512·w² operations
 * each, so 2·512·w²/1000 over the microseconds are GFLOP/s.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class GemmBenchmark {
    private static final int ROWS = 4 * 128;

    /** Width of the layer. */
    @Param({"20", "50", "128", "256"})
    public int width;

    @Param({"openblas", "java"})
    public String backend;

    private Blas blas;
    private double[] layerIn;
    private double[] layerOut;
    private double[] weights;
    private double[] gradient;

    @Setup
    public void fill() {
        blas = Backends.select(backend).blas();
        Random random = new Random(1);
        layerIn = filled(random, ROWS);
        layerOut = filled(random, ROWS);
        weights = filled(random, width);
        gradient = filled(random, width);
    }

    private double[] filled(Random random, int rows) {
        double[] a = Matrices.allocate(rows, width);
        for (int i = 0; i < rows * width; i++) {
            a[i] = random.nextDouble() - 0.5;
        }
        return a;
    }

    /** Z = A·W. */
    @Benchmark
    public double[] forward() {
        blas.gemm(Op.NONE, Op.NONE, ROWS, width, width, 1, layerIn, 0, ROWS, weights, 0, width, 0, layerOut, 0, ROWS);
        return layerOut;
    }

    /** Ā = Z̄·Wᵀ. */
    @Benchmark
    public double[] backward() {
        blas.gemm(
                Op.NONE,
                Op.TRANSPOSE,
                ROWS,
                width,
                width,
                1,
                layerOut,
                0,
                ROWS,
                weights,
                0,
                width,
                0,
                layerIn,
                0,
                ROWS);
        return layerIn;
    }

    /** W̄ = Aᵀ·Z̄. */
    @Benchmark
    public double[] weightGradient() {
        blas.gemm(
                Op.TRANSPOSE,
                Op.NONE,
                width,
                width,
                ROWS,
                1,
                layerIn,
                0,
                ROWS,
                layerOut,
                0,
                ROWS,
                0,
                gradient,
                0,
                width);
        return gradient;
    }
}
