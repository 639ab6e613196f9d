package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinn4j.ansatz.Design;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Initializer;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;

/** Problems with a field that has some of the axes, from the statement to the file. */
class FieldsOfSomeAxesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 0.25);
    private static final Field U = Field.of("u", X, T);
    private static final Field S = Field.of("s", X);
    private static final Field K = Field.of("k", X);
    private static final double DECAY = Math.PI * Math.PI;

    /** −s'' = π² sin πx and u_t = u_xx + s from rest: s = sin πx, u = (1 − e^(−π²t)) s/π². */
    private static Problem heated() {
        return Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).plus(S)))
                .require(S.d(X, X).negate().equalTo(Expr.sin(X.times(Math.PI)).times(DECAY)))
                .require(U.equalTo(0).on(T.start()))
                .require(U.equalTo(0).on(X.ends()))
                .require(S.equalTo(0).on(X.ends()));
    }

    private static double warmed(double x, double t) {
        return (1 - Math.exp(-DECAY * t)) / DECAY * Math.sin(Math.PI * x);
    }

    private static Pinn small(String network, int steps) {
        Recipe recipe = Recipe.of("small")
                .withNetwork(Architecture.parse(network), Initializer.glorotNormal())
                .withPoints(Points.fixed(4));
        return Pinn.with(recipe).steps(steps).backend("java").workers(1);
    }

    private static double distance(Solution solution, Expr e, DoubleBinaryOperator truth) {
        double largest = 0;
        for (int i = 0; i <= 20; i++) {
            for (int j = 0; j <= 10; j++) {
                double x = i / 20.0;
                double t = T.max() * j / 10;
                double error = solution.evaluate(e, x, t) - truth.applyAsDouble(x, t);
                largest = Math.max(largest, Math.abs(error));
            }
        }
        return largest;
    }

    @Test
    void aSteadyFieldBesideOneThatEvolves(@TempDir Path folder) throws Exception {
        assertEquals(List.of(), heated().findings());
        Solution solution = small("mlp(8,8;tanh)", 40).solve(heated());
        assertTrue(distance(solution, U, FieldsOfSomeAxesTest::warmed) < 1e-5);
        assertTrue(distance(solution, S, (x, t) -> Math.sin(Math.PI * x)) < 1e-5);
        assertTrue(distance(solution, S.d(X), (x, t) -> Math.PI * Math.cos(Math.PI * x)) < 1e-4);
        assertEquals(2, solution.ansatz().networks().size());
        assertEquals(1, solution.ansatz().networks().get(1).inputs());
        comparesByTheFieldsOwnAxes(solution);
        Path file = folder.resolve("heated.pinn");
        solution.save(file);
        Solution loaded = Solution.load(file);
        assertArrayEquals(solution.theta(), loaded.theta());
        for (Expr e : List.of(U, S, S.d(X, X), U.d(X).times(S))) {
            assertEquals(solution.evaluate(e, 0.3, 0.2), loaded.evaluate(e, 0.3, 0.2));
        }
        Solution on = small("mlp(8,8;tanh)", 3).startingFrom(loaded).solve(heated());
        assertTrue(distance(on, S, (x, t) -> Math.sin(Math.PI * x)) < 1e-5);
    }

    /** A reference is asked for s at x alone. */
    private static void comparesByTheFieldsOwnAxes(Solution solution) {
        Reference truth = new Reference() {
            @Override
            public double[] values(Field field, double[] x, int n) {
                assertEquals(field.axes().size() * n, x.length);
                double[] values = new double[n];
                for (int i = 0; i < n; i++) {
                    values[i] = field.equals(S) ? Math.sin(Math.PI * x[i]) : warmed(x[i], x[n + i]);
                }
                return values;
            }

            @Override
            public double floor() {
                return 1e-15;
            }

            @Override
            public String kind() {
                return "closed form";
            }
        };
        ErrorReport report = solution.compare(truth, Grid.of(T, 5).by(X, 21));
        assertTrue(report.relativeL2() < 1e-5, report::toString);
    }

    @Test
    void aCoefficientThatVariesInSpaceAlone() {
        Expr u = Expr.exp(X.minus(T)).plus(X.times(2));
        Expr k = Expr.sin(X.times(2 * Math.PI)).times(0.5).plus(1);
        Random random = new Random(7);
        double[][] places = new double[200][];
        double[] readings = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = new double[] {random.nextDouble(), T.max() * random.nextDouble()};
            readings[i] = Math.exp(places[i][0] - places[i][1]) + 2 * places[i][0];
        }
        Problem problem = Problem.over(X, T)
                .require(U.d(T).equalTo(K.times(U.d(X))
                        .d(X)
                        .plus(u.d(T).minus(k.times(u.d(X)).d(X)))))
                .require(K.equalTo(1).on(X.start()))
                .require(U.equalTo(Expr.measurement()).onData(places, readings));
        assertEquals(List.of(), problem.blockingFindings());
        Solution solution = small("mlp(9,9;tanh)", 60).solve(problem);
        double error = distance(solution, K, (x, t) -> 1 + 0.5 * Math.sin(2 * Math.PI * x));
        assertTrue(error < 1e-2, () -> "k is off by " + error);
    }

    @Test
    void aNetworkForEachField(@TempDir Path folder) throws Exception {
        Field q = Field.of("q", X, T);
        Problem problem = heated().require(q.d(T).equalTo(q.d(X, X).minus(U)))
                .require(q.equalTo(0).on(T.start()))
                .require(q.equalTo(0).on(X.ends()));
        Recipe recipe = Recipe.of("apart")
                .withNetwork(Architecture.parse("mlp(3;tanh)"), Initializer.glorotNormal())
                .withDesign(Design.derived().withNetworkForEachField());
        Pinn pinn = Pinn.with(recipe).steps(1).backend("java").workers(1);
        Solution solution = pinn.solve(problem);
        assertEquals(3, solution.ansatz().networks().size());
        solution.save(folder.resolve("apart.pinn"));
        Solution loaded = Solution.load(folder.resolve("apart.pinn"));
        assertEquals(solution.evaluate(q, 0.3, 0.1), loaded.evaluate(q, 0.3, 0.1));
        assertEquals(
                3, pinn.startingFrom(loaded).solve(problem).ansatz().networks().size());
        assertTells(() -> loaded.at(0.3), "need 2 coordinates x, t, got 1; a field of some axes takes those of");
    }

    /** A start is taken over network by network. */
    @Test
    void aStartOfOtherNetworksIsToldApart() {
        Solution solution = small("mlp(3;tanh)", 1).solve(heated());
        assertTells(
                () -> small("mlp(4;tanh)", 1).startingFrom(solution).solve(heated()), "its 2 networks are no mlp(4");
        Problem one = Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X)))
                .require(U.equalTo(1).on(T.start()))
                .require(U.equalTo(1).on(X.ends()));
        assertTells(
                () -> small("mlp(3;tanh)", 1).startingFrom(solution).solve(one),
                "has 2 networks, this problem needs 1");
    }

    private static void assertTells(Runnable action, String part) {
        String message =
                assertThrows(IllegalArgumentException.class, action::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
