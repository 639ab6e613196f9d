package org.pinn4j.validation.evolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;

class MethodChoiceTest {
    private static final double TOLERANCE = 1e-9;
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Axis T = Axis.time("t", 0, 1);

    private static MethodChoice choice(Workers workers) {
        return new MethodChoice(workers, 100_000, () -> false, ShortSteps.of(List.of()));
    }

    private static Problem heat(Axis... space) {
        Field u = space.length == 1 ? Field.of("u", X, T) : Field.of("u", X, Y, T);
        Expr laplacian = space.length == 1 ? u.d(X, X) : u.d(X, X).plus(u.d(Y, Y));
        Problem problem = Problem.over(u.axes().toArray(Axis[]::new))
                .require(u.d(T).equalTo(laplacian.times(0.1)))
                .require(u.equalTo(Expr.sin(X.times(Math.PI))).on(T.start()));
        for (Axis axis : space) {
            problem = problem.require(u.equalTo(0).on(axis.ends()));
        }
        return problem;
    }

    private static Problem problem(String name) {
        return switch (name) {
            case "heat" -> heat(X);
            case "heat in the plane" -> heat(X, Y);
            default -> Catalogue.find(name).statement();
        };
    }

    /** Wide bands and waves are for the explicit method, diffusion on many cells of a line is not. */
    @ParameterizedTest
    @CsvSource({
        "heat in the plane, 0, 32, true",
        "heat in the plane, 4, 32, true",
        "heat in the plane, 0, 64, false",
        "heat, 0, 32, false",
        "heat, 6, 512, false",
        "wave, 0, 32, true",
        "wave, 0, 128, false",
        "convection, 0, 16, true",
        "allen-cahn, 0, 64, true",
        "burgers, 4, 4096, false",
        "kuramoto-sivashinsky, 0, 128, false"
    })
    void theCheaperMethodIsChosenByCounting(String name, int order, int cells, boolean mild) {
        Discretization discretization = Discretization.of(problem(name));
        int[] each = discretization.spaceAxes().stream().mapToInt(a -> cells).toArray();
        Scheme scheme = order == 0 ? Scheme.spectral() : Scheme.finiteDifferences(order);
        DiscreteSystem system = discretization.system(scheme, each);
        Axis time = discretization.time().orElseThrow();
        ExplicitForm form = new ExplicitForm(system, time.min(), time.max());
        WorkEstimate work = MethodChoice.estimate(form, system, time.min(), time.max(), TOLERANCE);
        assertEquals(mild, work.mild(), work::toString);
    }

    /** Differences of order 2 on a periodic axis: 4/h² for u_xx and 1/h for u_x; with u_tt = u_xx the root of the former. */
    @Test
    void theSpectralRadiusIsThatOfKnownStencils() {
        Field u = Field.of("u", X, T);
        assertEquals(4 * 64 * 64, radius(u, u.d(T).equalTo(u.d(X, X)), false), 0.1 * 4 * 64 * 64);
        assertEquals(64, radius(u, u.d(T).equalTo(u.d(X)), false), 0.1 * 64);
        assertEquals(2 * 64, radius(u, u.d(T, T).equalTo(u.d(X, X)), true), 0.1 * 2 * 64);
    }

    private static double radius(Field u, Equation equation, boolean second) {
        Problem problem = Problem.over(X, T)
                .require(equation)
                .require(u.equalTo(Expr.sin(X.times(2 * Math.PI))).on(T.start()))
                .periodicIn(X);
        problem = second ? problem.require(u.d(T).equalTo(0).on(T.start())) : problem;
        DiscreteSystem system = Discretization.of(problem).system(Scheme.finiteDifferences(2), 64);
        return SpectralRadius.of(new ExplicitForm(system, 0, 1), 0);
    }

    @Test
    void aProblemThatBecomesStiffIsSolvedAgainByTheImplicitMethod() {
        Systems.Small system = Systems.stiffening(1e7);
        MethodChoice.Solved solved = choice(Workers.of(1)).solve(system, 0, 1, TOLERANCE);
        assertTrue(solved.method().startsWith("Radau"), solved.method());
        double[] y = new double[1];
        solved.trajectory().at(1, y);
        assertEquals(Math.cos(1), y[0], TOLERANCE);
    }

    @Test
    void whatHasNoExplicitFormIsSolvedByTheImplicitMethod() {
        MethodChoice.Solved solved = choice(Workers.of(1)).solve(Systems.oscillator(3), 0, 1, TOLERANCE);
        assertTrue(solved.method().startsWith("Radau"), solved.method());
    }

    @Test
    void aMildProblemIsSolvedByTheExplicitMethodWithTheSameBitsForAnyNumberOfWorkers() {
        DiscreteSystem system = Mild.wave().spectral();
        MethodChoice.Solved one = choice(Workers.of(1)).solve(system, 0, 1, TOLERANCE);
        assertTrue(one.method().startsWith("Dormand"), one.method());
        double[] y = new double[system.size()];
        double[] z = new double[system.size()];
        try (Workers pair = Workers.of(2)) {
            one.trajectory().at(0.4, y);
            choice(pair).solve(system, 0, 1, TOLERANCE).trajectory().at(0.4, z);
        }
        assertArrayEquals(y, z);
    }

    @Test
    void ratesBeyondAFloatHaveAnExplicitFormToo() {
        ExplicitForm form = new ExplicitForm(Systems.rotation(1e60), 0, 1e-60);
        assertArrayEquals(new double[] {1e60, 0}, form.computeDerivatives(0, form.initial()), 1e46);
    }

    @Test
    void aStopIsNoReasonForTheOtherMethod() {
        MethodChoice stopped = new MethodChoice(Workers.of(1), 100, () -> true, ShortSteps.of(List.of()));
        var e = assertThrows(
                IntegrationException.class, () -> stopped.solve(Mild.wave().spectral(), 0, 1, TOLERANCE));
        assertTrue(e.stopped() && e.getMessage().contains("after 0 steps"), e.getMessage());
    }
}
