package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.pinn4j.loss.HeldOut;
import org.pinn4j.solution.Outcome;

/** What the loop makes of the figures of a judge who says what the test wants, in turn, and keeps what he was shown. */
class TrainingJudgedTest {
    /** Checks are this many steps apart, one of them before the first. */
    private static final int EVERY = 5;

    private static final class Judge implements HeldOut {
        private final double[] figures;
        private final List<double[]> shown = new ArrayList<>();

        /** @param figures the first of the untrained network; the last of all that follow */
        Judge(double... figures) {
            this.figures = figures;
        }

        @Override
        public double size(double[] theta) {
            shown.add(theta.clone());
            return figures[Math.min(shown.size(), figures.length) - 1];
        }

        @Override
        public double value(double[] theta) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public String diagnosis() {
            return "";
        }
    }

    private static Leg trained(Judge judge, Budget budget) {
        Recipe recipe = Cases.small();
        Settings settings = Settings.standard()
                .withRecipe(recipe)
                .withBackend("java")
                .withWorkers(1)
                .withBudget(budget);
        try (Run run = Run.of(Cases.heat(), settings)) {
            Setup setup =
                    new Setup(recipe, Cases.heat(), 1, run.workers, run.backend, Optional.empty(), Optional.empty());
            Trainable what = new Trainable(
                    recipe,
                    setup.compiled.ansatz(),
                    setup.loss,
                    judge,
                    setup.theta0,
                    setup.untrained,
                    theta -> OptionalDouble.empty(),
                    setup::points);
            return new Training(run, what, "train", new Training.Clock(budget), 0, new History())
                    .run(OptionalInt.empty());
        }
    }

    /** It falls to 0.2 at the fourth check and rises from there on. */
    @Test
    void theNetworkOfTheBestCheckIsReturnedAndNotTheLast() {
        Judge judge = new Judge(1, 1, 0.5, 0.3, 0.2, 0.6, 0.7, 0.8);
        Leg leg = trained(judge, Budget.standard().withSteps(30));
        assertEquals(30, leg.result().steps());
        assertEquals(0.2, leg.result().heldOut());
        assertArrayEquals(judge.shown.get(4), leg.network().theta());
    }

    @Test
    void theFirstCheckWithinTheToleranceEndsTheTraining() {
        Judge judge = new Judge(1, 1, 0.5, 0.3, 0.09, 0.01);
        Leg leg = trained(judge, Budget.standard().withSteps(1000).withTolerance(0.1));
        assertEquals(Outcome.CONVERGED, leg.result().outcome());
        assertEquals(3 * EVERY, leg.result().steps());
        assertEquals(0.09, leg.result().heldOut());
        assertArrayEquals(judge.shown.get(4), leg.network().theta());
    }

    /** Of no step is the answer thrown away that meets it to the last digit. */
    @Test
    void aFigureThatIsTheToleranceMeetsIt() {
        Leg leg =
                trained(new Judge(1, 1, 0.1), Budget.standard().withSteps(1000).withTolerance(0.1));
        assertEquals(Outcome.CONVERGED, leg.result().outcome());
        assertEquals(EVERY, leg.result().steps());
    }

    @Test
    void figuresAreThoseOverTheUntrainedNetwork() {
        Leg leg =
                trained(new Judge(4, 4, 0.4), Budget.standard().withSteps(1000).withTolerance(0.1));
        assertEquals(EVERY, leg.result().steps());
        assertEquals(0.1, leg.result().heldOut());
    }
}
