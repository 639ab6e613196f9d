package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

class SteadySolverTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Field U = Field.of("u", X);
    private static final Field V = Field.of("v", X);
    private static final Field W = Field.of("w", X, Y);
    private static final Expr LAPLACIAN = W.d(X, X).plus(W.d(Y, Y));
    private static final Manufactured PLANE =
            new Manufactured(W, sin(X.times(2).plus(Y)).times(exp(Y.times(0.4))).plus(cos(X.minus(Y))));

    /** u'' + λ e^u = 0 on [0, 1], u = 0 at the ends: u = 2 ln(cosh(θ/4) / cosh((x - ½)θ/2)), θ = √(2λ) cosh(θ/4). */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3.5})
    void bratusProblemReachesItsLowerBranch(double lambda) {
        double theta = 1;
        for (int k = 0; k < 500; k++) {
            theta = Math.sqrt(2 * lambda) * Math.cosh(theta / 4);
        }
        Problem bratu = Problem.over(X)
                .require(U.d(X, X).plus(exp(U).times(lambda)).equalTo(0))
                .require(U.equalTo(0).on(X.ends()));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(bratu).system(Scheme.spectral(), 32));
        for (double x = 0; x <= 1; x += 0.0625) {
            double wanted = 2 * Math.log(Math.cosh(theta / 4) / Math.cosh((x - 0.5) * theta / 2));
            assertEquals(wanted, solution.value(U, x), 1e-10, "λ = " + lambda + ", x = " + x);
        }
    }

    /** Beyond λ = 3.51 there is no solution, and the message says that the iteration found none. */
    @Test
    void aProblemWithoutSolutionIsAnErrorWithFigures() {
        Problem bratu = Problem.over(X)
                .require(U.d(X, X).plus(exp(U).times(4)).equalTo(0))
                .require(U.equalTo(0).on(X.ends()));
        DiscreteSystem system = Discretization.of(bratu).system(Scheme.finiteDifferences(2), 20);
        Exception e = assertThrows(
                IllegalStateException.class, () -> SteadySolver.standard().solve(system));
        assertTrue(e.getMessage().contains("steady solver:"), e.getMessage());
    }

    @Test
    void aNonlinearProblemInThePlaneIsSpectrallyAccurate() {
        Problem problem = Problem.over(X, Y)
                .require(PLANE.equation(LAPLACIAN.times(-1).plus(W.pow(3))))
                .require(PLANE.on(Region.boundary(), W));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(problem).system(Scheme.spectral(), 16, 18));
        assertTrue(PLANE.error(solution) < 1e-10, "error " + PLANE.error(solution));
    }

    @Test
    void fourthDerivativesAreSpectrallyAccurate() {
        Manufactured beam = new Manufactured(U, sin(X.times(4)));
        Problem problem = Problem.over(X)
                .require(beam.equation(U.d(X, X, X, X).plus(U.times(U.d(X)))))
                .require(beam.on(X.ends(), U))
                .require(beam.on(X.start(), U.d(X)))
                .require(beam.on(X.end(), U.d(X, X)));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(problem).system(Scheme.spectral(), 20));
        assertTrue(beam.error(solution) < 1e-10, "error " + beam.error(solution));
    }

    @Test
    void aPeriodicAxisBesideAnotherIsSpectrallyAccurate() {
        Manufactured strip = new Manufactured(W, exp(cos(Y.times(Math.PI))).times(sin(X.times(3))));
        Problem problem = Problem.over(X, Y)
                .require(strip.equation(
                        LAPLACIAN.minus(W.times(cos(Y.times(Math.PI)).plus(2)))))
                .require(strip.on(X.start(), W))
                .require(strip.on(X.end(), W.dn().plus(W)))
                .periodicIn(Y);
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(problem).system(Scheme.spectral(), 16, 24));
        assertTrue(strip.error(solution) < 1e-10, "error " + strip.error(solution));
        assertEquals(Math.exp(Math.cos(Math.PI * 0.37)) * Math.sin(1.23), solution.value(W, 0.41, 0.37), 1e-10);
    }

    /** -Δw with values on the boundary is symmetric for differences of order 2: both ways lead to one solution. */
    @Test
    void conjugateGradientsAndEliminationAgree() {
        Problem problem = poisson(LAPLACIAN);
        Problem twisted = poisson(LAPLACIAN.plus(W.d(X).times(1e-9)));
        SteadySolver solver = SteadySolver.standard();
        SteadySolution iterated = solver.solve(Discretization.of(problem).system(Scheme.finiteDifferences(2), 40, 40));
        SteadySolution eliminated =
                solver.solve(Discretization.of(twisted).system(Scheme.finiteDifferences(2), 40, 40));
        assertEquals("conjugate gradients", iterated.method());
        assertTrue(eliminated.method().startsWith("LU"), eliminated.method());
        double[] a = iterated.nodal(W);
        double[] b = eliminated.nodal(W);
        for (int i = 0; i < a.length; i++) {
            assertEquals(a[i], b[i], 1e-8, "node " + i);
        }
    }

    private static Problem poisson(Expr operator) {
        return Problem.over(X, Y).require(PLANE.equation(operator)).require(PLANE.on(Region.boundary(), W));
    }

    /** Symmetric and of one sign on the diagonal, but with eigenvalues of both: conjugate gradients give way to LU. */
    @Test
    void anIndefiniteProblemIsSolvedByElimination() {
        Problem problem = poisson(LAPLACIAN.plus(W.times(40)));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(problem).system(Scheme.finiteDifferences(2), 40, 40));
        assertTrue(solution.method().startsWith("LU"), solution.method());
        assertTrue(PLANE.error(solution) < 2e-3, "error " + PLANE.error(solution));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 40})
    void slopesAloneLeaveAConstantFreeAndTheMessageSaysSo(int cells) {
        Problem plane = Problem.over(X, Y)
                .require(LAPLACIAN.equalTo(1))
                .require(W.dn().equalTo(0.25).on(Region.boundary()));
        DiscreteSystem system = Discretization.of(plane).system(Scheme.finiteDifferences(2), cells, cells);
        Exception e = assertThrows(
                SingularSystemException.class, () -> SteadySolver.standard().solve(system));
        assertTrue(e.getMessage().contains("a constant is free"), e.getMessage());
        Problem ring = Problem.over(X)
                .require(U.d(X, X).equalTo(sin(X.times(2 * Math.PI))))
                .periodicIn(X);
        DiscreteSystem circle = Discretization.of(ring).system(Scheme.spectral(), cells);
        assertThrows(
                SingularSystemException.class, () -> SteadySolver.standard().solve(circle));
    }

    /** u'' = v, v'' = f with all four values: the equations are told apart by their highest derivatives, in any order. */
    @Test
    void aSystemOfTwoFieldsIsSolved() {
        Problem problem = Problem.over(X)
                .require(V.d(X, X).equalTo(sin(X.times(3)).times(81)))
                .require(U.d(X, X).minus(V).equalTo(0))
                .require(U.equalTo(sin(X.times(3))).on(X.ends()))
                .require(V.equalTo(sin(X.times(3)).times(-9)).on(X.ends()));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(problem).system(Scheme.spectral(), 18));
        assertEquals(Math.sin(0.9), solution.value(U, 0.3), 1e-10);
        assertEquals(-9 * Math.sin(0.9), solution.value(V, 0.3), 1e-9);
    }

    /** With the truth itself as background the correction is zero but for rounding, however coarse the grid. */
    @Test
    void theDefectOfTheTruthIsZero() {
        Manufactured truth = new Manufactured(U, sin(X.times(9)));
        Problem problem = Problem.over(X)
                .require(truth.equation(U.d(X, X).minus(U.pow(3))))
                .require(truth.on(X.start(), U))
                .require(truth.on(X.end(), U.d(X)));
        Background sine = (field, orders, x, n) -> {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                int m = orders.get(0);
                values[i] = Math.pow(9, m) * Math.sin(9 * x[i] + m * Math.PI / 2);
            }
            return values;
        };
        DiscreteSystem system = Discretization.of(problem).system(Scheme.finiteDifferences(2), sine, 10);
        SteadySolution correction = SteadySolver.standard().solve(system);
        for (double e : correction.nodal(U)) {
            assertEquals(0, e, 1e-12);
        }
    }

    @Test
    void aSolutionOnACoarseGridIsAStartOnAFineOne() {
        Problem problem = Problem.over(X)
                .require(U.d(X, X).plus(exp(U).times(3)).equalTo(0))
                .require(U.equalTo(0).on(X.ends()));
        Discretization bratu = Discretization.of(problem);
        SteadySolver solver = SteadySolver.standard();
        SteadySolution coarse = solver.solve(bratu.system(Scheme.finiteDifferences(6), 24));
        DiscreteSystem fine = bratu.system(Scheme.finiteDifferences(6), 48);
        SteadySolution warm = solver.solve(fine, coarse.onto(fine));
        SteadySolution cold = solver.solve(fine);
        assertTrue(warm.steps() < cold.steps(), warm.steps() + " and " + cold.steps());
        assertEquals(cold.value(U, 0.41), warm.value(U, 0.41), 1e-12);
    }

    @Test
    void valuesAtPointsFollowTheAxesOfTheField() {
        Field turned = Field.of("w", Y, X);
        Problem problem = Problem.over(X, Y)
                .require(turned.d(X, X).plus(turned.d(Y, Y)).equalTo(0))
                .require(turned.equalTo(X.times(Y).plus(X)).on(Region.boundary()));
        SteadySolution solution =
                SteadySolver.standard().solve(Discretization.of(problem).system(Scheme.finiteDifferences(2), 8, 9));
        double[] values = solution.values(turned, new double[] {0.5, -0.25, 0.7, 0.1}, 2);
        assertEquals(0.7 * 0.5 + 0.7, values[0], 1e-12);
        assertEquals(-0.1 * 0.25 + 0.1, values[1], 1e-12);
        assertThrows(IllegalArgumentException.class, () -> solution.value(turned, 1.5, 0));
    }
}
