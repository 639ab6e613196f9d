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
import org.pinn4j.benchmarks.yardstick.Case;
import org.pinn4j.benchmarks.yardstick.Work;
import org.pinn4j.blas.Backends;

/** One loss and its whole gradient: residuals of Burgers' equation, Taylor jets forward, the reverse sweep back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class GradientBenchmark {
    /** Hidden layers, depth x width. */
    @Param({"3x20", "4x50"})
    public String shape;

    @Param("10000")
    public int points;

    @Param("2")
    public int workers;

    private Work work;
    private double[] gradient;

    @Setup
    public void prepare() {
        work = Work.of(Case.of("burgers", shape, points), workers, Backends.select("auto"));
        gradient = new double[work.theta().length];
    }

    @TearDown
    public void close() {
        work.close();
    }

    @Benchmark
    public double lossAndGradient() {
        return work.objective().gradient(work.theta(), gradient);
    }
}
