package org.pinn4j.jets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Derivatives of order 5 to 8, the highest that statements may have, against the derivative structures of Hipparchus. */
class HighOrderJetsTest {
    private static final int LOW = 5;
    private static final int HIGH = 8;
    private static final double TOLERANCE = 1e-10;

    private static Stream<JetTrial> trials(long seeds) {
        return LongStream.range(0, seeds)
                .mapToObj(seed -> new JetTrial(seed, 0, HIGH))
                .filter(t -> t.plan.order() >= LOW);
    }

    @Test
    void jetsOfTilesAgreeWithTheDerivativeStructuresOfHipparchus() {
        trials(200).forEach(t -> {
            double error = t.error(t.jets(t.plan));
            assertTrue(error <= TOLERANCE, () -> t + ": error " + error);
        });
    }

    @Test
    void jetsOfPointsAgreeWithTheDerivativeStructuresOfHipparchus() {
        trials(200).forEach(t -> {
            PointJets points = new PointJets(t.network, 0, t.plan, t.n);
            points.forward(t.theta, t.input(), 0, t.n);
            double error = t.error(points.output());
            assertTrue(error <= TOLERANCE, () -> t + ": error " + error);
        });
    }

    /** The reverse sweep takes one derivative more of every activation than the jets do. */
    @Test
    void parameterDerivativesAgreeWithTheGradientsOfHipparchus() {
        trials(60).map(GradientTrial::new).forEach(trial -> {
            double error = trial.error(trial.jets.plan);
            assertTrue(error <= TOLERANCE, () -> trial + ": error " + error);
        });
    }

    @Test
    void theTrialsReachEveryOrderActivationAndArchitecture() {
        Set<Object> seen = new HashSet<>();
        trials(60).forEach(t -> seen.addAll(List.of(t.plan.order(), t.activation, t.architecture.getClass())));
        assertEquals(HIGH - LOW + 1 + 6 + 4, seen.size(), seen::toString);
    }
}
