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
import org.openjdk.jmh.annotations.Warmup;
import org.pinn4j.pde.Field;
import org.pinn4j.problems.Burgers;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;

/** What a trained function costs its caller: one point in plain Java, and many points with a derivative by an evaluator. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SolutionBenchmark {
    /** Hidden layers, depth x width. */
    @Param("3x20")
    public String shape;

    /** Points of the batch. */
    @Param({"128", "10000"})
    public int points;

    private BurgersWork work;
    private Solution solution;
    private Evaluator evaluator;
    private Evaluator.Scratch scratch;
    private double[] batch;
    private double[] out;
    private double t;

    @Setup
    public void prepare() {
        work = new BurgersWork(shape, 128, 1);
        solution = work.solution();
        Field u = Burgers.U;
        evaluator = solution.evaluator(u, u.d(Burgers.X));
        scratch = evaluator.scratch();
        batch = new double[2 * points];
        for (int i = 0; i < points; i++) {
            batch[i] = 2.0 * i / points - 1;
            batch[points + i] = (double) i / points;
        }
        out = new double[2 * points];
    }

    @TearDown
    public void close() {
        work.close();
    }

    @Benchmark
    public double onePoint() {
        t = t < 0.99 ? t + 0.001 : 0;
        return solution.at(0.25, t);
    }

    /** u and u_x. */
    @Benchmark
    public double[] batch() {
        evaluator.evaluate(batch, points, out, scratch);
        return out;
    }
}
