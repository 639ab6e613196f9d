package org.pinn4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.LevenbergMarquardt;

/**
 * One Levenberg-Marquardt step on Burgers' equation: JᵀJ and Jᵀr, a Cholesky factorisation and a trial for each damping tried.
 * Every iteration begins at the same untrained network, so that the steps measured are the first ones of a run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(3)
public class LevenbergMarquardtBenchmark {
    /** Hidden layers, depth x width; 3x20 has 921 parameters. */
    @Param("3x20")
    public String shape;

    @Param("5000")
    public int points;

    @Param("2")
    public int workers;

    private Work work;
    private org.pinn4j.optimize.State state;

    @Setup
    public void prepare() {
        work = Work.of(Case.of("burgers", shape, points), workers, Backends.select("auto"));
    }

    @Setup(Level.Iteration)
    public void begin() {
        Algebra algebra = work.algebra();
        state = LevenbergMarquardt.standard().init(work.objective(), work.theta(), algebra);
    }

    @TearDown
    public void close() {
        work.close();
    }

    @Benchmark
    public double step() {
        state.step();
        return state.value();
    }
}
