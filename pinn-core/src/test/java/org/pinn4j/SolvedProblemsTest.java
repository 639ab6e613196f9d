package org.pinn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Uniform;
import org.pinn4j.solution.Solution;
import org.pinn4j.train.Cases;
import org.pinn4j.train.History;
import org.pinn4j.train.Points;
import org.pinn4j.train.Recipe;
import org.pinn4j.train.Stage;

/** Small problems solved from statement to function, each against its closed form. */
class SolvedProblemsTest {
    private static final Axis TIME = Axis.time("t", 0, 3);
    private static final Field A = Field.of("a", TIME);
    private static final Field B = Field.of("b", TIME);

    private static Pinn.Solved run(Recipe recipe, int steps, Problem problem) {
        return Pinn.with(recipe).workers(1).steps(steps).run(problem);
    }

    private static double worst(Solution s) {
        double worst = 0;
        for (int i = 0; i <= 20; i++) {
            for (int k = 0; k <= 10; k++) {
                worst = Math.max(worst, Math.abs(s.at(i / 20.0, k / 20.0) - Cases.sineMode(i / 20.0, k / 20.0)));
            }
        }
        return worst;
    }

    @Test
    void theHeatEquationIsSolved() {
        double worst = worst(run(Cases.small(), 60, Cases.heat()).solution());
        assertTrue(worst < 1e-4, () -> "largest error " + worst);
    }

    /** x → 3x + 7, t → 2t, u → factor·u. */
    private static Problem inOtherUnits(double factor) {
        Axis x = Axis.of("x", 7, 10);
        Axis t = Axis.time("t", 0, 1);
        return Cases.heat().rescaled(Map.of(Cases.X, x, Cases.T, t), Map.of(), Map.of(Cases.U, factor));
    }

    /** The whole run is the same to a few digits: round-off is all that differs. */
    @Test
    void otherUnitsAreTheSameRun() {
        Pinn.Solved plain = run(Cases.small(), 30, Cases.heat());
        Pinn.Solved other = run(Cases.small(), 30, inOtherUnits(5));
        List<History.Entry> a = plain.training().history().entries();
        List<History.Entry> b = other.training().history().entries();
        for (int k = 0; k < a.size(); k++) {
            assertEquals(a.get(k).loss(), b.get(k).loss(), 1e-3 * a.get(k).loss());
            assertEquals(a.get(k).heldOut(), b.get(k).heldOut(), 1e-3 * a.get(k).heldOut());
        }
        assertEquals(5 * plain.solution().at(0.3, 0.2), other.solution().at(7.9, 0.4), 1e-7);
    }

    /** The network is drawn without its sign, so the run is another one, but no worse and no better. */
    @Test
    void aFieldOfTheOtherSignIsSolvedAsWell() {
        Pinn small = Pinn.with(Cases.small()).seed(2).workers(1).steps(30);
        Solution plain = small.solve(Cases.heat());
        Solution other = small.solve(inOtherUnits(-5));
        double ratio = other.card().heldOut() / plain.card().heldOut();
        assertTrue(ratio > 1.0 / 3 && ratio < 3, () -> "held-out residuals differ by " + ratio);
        assertEquals(-5 * plain.at(0.3, 0.2), other.at(7.9, 0.4), 1e-3);
    }

    static List<Stage> secondStages() {
        return List.of(Stage.lbfgs(), Stage.selfScaledBroyden(), Stage.levenbergMarquardt());
    }

    @ParameterizedTest
    @MethodSource("secondStages")
    void anyMethodGoesOnAfterAdam(Stage second) {
        Recipe recipe = Cases.small().withStages(Stage.adam().forSteps(50), second);
        List<History.Entry> history =
                run(recipe, 150, Cases.heat()).training().history().entries();
        double atStart = history.get(0).loss();
        double afterAdam = at(history, 50);
        double atEnd = history.get(history.size() - 1).loss();
        assertTrue(afterAdam < atStart, () -> atStart + " to " + afterAdam);
        assertTrue(atEnd < 0.1 * afterAdam, () -> afterAdam + " to " + atEnd);
    }

    private static double at(List<History.Entry> history, int step) {
        return history.stream()
                .filter(e -> e.step() == step)
                .findFirst()
                .orElseThrow()
                .loss();
    }

    @Test
    void newPointsAtEveryStepLowerTheLoss() {
        Recipe galerkin =
                Cases.small().withPoints(Points.fresh(256, new Uniform())).withStages(Stage.adam());
        Pinn.Solved solved = run(galerkin, 300, Cases.heat());
        assertTrue(
                solved.solution().card().heldOut() < 0.3,
                () -> "held out " + solved.solution().card().heldOut());
        assertTrue(solved.training().notes().stream().anyMatch(n -> n.contains("drawn afresh at every step")));
    }

    /** u_t = D u_xx with D unknown and 40 values of the closed form for D = 0.2. */
    @Test
    void theDiffusivityIsFoundFromMeasurements() {
        Parameter d = Parameter.of("D", 1).positive();
        double[][] at = new double[40][2];
        double[] values = new double[40];
        RandomStream random = RandomStream.of(3, "measurements");
        for (int i = 0; i < at.length; i++) {
            at[i][0] = random.nextDouble();
            at[i][1] = 0.5 * random.nextDouble();
            values[i] = Cases.sineMode(at[i][0], at[i][1]);
        }
        Problem inverse = Problem.over(Cases.X, Cases.T)
                .require(Cases.U.d(Cases.T).equalTo(d.times(Cases.U.d(Cases.X, Cases.X))))
                .require(Cases.U.equalTo(Expr.sin(Cases.X.times(Math.PI))).on(Cases.T.start()))
                .require(Cases.U.equalTo(0).on(Cases.X.ends()))
                .require(Cases.U.equalTo(Expr.measurement()).onData(at, values));
        Solution s = run(Cases.small(), 80, inverse).solution();
        assertEquals(0.2, s.value(d), 1e-3);
    }

    /** a' = b, b' = −a from (0, 1): sine and cosine. The second equation is multiplied by a factor. */
    private static Problem circle(double factor) {
        return Problem.over(TIME)
                .require(A.d(TIME).equalTo(B))
                .require(B.d(TIME).times(factor).equalTo(A.times(-factor)))
                .require(A.equalTo(0).on(TIME.start()))
                .require(B.equalTo(1).on(TIME.start()));
    }

    @Test
    void aSystemOfTwoFieldsIsSolved() {
        Solution s = run(Cases.small(), 60, circle(1)).solution();
        for (double time = 0; time <= 3; time += 0.25) {
            assertEquals(Math.sin(time), s.evaluate(A, time), 1e-4);
            assertEquals(Math.cos(time), s.evaluate(B, time), 1e-4);
        }
    }

    /** Also for the points that are redrawn by the residual, after 20 steps. */
    @Test
    void anEquationTimesAConstantIsTheSameEquation() {
        Recipe adaptive = Cases.small().withPoints(Points.adaptive(2));
        List<History.Entry> a =
                run(adaptive, 25, circle(1)).training().history().entries();
        List<History.Entry> b =
                run(adaptive, 25, circle(1000)).training().history().entries();
        for (int k = 0; k < a.size(); k++) {
            assertEquals(a.get(k).loss(), b.get(k).loss(), 1e-3 * a.get(k).loss());
        }
    }
}
