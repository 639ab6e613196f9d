package org.pinn4j.jets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.jets.DerivativePlan.Term;
import org.pinn4j.network.GatedNet;

class JetOracleTest {
    private static final double TOLERANCE = 1e-10;

    /** Derivatives up to order 4, mixed and collapsed, of 1,130 random networks. Sizes as in {@link JetTrial}. */
    @ParameterizedTest
    @CsvSource({"0, 900, 1", "10000, 200, 2", "20000, 30, 3"})
    void jetsAgreeWithTheDerivativeStructuresOfHipparchus(long firstSeed, int count, int size) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            JetTrial trial = new JetTrial(seed, size, 4);
            double error = trial.error(trial.jets(trial.plan));
            assertTrue(error <= TOLERANCE, "seed " + seed + ", " + trial + ": error " + error);
        }
    }

    @Test
    void theTrialsReachEveryActivationArchitectureAndOrder() {
        Set<Object> seen = new HashSet<>();
        for (long seed = 0; seed < 900; seed++) {
            JetTrial trial = new JetTrial(seed, 1, 4);
            seen.add(trial.activation);
            seen.add(trial.architecture.getClass());
            seen.add(trial.plan.order());
            seen.add(trial.plan.isCollapsed(trial.plan.channels() - 1));
        }
        assertEquals(6 + 4 + 5 + 2, seen.size(), seen::toString);
    }

    /** Jacobian rows, gradient and tangent of every channel, against Hipparchus' gradients in the parameters. */
    @Test
    void parameterDerivativesAgreeWithTheGradientsOfHipparchus() {
        for (long seed = 0; seed < 200; seed++) {
            GradientTrial trial = new GradientTrial(seed);
            double error = trial.error(trial.jets.plan);
            assertTrue(error <= TOLERANCE, "seed " + seed + ", " + trial.jets + ": error " + error);
        }
    }

    /** A table with one term missing, doubled or of the wrong sign. */
    static Stream<DerivativePlan> faulty(DerivativePlan plan) {
        Term[] right = plan.terms();
        return IntStream.range(0, right.length)
                .boxed()
                .flatMap(k -> Stream.of(0.0, 2.0, -1.0).map(factor -> {
                    Term[] wrong = right.clone();
                    Term t = right[k];
                    wrong[k] = new Term(t.out(), t.left(), t.right(), factor * t.factor());
                    return plan.withTerms(wrong);
                }));
    }

    static Stream<JetTrial> gatedTrials() {
        return IntStream.range(0, 900)
                .mapToObj(seed -> new JetTrial(seed, 1, 4))
                .filter(t -> t.architecture instanceof GatedNet && t.plan.order() >= 2)
                .limit(12);
    }

    /** A test of the test above: products of jets go through every term of the table. */
    @ParameterizedTest
    @MethodSource("gatedTrials")
    void everyFaultInTheTableShowsInTheJets(JetTrial trial) {
        assertTrue(trial.error(trial.jets(trial.plan.withTerms(trial.plan.terms()))) <= TOLERANCE);
        faulty(trial.plan).forEach(plan -> assertFlagged(() -> trial.error(trial.jets(plan)), trial));
    }

    static Stream<GradientTrial> deepGradientTrials() {
        return IntStream.range(0, 200)
                .filter(seed -> isDeep(new JetTrial(seed, 0, 3)))
                .limit(8)
                .mapToObj(GradientTrial::new);
    }

    /** In one layer on plain coordinates some terms meet zeros, and no check can see them. */
    private static boolean isDeep(JetTrial t) {
        return t.architecture instanceof GatedNet g && g.width() > 1 && t.plan.order() >= 2;
    }

    @ParameterizedTest
    @MethodSource("deepGradientTrials")
    void everyFaultInTheTableShowsInTheParameterDerivatives(GradientTrial trial) {
        faulty(trial.jets.plan).forEach(plan -> assertFlagged(() -> trial.error(plan), trial.jets));
    }

    private static void assertFlagged(Supplier<Double> error, JetTrial trial) {
        assertTrue(error.get() > TOLERANCE, () -> "a fault went unnoticed in " + trial);
    }
}
