package org.pinn4j.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pinn4j.loss.EnergyObjective;
import org.pinn4j.loss.WeakObjective;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.optimize.Objective;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Energy;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Solution;

/** Energies and variational residuals of a network, against integrals of the same network as a solution and against differences. */
class WeakObjectivesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 2);
    private static final Field U = Field.of("u", X, Y);

    /** Robin on the right by an energy of the boundary, natural above, values elsewhere. */
    private static final Problem PLATE = Problem.over(X, Y)
            .minimising(U.d(X).pow(2)
                    .times(X.plus(1))
                    .plus(U.d(Y).pow(2))
                    .times(0.5)
                    .plus(U.pow(4).times(0.25))
                    .minus(U.times(Y)))
            .minimising(U.pow(2).minus(U), X.end())
            .require(U.equalTo(Y).on(X.start()))
            .require(U.equalTo(X).on(Y.start()).named("below"));

    private static final Recipe RITZ = Recipe.ritz().withNetwork(Mlp.of("tanh", 6, 6), Initializer.glorotNormal());
    private static final Recipe TESTED =
            Recipe.variational(2, 3).withNetwork(Mlp.of("tanh", 6, 6), Initializer.glorotNormal());

    private interface Use {
        void of(Setup setup);
    }

    private static void with(Recipe recipe, Problem problem, int workers, Use use) {
        Settings settings =
                Settings.standard().withRecipe(recipe).withBackend("java").withWorkers(workers);
        try (Run run = Run.of(problem, settings)) {
            use.of(new Setup(recipe, problem, 1, run.workers, run.backend, Optional.empty(), Optional.empty()));
        }
    }

    private static double[] some(Setup setup) {
        RandomStream random = RandomStream.of(7, "theta");
        double[] theta = setup.theta0.clone();
        Arrays.setAll(theta, k -> theta[k] + 0.1 * random.nextGaussian());
        return theta;
    }

    private static void assertGradient(Objective objective, double[] theta) {
        double[] g = new double[theta.length];
        double value = objective.gradient(theta, g);
        assertEquals(objective.value(theta), value, 1e-13 * (1 + Math.abs(value)));
        double h = 1e-5;
        for (int k = 0; k < theta.length; k += 7) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[k] += h;
            down[k] -= h;
            assertEquals((objective.value(up) - objective.value(down)) / (2 * h), g[k], 1e-7 * (1 + Math.abs(g[k])));
        }
    }

    @Test
    void theEnergyOfANetworkIsTheIntegralOfItsDensity() {
        with(RITZ.withPoints(Points.fixed(30)), PLATE, 1, setup -> {
            double[] theta = some(setup);
            Solution u = new Solution(PLATE, setup.compiled.ansatz(), theta, ModelCard.untrained());
            double expected = 0;
            for (Energy e : PLATE.energies()) {
                expected += u.integrate(e.density(), e.region());
            }
            EnergyObjective objective = (EnergyObjective) setup.loss.objective();
            assertEquals(expected, objective.energy(theta), 1e-9 * (1 + Math.abs(expected)));
        });
    }

    @Test
    void gradientsAreThoseOfTheValues() {
        with(RITZ, PLATE, 1, setup -> assertGradient(setup.loss.objective(), some(setup)));
        with(
                RITZ.withDesign(RITZ.design().withoutHardConditions()),
                PLATE,
                1,
                setup -> assertGradient(setup.loss.objective(), some(setup)));
        with(TESTED, PLATE, 1, setup -> assertGradient(setup.loss.objective(), some(setup)));
    }

    /** v = x(1 − x)y(2 − y) is the one product of bubbles of degree two: its row, with the natural conditions' rows left out. */
    @Test
    void aRowIsTheWeakFormAgainstItsFunction() {
        Recipe one = Recipe.variational(1, 2).withNetwork(Mlp.of("tanh", 4), Initializer.glorotNormal());
        Expr v = X.times(X.negate().plus(1)).times(Y).times(Y.negate().plus(2));
        Expr weak = U.d(X).times(X.plus(1))
                .times(v.d(X))
                .plus(U.d(Y).times(v.d(Y)))
                .plus(U.pow(3).minus(Y).times(v));
        with(one, PLATE, 1, setup -> {
            WeakObjective objective = (WeakObjective) setup.loss.objective();
            double[] theta = some(setup);
            double[] r = new double[objective.rows()];
            objective.residuals(theta, r);
            double[] before = new double[objective.rows()];
            objective.residuals(setup.theta0, before);
            double expected = row(setup, weak, theta) / row(setup, weak, setup.theta0);
            assertEquals(expected, r[0] / before[0], 1e-7 * (1 + Math.abs(expected))); // of the quadrature
        });
    }

    private static double row(Setup setup, Expr weak, double[] theta) {
        return new Solution(PLATE, setup.compiled.ansatz(), theta, ModelCard.untrained())
                .integrate(weak, Region.interior());
    }

    @Test
    void productsOfTheJacobianAgree() {
        with(TESTED, PLATE, 1, setup -> {
            LeastSquares f = (LeastSquares) setup.loss.objective();
            double[] theta = some(setup);
            int p = f.parameters();
            int n = f.rows();
            assertTrue(n > 5 * 11, "rows of natural conditions beside those of tests");
            double[] r = new double[n];
            double[] j = new double[n * p];
            f.jacobian(theta, 0, n, r, j, n);
            double[] again = new double[n];
            assertEquals(f.residuals(theta, again), f.value(theta), 0);
            assertArrayEquals(again, r, 1e-13);
            double[] a = new double[p * (p + 1)];
            double[] g = new double[p];
            f.normal(theta, a, p, g, again);
            assertArrayEquals(r, again, 1e-13);
            RandomStream random = RandomStream.of(9, "v");
            double[] v = new double[p];
            double[] w = new double[n];
            Arrays.setAll(v, k -> random.nextGaussian());
            Arrays.setAll(w, k -> random.nextGaussian());
            double[] jv = new double[n];
            double[] jtw = new double[p];
            f.jv(theta, v, jv);
            f.jtw(theta, w, jtw);
            for (int c = 0; c < p; c++) {
                double gradient = 0;
                double transposed = 0;
                double square = 0;
                for (int i = 0; i < n; i++) {
                    gradient += j[i + c * n] * r[i];
                    transposed += j[i + c * n] * w[i];
                    square += j[i + c * n] * j[i];
                }
                assertEquals(gradient, g[c], 1e-12);
                assertEquals(transposed, jtw[c], 1e-12);
                assertEquals(square, a[c], 1e-12);
            }
            for (int i = 0; i < n; i += 5) {
                double tangent = 0;
                for (int c = 0; c < p; c++) {
                    tangent += j[i + c * n] * v[c];
                }
                assertEquals(tangent, jv[i], 1e-12);
                double[] one = new double[1];
                double[] row = new double[p];
                f.jacobian(theta, i, 1, one, row, 1);
                assertEquals(r[i], one[0], 1e-13);
                assertEquals(j[i + 3 * n], row[3], 1e-13);
            }
        });
    }

    @Test
    void bitsDoNotDependOnWorkers() {
        for (Recipe recipe : List.of(RITZ, TESTED)) {
            double[][] seen = new double[2][];
            for (int workers = 1; workers <= 2; workers++) {
                int at = workers - 1;
                with(recipe, PLATE, workers, setup -> {
                    double[] g = new double[setup.theta0.length + 1];
                    g[setup.theta0.length] = setup.loss.objective().gradient(some(setup), g);
                    seen[at] = g;
                });
            }
            assertArrayEquals(seen[0], seen[1]);
        }
    }
}
