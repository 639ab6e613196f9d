package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.loss.HeldOut;
import org.pinn4j.loss.Loss;
import org.pinn4j.optimize.Objective;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;

/** Losses that are no residual train in the one loop, beside the residuals of the same problem. */
class OtherLossesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final double PI = Math.PI;

    /** −u″ = π² sin πx between zeros; u = sin πx. */
    private static final Problem PROBLEM = Problem.over(X)
            .named("string")
            .require(U.d(X, X).negate().equalTo(Expr.sin(X.times(PI)).times(PI * PI)))
            .require(U.equalTo(0).on(X.ends()));

    /** Half the square of the slope less the work of the load: its least mean value is −π²/4, at the solution. */
    private static double energy(double x, double u, double slope, double[] by) {
        double load = PI * PI * Math.sin(PI * x);
        by[0] = -load;
        by[1] = slope;
        return slope * slope / 2 - load * u;
    }

    /** Half the squared distance to a sample of the solution. */
    private static double regression(double x, double u, double slope, double[] by) {
        by[0] = u - Math.sin(PI * x);
        by[1] = 0;
        return by[0] * by[0] / 2;
    }

    private static double[] midpoints(int n) {
        return IntStream.range(0, n).mapToDouble(i -> (i + 0.5) / n).toArray();
    }

    private static double[] drawn(int step) {
        RandomStream random = RandomStream.of(1, "samples").substream("step " + step);
        return IntStream.range(0, 100).mapToDouble(i -> random.nextDouble()).toArray();
    }

    private record Fixed(FieldObjective objective) implements Loss {
        @Override
        public int points() {
            return 120;
        }

        @Override
        public boolean advance(int step, double[] theta) {
            return false;
        }

        @Override
        public String describe() {
            return "an energy at midpoints";
        }
    }

    private record Drawn(FieldObjective objective) implements Loss {
        @Override
        public int points() {
            return 100;
        }

        @Override
        public boolean advance(int step, double[] theta) {
            objective.setPoints(drawn(step));
            return true;
        }

        @Override
        public boolean isFresh() {
            return true;
        }

        @Override
        public String describe() {
            return "samples drawn at every step";
        }
    }

    private record Apart(Objective objective) implements HeldOut {
        @Override
        public double size(double[] theta) {
            return objective.value(theta);
        }

        @Override
        public double value(double[] theta) {
            return objective.value(theta);
        }

        @Override
        public String diagnosis() {
            return objective.diagnosis();
        }
    }

    private interface Choice {
        Loss loss(Setup setup);
    }

    /** The largest error at eleven points after a training by one stage. */
    private static double error(Stage stage, Choice choice, FieldObjective.Density apart, int steps) {
        Recipe recipe = Cases.small().withStages(stage);
        Settings settings = Settings.standard()
                .withRecipe(recipe)
                .withBackend("java")
                .withWorkers(1)
                .withBudget(Budget.standard().withSteps(steps));
        try (Run run = Run.of(PROBLEM, settings)) {
            Setup setup = new Setup(recipe, PROBLEM, 1, run.workers, run.backend, Optional.empty(), Optional.empty());
            FieldObjective judge = new FieldObjective("apart", setup.compiled.ansatz(), apart, midpoints(97));
            Trainable what = new Trainable(
                    recipe,
                    setup.compiled.ansatz(),
                    choice.loss(setup),
                    new Apart(judge),
                    setup.theta0,
                    setup.untrained,
                    theta -> OptionalDouble.empty(),
                    setup::points);
            Leg leg = new Training(run, what, "train", new Training.Clock(settings.budget()), 0, new History())
                    .run(OptionalInt.empty());
            assertTrue(
                    leg.result().outcome() == Outcome.COMPLETED || leg.result().outcome() == Outcome.STALLED);
            assertEquals(what.loss().points(), leg.result().points());
            Solution u =
                    new Solution(PROBLEM, leg.network().ansatz(), leg.network().theta(), ModelCard.untrained());
            return IntStream.rangeClosed(0, 10)
                    .mapToDouble(i -> Math.abs(u.at(i / 10.0) - Math.sin(PI * i / 10.0)))
                    .max()
                    .orElseThrow();
        }
    }

    private static Loss ritz(Setup setup) {
        return new Fixed(
                new FieldObjective("an energy", setup.compiled.ansatz(), OtherLossesTest::energy, midpoints(120)));
    }

    private static Loss samples(Setup setup) {
        return new Drawn(
                new FieldObjective("a regression", setup.compiled.ansatz(), OtherLossesTest::regression, drawn(0)));
    }

    /** Longer than that the energy at 120 midpoints falls below that of any function, by what the network does between them. */
    @Test
    void anEnergyTrains() {
        assertTrue(error(Stage.lbfgs(), OtherLossesTest::ritz, OtherLossesTest::energy, 1) > 0.02);
        double error = error(Stage.selfScaledBroyden(), OtherLossesTest::ritz, OtherLossesTest::energy, 60);
        assertTrue(error < 1e-3, "error " + error);
    }

    @Test
    void aRegressionOnDrawnSamplesTrains() {
        double error = error(Stage.adam(), OtherLossesTest::samples, OtherLossesTest::regression, 800);
        assertTrue(error < 2e-2, "error " + error);
    }

    @Test
    void theResidualTrainsInTheSameLoop() {
        double error = error(Stage.levenbergMarquardt(), s -> s.loss, OtherLossesTest::energy, 30);
        assertTrue(error < 1e-4, "error " + error);
    }

    @Test
    void aMethodThatNeedsASumOfSquaresSaysSo() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> error(Stage.levenbergMarquardt(), OtherLossesTest::ritz, OtherLossesTest::energy, 5))
                .getMessage();
        assertEquals(
                "Levenberg-Marquardt: need a sum of squares, got an energy; take a method that asks for gradients alone,"
                        + " such as L-BFGS or Adam",
                message);
    }
}
