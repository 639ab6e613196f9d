package org.pinn4j.validation.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.Pinn;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.problems.Catalogue;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.HeatSineMode;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;

/** Estimates and bounds of networks whose true error is known: trained well, a little and hardly at all. */
class EstimatesTest {
    private static Solution trained(Problem problem, int seed, int steps) {
        return Pinn.trained().seed(seed).steps(steps).backend("java").solve(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "heat-1d, 3",
        "heat-1d, 30",
        "reaction, 12",
        "wave, 5",
        "convection, 5",
        "poisson-2d, 15",
        "helmholtz, 8",
        "burgers, 8"
    })
    void theEstimateIsTheTrueErrorUpToItsOwnUncertaintyAndTheCorrectionIsBetter(String name, int steps) {
        CatalogueProblem problem = Catalogue.find(name);
        Grid grid = coarser(problem);
        Solution solution = trained(problem.statement(), 1, steps);
        Reference truth = problem.exact().orElseThrow();
        ErrorReport error = solution.compare(truth, grid);
        DefectEstimate estimate = DefectEstimate.of(solution, grid, Effort.FINE);
        double told = estimate.report().orElseThrow().relativeL2();
        double size = error.relativeL2() * norm(truth, problem, grid);
        double distance = distance(estimate.corrected().orElseThrow(), truth, problem, grid);
        assertEquals(1, told / error.relativeL2(), 0.25, () -> estimate + " against " + error);
        assertTrue(distance < 0.3 * size, () -> "corrected " + distance + ", uncorrected " + size);
        assertTrue(estimate.disagreement() <= DefectEstimate.AGREEMENT);
    }

    private static Grid coarser(CatalogueProblem problem) {
        Grid record = problem.grid();
        Axis first = record.axes().get(0);
        Grid grid = Grid.of(first, 65).by(record.axes().get(1), 33);
        return record.isPeriodic(first) ? grid.periodic(first) : grid;
    }

    @ParameterizedTest
    @CsvSource({
        "heat-1d, 1, 2", "heat-1d, 1, 40", "heat-1d, 2, 12", "poisson-2d, 1, 2", "poisson-2d, 2, 20",
                "semilinear-2d, 1, 3",
        "semilinear-2d, 2, 15", "helmholtz, 1, 5", "wave, 1, 3", "wave, 2, 12", "convection, 1, 5", "reaction, 1, 3",
        "reaction, 2, 30", "burgers, 1, 5"
    })
    void theBoundIsAboveTheTrueError(String name, int seed, int steps) {
        CatalogueProblem problem = Catalogue.find(name);
        Grid grid = coarser(problem);
        Solution solution = trained(problem.statement(), seed, steps);
        ErrorBound bound = ErrorBound.of(solution);
        Reference truth = problem.exact().orElseThrow();
        ErrorReport error = solution.compare(truth, grid);
        double volume =
                problem.statement().axes().stream().mapToDouble(Axis::length).reduce(1, (a, b) -> a * b);
        double l2 = error.relativeL2() * norm(truth, problem, grid) * Math.sqrt(volume / grid.size());
        assertFalse(Double.isNaN(bound.absoluteL2()), bound::toString);
        assertTrue(bound.absoluteL2() >= 0.95 * l2, () -> bound.absoluteL2() + " for " + l2 + ": " + bound);
        assertTrue(!(bound.absoluteMax() < error.maxError()), () -> bound.absoluteMax() + " for " + error);
        assertTrue(
                bound.relative().orElse(Double.POSITIVE_INFINITY) >= error.relativeL2(), () -> bound + " for " + error);
    }

    @Test
    void whereErrorsDecayTheBoundOfAGoodSolutionIsNear() {
        Solution heat = trained(new HeatSineMode().statement(), 1, 45);
        ErrorReport error = heat.compare(new HeatSineMode().exact().orElseThrow(), new HeatSineMode().grid());
        ErrorBound bound = ErrorBound.of(heat);
        assertTrue(bound.relativeL2() < 100 * error.relativeL2(), () -> bound + " for " + error);
        assertEquals("evolution class, energy in L2", bound.kind());
    }

    /** The residual of c·exact is (c − 1) f, its error c − 1: the constant is 1/(2π²) and the inequality an equality. */
    @Test
    void inTheFirstEigenfunctionTheEllipticBoundIsSharp() {
        Axis x = Axis.of("x", 0, 1);
        Axis y = Axis.of("y", 0, 1);
        Field u = Field.of("u", x, y);
        Problem poisson = Problem.over(x, y)
                .require(u.d(x, x).plus(u.d(y, y)).negate().equalTo(0))
                .require(u.equalTo(0).on(Region.boundary()));
        ErrorBound bound = ErrorBound.of(trained(poisson, 1, 1));
        assertTrue(bound.absoluteL2() >= 0 && bound.constant() <= 1.06 / (2 * Math.PI * Math.PI), bound::toString);
    }

    @Test
    void aNeumannConditionASystemAndAThirdSpaceAxisAreRefusedWithTheReason() {
        Axis x = Axis.of("x", 0, 1);
        Axis y = Axis.of("y", 0, 1);
        Axis z = Axis.of("z", 0, 1);
        Field u = Field.of("u", x);
        Problem neumann = Problem.over(x)
                .require(u.d(x, x).equalTo(1))
                .require(u.equalTo(0).on(x.start()))
                .require(u.d(x).equalTo(0).on(x.end()));
        assertTrue(ErrorBound.of(trained(neumann, 1, 2)).reason().contains("gives no value"));
        Field v = Field.of("v", x, y, z);
        Problem space = Problem.over(x, y, z)
                .require(v.d(x, x).plus(v.d(y, y)).plus(v.d(z, z)).equalTo(1))
                .require(v.equalTo(0).on(Region.boundary()));
        Estimates e = Estimates.of(trained(space, 1, 2), Grid.of(x, 5).by(y, 5).by(z, 5));
        assertEquals(Optional.empty(), e.estimate().report());
        assertTrue(e.estimate().reason().contains("space axes"), e.estimate().reason());
        assertTrue(e.bound().relativeL2() > 0, e.bound()::toString);
        CatalogueProblem system = Catalogue.find("brusselator");
        assertTrue(ErrorBound.of(trained(system.statement(), 1, 2)).reason().contains("one field"));
    }

    @Test
    void steepeningWithoutDiffusionHasNoBound() {
        Axis x = Axis.of("x", 0, 1);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, t);
        Problem inviscid = Problem.over(x, t)
                .require(u.d(t).plus(u.times(u.d(x))).equalTo(0))
                .require(u.equalTo(Expr.sin(x.times(2 * Math.PI))).on(t.start()))
                .periodicIn(x);
        assertTrue(ErrorBound.of(trained(inviscid, 1, 2)).reason().contains("jump"));
    }

    private static double norm(Reference truth, CatalogueProblem problem, Grid grid) {
        double sum = 0;
        for (double v :
                truth.values(problem.statement().fields().get(0), grid.points().coordinates(), grid.size())) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    private static double distance(Reference a, Reference b, CatalogueProblem problem, Grid grid) {
        Field field = problem.statement().fields().get(0);
        double[] left = a.values(field, grid.points().coordinates(), grid.size());
        double[] right = b.values(field, grid.points().coordinates(), grid.size());
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        }
        return Math.sqrt(sum);
    }
}
