package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.ansatz.Design;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.optimize.Adam;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Finding;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.PointSet;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.solution.Solution;

/** Regression on paths against closed forms, and what refuses it. */
class KolmogorovRecipeTest {
    private static final Axis T = Axis.time("t", 0, 2);

    /** The heat equation u_t = Δu from Σ cos x_i on a box without a boundary: e^(−t) Σ cos x_i. */
    private static Problem heat(int d, double half) {
        Axes x = Axes.of("x", d, -half, half);
        Field u = Field.of("u", x.and(T));
        Problem p = Problem.over(x.and(T))
                .named("heat")
                .require(u.d(T).equalTo(u.laplacian()))
                .require(u.equalTo(x.sum(i -> Expr.cos(x.at(i)))).on(T.start()));
        return acknowledged(p);
    }

    /** The network of Jentzen, Kuckuck, von Wurstemberger: 3 → 50 → 50 → 1 of relu, Adam at 1e-3, 256 points a step. */
    private static Recipe book() {
        return Recipe.kolmogorov()
                .withNetwork(Mlp.of("relu", 50, 50), Initializer.glorotNormal())
                .withDesign(Design.derived().withoutHardConditions())
                .withPoints(Points.fresh(256, new Uniform()))
                .withStages(Stage.of(Adam.published()));
    }

    private static Solution solve(Problem problem, Recipe recipe, int steps, long seed, int workers) {
        Settings settings = Settings.standard()
                .withRecipe(recipe)
                .withSeed(seed)
                .withBackend("java")
                .withWorkers(workers)
                .withBudget(Budget.standard().withSteps(steps));
        try (Run run = Run.of(problem, settings)) {
            return run.solve().solution();
        }
    }

    /** Relative L2 against e^(−t) Σ cos x_i at 2,000 points. */
    private static double error(Solution s, int d) {
        PointSet points =
                new Uniform().sample(s.problem().domain(), Region.interior(), 2000, RandomStream.of(7, "test"));
        double error = 0;
        double size = 0;
        for (int i = 0; i < points.count(); i++) {
            double[] p = points.point(i);
            double truth = 0;
            for (int k = 0; k < d; k++) {
                truth += Math.exp(-p[d]) * Math.cos(p[k]);
            }
            error += Math.pow(s.at(p) - truth, 2);
            size += truth * truth;
        }
        return Math.sqrt(error / size);
    }

    /** Of the seeds 1 to 3 the worst ends at 0.152; a field that stays as it began is at 1.2 and more. */
    @Test
    void theHeatEquationOfTheBook() {
        Solution s = solve(heat(2, 5), book(), 3000, 1, 2);
        assertEquals(2801, s.theta().length);
        double error = error(s, 2);
        assertTrue(error < 0.45, "relative L2 " + error);
        assertTrue(s.card().overZeroField().isEmpty());
        String notes = String.join("\n", s.card().notes());
        assertTrue(notes.contains("no residual judges a network without second derivatives"), notes);
        assertTrue(notes.contains("exact law of Brownian motion, no bias"), notes);
        assertTrue(notes.contains("paths go on beyond the domain"), notes);
    }

    /** The seed of the test ended at 0.055. */
    @Test
    void tenDimensions() {
        Solution s = solve(heat(10, 1), Recipe.kolmogorov(), 500, 1, 2);
        double error = error(s, 10);
        assertTrue(error < 0.18, "relative L2 " + error);
        assertTrue(s.card().overZeroField().isPresent()); // tanh has second derivatives
        String notes = String.join("\n", s.card().notes());
        assertTrue(notes.contains("initial at t = 0.0 is hard"), notes);
    }

    /** dX = ⅛X ds + ½√(1 + X²) dW by steps: before the end of time x² is ((1 + 2x²)e^((1 − t)/2) − 1)/2. Of the seeds 1 to 3
     * the worst is 0.018 off, and the datum up to 0.40. */
    @Test
    void stepsAndATerminalDatum() {
        Axis x = Axis.of("x", -1, 1);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, t);
        Problem p = Problem.over(x, t)
                .require(u.d(t).plus(x.pow(2).plus(1).times(u.d(x, x)).times(0.125))
                        .plus(x.times(u.d(x)).times(0.125))
                        .equalTo(0))
                .require(u.equalTo(x.pow(2)).on(t.end()).asTerminal());
        Recipe recipe = Recipe.kolmogorov()
                .withDesign(Design.derived().withForm(u, x.pow(2), t.negate().plus(1), "u = x² + (1 − t)N"))
                .withNetwork(Mlp.of("tanh", 20, 20), Initializer.glorotNormal())
                .withFormulation(new Formulation.Kolmogorov(10));
        double worst = 0;
        Solution s = solve(acknowledged(p), recipe, 1500, 1, 2);
        for (double at : new double[] {-0.8, 0, 0.5}) {
            double truth = ((1 + 2 * at * at) * Math.exp(0.5 * 0.6) - 1) / 2;
            worst = Math.max(worst, Math.abs(truth - s.at(at, 0.4)));
        }
        assertTrue(worst < 0.06, "error " + worst);
        String notes = String.join("\n", s.card().notes());
        assertTrue(notes.contains("Euler-Maruyama in 10 steps, a bias of first order"), notes);
    }

    @Test
    void bitsDoNotDependOnTheWorkers() {
        assertArrayEquals(
                solve(heat(2, 5), book(), 12, 3, 1).theta(),
                solve(heat(2, 5), book(), 12, 3, 3).theta(),
                0);
    }

    @Test
    void aSolutionIsSavedWithItsRecipe(@TempDir Path folder) throws IOException {
        Solution s = solve(heat(2, 5), book(), 5, 1, 1);
        s.save(folder.resolve("heat.pinn"));
        Solution read = Solution.load(folder.resolve("heat.pinn"));
        assertEquals(s.at(0.3, -2, 0.7), read.at(0.3, -2, 0.7), 0);
        assertEquals(book(), Recipe.from(read));
    }

    @Test
    void aRecipeReadsBack() {
        Recipe recipe = Recipe.kolmogorov();
        assertTrue(recipe.toString().contains("formulation kolmogorov(steps=64)"), recipe.toString());
        assertEquals(recipe, Recipe.parse(recipe.toString(), heat(2, 5), java.util.Map.of()));
    }

    private static void refused(Problem p, Recipe recipe, String... words) {
        String message = assertThrows(IllegalArgumentException.class, () -> solve(p, recipe, 1, 1, 1))
                .getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void whatItCannotSolveIsRefusedBeforeTheRun() {
        refused(heat(2, 5), Recipe.kolmogorov().withPoints(Points.fixed(2)), "Points.fresh");
        Axis x = Axis.of("x", -1, 1);
        Field u = Field.of("u", x, T);
        Problem start = Problem.over(x, T).require(u.equalTo(x).on(T.start()));
        Problem heat = start.require(u.d(T).equalTo(u.d(x, x)));
        refused(heat.require(u.equalTo(x).on(x.ends())), Recipe.kolmogorov(), "they would meet the condition");
        refused(
                acknowledged(start.require(u.d(T).equalTo(u.d(x, x).plus(u.pow(2))))),
                Recipe.kolmogorov(),
                "u^2",
                "BSDE");
        refused(
                acknowledged(Problem.over(x, T)
                        .require(u.d(T).equalTo(u.d(x, x)))
                        .require(u.equalTo(Expr.log(x.plus(1.01))).on(T.start()))),
                Recipe.kolmogorov(),
                "leave the domain");
        refused(
                acknowledged(start.require(u.d(T).plus(u.d(x, x)).equalTo(0))),
                Recipe.kolmogorov(),
                "positive semidefinite");
    }

    private static Problem acknowledged(Problem problem) {
        Problem p = problem;
        for (Finding f : p.findings()) {
            p = p.acknowledge(f.key(), "all of space");
        }
        return p;
    }
}
