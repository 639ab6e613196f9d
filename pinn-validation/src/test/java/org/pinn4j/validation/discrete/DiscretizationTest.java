package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.sin;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

class DiscretizationTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Axis Z = Axis.of("z", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Field W = Field.of("w", X, Y);
    private static final Field H = Field.of("h", X, T);

    private static Problem poisson() {
        return Problem.over(X).require(U.d(X, X).equalTo(1));
    }

    private static Problem heat() {
        return Problem.over(X, T)
                .require(H.d(T).equalTo(H.d(X, X)))
                .require(H.equalTo(0).on(X.ends()));
    }

    static Stream<Arguments> refused() {
        Field cube = Field.of("c", X, Y, Z);
        Parameter k = Parameter.of("k", 1);
        return Stream.of(
                Arguments.of(
                        Problem.over(X, Y, Z).require(cube.d(X, X).equalTo(0)),
                        "3 space axes, and grids have at most 2"),
                Arguments.of(
                        Problem.over(X).require(U.d(X, X, X, X, X).equalTo(0)),
                        "derivatives up to order 4 along an axis"),
                Arguments.of(Problem.over(X).require(U.d(X, X).times(k).equalTo(1)), "the unknown coefficient k"),
                Arguments.of(poisson(), "need 2 boundary conditions on the ends of x, got 0"),
                Arguments.of(
                        poisson().require(U.equalTo(0).on(X.start())),
                        "need 2 boundary conditions on the ends of x, got 1"),
                Arguments.of(
                        poisson()
                                .require(U.equalTo(0).on(X.start()))
                                .require(U.d(X).equalTo(0).on(X.start())),
                        "one condition too many on one end of x"),
                Arguments.of(
                        poisson().require(U.equalTo(0).on(X.ends())).periodicIn(X),
                        "x is periodic and needs 0 conditions"),
                Arguments.of(poisson().require(U.equalTo(U.trace(X.end())).on(X.start())), "state periodicIn(x)"),
                Arguments.of(
                        poisson()
                                .require(U.equalTo(0).on(X.ends()))
                                .require(U.equalTo(sin(X)).onData(new double[][] {{0.5}}, new double[1])),
                        "given points"),
                Arguments.of(heat(), "h has order 1 in t and 0 initial conditions"),
                Arguments.of(
                        heat().require(H.times(H).equalTo(4).on(T.start())), "not the value or the rate of one field"),
                Arguments.of(
                        poisson().require(U.equalTo(2).on(X.ends())).require(U.d(X).equalTo(1)),
                        "2 equations in the interior for 1 field"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aProblemWithoutGridSaysWhyInOneSentence(Problem problem, String reason) {
        Optional<String> refusal = Discretization.refusal(problem);
        assertTrue(refusal.orElse("none").contains(reason), refusal.orElse("none"));
        assertFalse(refusal.orElseThrow().contains("\n"));
    }

    @Test
    void wrapsOfEveryDerivativeMakeAnAxisPeriodic() {
        Problem ring = poisson()
                .require(U.equalTo(U.trace(X.end())).on(X.start()))
                .require(U.d(X).equalTo(U.d(X).trace(X.end())).on(X.start()));
        Discretization discretization = Discretization.of(ring);
        assertTrue(discretization.periodic(X));
        assertEquals(20, discretization.system(Scheme.spectral(), 20).size());
        assertEquals(Optional.empty(), discretization.time());
    }

    /** In a corner a value wins over a slope, on whatever axis it stands; between two values it is the axis stated first. */
    @Test
    void inACornerAValueWinsOverASlopeAndThenTheFirstAxis() {
        Problem problem = Problem.over(X, Y)
                .require(W.d(X, X).plus(W.d(Y, Y)).equalTo(0))
                .require(W.d(X).equalTo(0).on(X.start()))
                .require(W.equalTo(3).on(X.end()))
                .require(W.equalTo(5).on(Y.ends()));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(problem).system(Scheme.finiteDifferences(2), 8, 8));
        assertEquals(5, solution.value(W, 0, 0), 1e-12);
        assertEquals(5, solution.value(W, 0, 1), 1e-12);
        assertEquals(3, solution.value(W, 1, 0), 1e-12);
        assertEquals(3, solution.value(W, 1, 1), 1e-12);
    }

    /** A clamped plate: the value nearer to its end wins the second row, and the polynomial of degree 2 · 2 is met exactly. */
    @Test
    void aClampedPlateTakesTwoRowsOnEverySide() {
        Manufactured bowl = new Manufactured(
                W, X.times(X.minus(1)).pow(2).times(Y.times(Y.minus(1)).pow(2)).times(16));
        Problem plate = Problem.over(X, Y)
                .require(bowl.equation(
                        W.d(X, X, X, X).plus(W.d(X, X, Y, Y).times(2)).plus(W.d(Y, Y, Y, Y))))
                .require(bowl.on(Region.boundary(), W))
                .require(W.dn().equalTo(0).on(Region.boundary()));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(plate).system(Scheme.finiteDifferences(4), 12, 14));
        assertTrue(bowl.error(solution) < 1e-9, "error " + bowl.error(solution));
    }

    /** The rate at an end follows from the condition differentiated in time, so that the system keeps index one. */
    @Test
    void aWaveEquationHasTheDerivativeOfItsConditionBesideIt() {
        Problem wave = Problem.over(X, T)
                .require(H.d(T, T).equalTo(H.d(X, X)))
                .require(H.equalTo(X).on(T.start()))
                .require(H.d(T).equalTo(0).on(T.start()))
                .require(H.equalTo(T.pow(2)).on(X.start()))
                .require(H.d(X).equalTo(1).on(X.end()));
        DiscreteSystem system = Discretization.of(wave).system(Scheme.finiteDifferences(2), 6);
        double[] y = new double[system.size()];
        double[] rate = new double[system.size()];
        double[] f = new double[system.size()];
        system.residual(0.5, y, rate, f);
        int algebraic = 0;
        for (int row = 0; row < f.length; row++) {
            algebraic += system.algebraic(row) ? 1 : 0;
        }
        assertEquals(4, algebraic);
        assertEquals(-0.25, f[0], 1e-15);
        assertEquals(-1, f[1], 1e-15);
    }

    @Test
    void aFunctionKnownByValuesAloneServesAsDatum() {
        Problem problem = poisson()
                .require(U.equalTo(org.pinn4j.pde.Expr.values("a", p -> 2, X)).on(X.ends()));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(problem).system(Scheme.finiteDifferences(4), 10));
        assertEquals(2 - 0.125, solution.value(U, 0.5), 1e-12);
    }
}
