package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.sin;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.Wave;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;

class GridGrowthTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);

    private static boolean grows(Problem problem, int order) {
        return GridGrowth.of(Discretization.of(problem), Scheme.finiteDifferences(order));
    }

    private static Map<String, Problem> undamped() {
        Problem transport = Problem.over(X, T)
                .require(U.d(T).plus(U.d(X)).equalTo(0))
                .require(U.equalTo(sin(X)).on(T.start()))
                .require(U.equalTo(sin(T.negate())).on(X.start()));
        Problem beam = Problem.over(X, T)
                .require(U.d(T, T).plus(U.d(X, X, X, X)).equalTo(0))
                .require(U.equalTo(X.pow(2).times(X.minus(1).pow(2))).on(T.start()))
                .require(U.d(T).equalTo(0).on(T.start()).named("rate"))
                .require(U.equalTo(0).on(X.ends()))
                .require(U.d(X).equalTo(0).on(X.ends()).named("slope"));
        return Map.of("wave", new Wave().statement(), "transport", transport, "beam", beam);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wave", "transport", "beam"})
    void betweenEndsUndampedProblemsGrowWithOrderSixAndNotWithLowerOrders(String name) {
        Problem problem = undamped().get(name);
        assertTrue(grows(problem, 6));
        assertFalse(grows(problem, 4));
        assertFalse(grows(problem, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heat-1d", "burgers", "brusselator", "reaction", "convection", "kdv"})
    void dampingOrARingKeepsOrderSix(String name) {
        assertFalse(grows(Catalogue.find(name).statement(), 6));
    }

    /** u_t = u_xx/100 + 40u: all modes below 20π grow, some of which 16 cells do not carry. */
    @Test
    void growthOfTheProblemItselfIsNoFaultOfTheGrid() {
        Problem growing = Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).times(0.01).plus(U.times(40))))
                .require(U.equalTo(sin(X.times(Math.PI))).on(T.start()))
                .require(U.equalTo(0).on(X.ends()));
        assertFalse(grows(growing, 6));
    }

    @Test
    void aReferenceByDifferencesOfAWaveLeavesOrderSixOut() {
        Wave wave = new Wave();
        DerivedReference reference = DerivedReference.of(
                wave.statement(),
                wave.grid(),
                DerivedReference.Method.FINITE_DIFFERENCES,
                1e-4,
                Workers.of(1),
                () -> false);
        assertEquals("", reference.shortfall());
        assertTrue(reference.kind().startsWith("finite differences of order 4"), reference.kind());
    }
}
