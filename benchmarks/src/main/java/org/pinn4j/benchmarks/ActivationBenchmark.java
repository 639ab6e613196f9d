package org.pinn4j.benchmarks;

import java.util.List;
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
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.NetworkJets;
import org.pinn4j.network.Activation;
import org.pinn4j.network.Builder;
import org.pinn4j.network.Network;

/**
 * One activation on the jets of a tile, without the products around it: 50 features of 128 points with the four channels of
 * Burgers' equation (u, u_x, u_t, u_xx). Divide by 6,400 for the cost of a value with its derivatives.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ActivationBenchmark {
    private static final int POINTS = 128;
    private static final int FEATURES = 50;
    private static final double[] NO_PARAMETERS = {};

    @Param({"tanh", "sin", "sigmoid", "softplus", "swish", "gelu"})
    public String activation;

    private NetworkJets jets;
    private double[] input;

    @Setup
    public void fill() {
        Builder b = Network.builder(FEATURES);
        Network network = b.build(b.activate(0, Activation.named(activation)));
        DerivativePlan plan = DerivativePlan.of(2, List.of(List.of(2, 0), List.of(0, 1)));
        jets = new NetworkJets(network, 0, plan, POINTS, Backends.select("java").blas());
        Random random = new Random(1);
        input = random.doubles((long) FEATURES * plan.channels() * POINTS, -1.5, 1.5)
                .toArray();
        jets.forward(NO_PARAMETERS, input, 0, POINTS, true);
        java.util.Arrays.setAll(jets.seeds(), i -> random.nextDouble() - 0.5);
    }

    /** Values and their derivatives. */
    @Benchmark
    public double[] forward() {
        jets.forward(NO_PARAMETERS, input, 0, POINTS, false);
        return jets.output();
    }

    /** With the slopes that a reverse sweep needs, and that sweep. */
    @Benchmark
    public double[] forwardAndReverse() {
        jets.forward(NO_PARAMETERS, input, 0, POINTS, true);
        return jets.inputAdjoint(NO_PARAMETERS);
    }
}
