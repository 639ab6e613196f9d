package org.pinn4j.benchmarks;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.pinn4j.benchmarks.yardstick.Case;
import org.pinn4j.benchmarks.yardstick.Work;
import org.pinn4j.blas.Backends;
import org.pinn4j.pde.Field;
import org.pinn4j.problems.Burgers;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;

/**
 * What a trained function costs its caller: u, and u with its gradient, at one point in plain Java; u with its gradient at many
 * points by an evaluator, from one thread and from all at once. With {@code -prof gc} the column gc.alloc.rate.norm is the
 * bytes of one call: 0 up to round-off in every benchmark here.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SolutionBenchmark {
    /** The solution, shared by all threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        /** Hidden layers, depth x width. */
        @Param("3x20")
        public String shape;

        private Work work;
        private Solution solution;
        private Evaluator gradient;

        @Setup
        public void prepare() {
            work = Work.of(Case.of("burgers", shape, 128), 1, Backends.select("auto"));
            solution = work.solution();
            Field u = Burgers.U;
            gradient = solution.evaluator(u, u.d(Burgers.X), u.d(Burgers.T));
        }

        @TearDown
        public void close() {
            work.close();
        }
    }

    /** The memory of one thread. */
    @State(Scope.Thread)
    public static class Own {
        private final double[] point = {0.25, 0};
        private final double[] out = new double[3];
        private Evaluator.Scratch scratch;
        private double t;

        @Setup
        public void prepare(Shared shared) {
            scratch = shared.gradient.scratch();
        }

        private double nextTime() {
            t = t < 0.99 ? t + 0.001 : 0;
            return t;
        }
    }

    /** Points and results of one thread. */
    @State(Scope.Thread)
    public static class Batch {
        /** Points of the batch. */
        @Param({"128", "10000"})
        public int points;

        private double[] x;
        private double[] out;

        @Setup
        public void fill() {
            x = new double[2 * points];
            for (int i = 0; i < points; i++) {
                x[i] = 2.0 * i / points - 1;
                x[points + i] = (double) i / points;
            }
            out = new double[3 * points];
        }
    }

    /** u. */
    @Benchmark
    public double onePoint(Shared shared, Own own) {
        return shared.solution.at(0.25, own.nextTime());
    }

    /** u, u_x and u_t. */
    @Benchmark
    public double[] onePointWithGradient(Shared shared, Own own) {
        own.point[1] = own.nextTime();
        shared.gradient.evaluate(own.point, 1, own.out, own.scratch);
        return own.out;
    }

    /** u, u_x and u_t. */
    @Benchmark
    public double[] batch(Shared shared, Own own, Batch batch) {
        shared.gradient.evaluate(batch.x, batch.points, batch.out, own.scratch);
        return batch.out;
    }

    /** The same by all threads of the machine at once, each its own points: the time of one call stays that of {@link #batch}. */
    @Benchmark
    @Threads(Threads.MAX)
    public double[] batchByAllThreads(Shared shared, Own own, Batch batch) {
        return batch(shared, own, batch);
    }
}
