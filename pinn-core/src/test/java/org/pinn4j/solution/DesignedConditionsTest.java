package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.U;
import static org.pinn4j.solution.Examples.X;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.network.Architecture;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;

/** Every condition of a statement is either met by any network or left to the loss: none is lost, none changes its place. */
class DesignedConditionsTest {
    private static final Field W = Field.of("w", X);

    private static Solution untrained(AnsatzDesign design, Problem problem) {
        Ansatz ansatz = design.build(
                Architecture.parse("mlp(8;tanh)").build(design.features().size(), 1), 1.5);
        return new Solution(problem, ansatz, Examples.theta(ansatz), ModelCard.untrained());
    }

    private static List<String> soft(AnsatzDesign design) {
        return design.softConditions().stream().map(s -> s.condition().name()).toList();
    }

    private static Problem steadyShock(boolean leftFirst) {
        Condition left = W.equalTo(1).on(X.start()).named("left");
        Condition right = W.equalTo(-1).on(X.end()).named("right");
        return Problem.over(X)
                .require(W.times(W.d(X)).equalTo(W.d(X, X).times(0.1)))
                .require(leftFirst ? left : right)
                .require(leftFirst ? right : left);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void valuesOfAnOddFieldStatedEndByEndStandWhereTheyWereStated(boolean leftFirst) {
        Problem problem = steadyShock(leftFirst);
        AnsatzDesign design = AnsatzDesign.of(problem);
        assertFalse(design.folds().isEmpty());
        assertEquals(List.of("pde"), soft(design));
        Solution s = untrained(design, problem);
        assertEquals(1, s.at(-1.0), 1e-15);
        assertEquals(-1, s.at(1.0), 1e-15);
    }

    @Test
    void slopesOfAnEvenFieldStatedEndByEndDoNotContradictEachOther() {
        Problem problem = Problem.over(X)
                .require(W.d(X, X).equalTo(W))
                .require(W.d(X).equalTo(-1).on(X.start()).named("left"))
                .require(W.d(X).equalTo(1).on(X.end()).named("right"));
        AnsatzDesign design = AnsatzDesign.of(problem);
        assertFalse(design.folds().isEmpty());
        assertEquals(List.of("pde", "right"), soft(design));
        assertTrue(String.join("\n", design.notes()).contains("left is met by reflection"));
    }

    /** Up to second order the equation gives u_xx = 0 at the centre; here it is a condition of its own. */
    @Test
    void anOddFieldOfFourthOrderHasNoCurvatureAtItsCentre() {
        Problem beam = Problem.over(X)
                .require(W.d(X, X, X, X).equalTo(Expr.sin(X.times(Math.PI))))
                .require(W.equalTo(0).on(X.ends()))
                .require(W.d(X, X).equalTo(0).on(X.ends()).named("hinge"));
        AnsatzDesign design = AnsatzDesign.of(beam);
        assertFalse(design.folds().isEmpty());
        assertEquals(List.of("pde", "hinge"), soft(design));
        Solution s = untrained(design, beam);
        assertEquals(0, s.at(0.0), 1e-15);
        assertEquals(0, s.at(1.0), 1e-14);
        assertEquals(0, s.evaluate(W.d(X, X), 0.0), 1e-12);
        assertTrue(Math.abs(s.evaluate(W.d(X, X), 0.5)) > 1e-3);
    }

    private static Problem wave(Expr initial) {
        return Problem.over(X, T)
                .require(U.d(T, T).equalTo(U.d(X, X)))
                .require(U.equalTo(initial).on(T.start()).named("value"))
                .require(U.d(T).equalTo(0).on(T.start()).named("speed"));
    }

    @Test
    void anInitialSpeedIsNotLostWhereTheInitialValueIsSoft() {
        Problem kinked = wave(X.pow(2).times(Expr.cos(X.times(Math.PI)))).periodicIn(X);
        assertEquals(List.of("pde", "value", "speed"), soft(AnsatzDesign.of(kinked)));
    }

    /** At the corners the values agree, the speeds do not: 0 of the datum, 1 of the boundary. */
    @Test
    void anInitialSpeedThatDisagreesWithTheBoundaryIsGivenUpBeforeTheValue() {
        Problem driven = wave(Expr.constant(0)).require(U.equalTo(Expr.sin(T)).on(X.ends()));
        AnsatzDesign design = AnsatzDesign.of(driven);
        assertEquals(List.of("pde", "speed"), soft(design));
        Solution s = untrained(design, driven);
        assertEquals(0, s.at(0.3, 0), 1e-15);
        assertEquals(Math.sin(0.7), s.at(-1, 0.7), 1e-14);
    }

    @Test
    void aSlopeInTimeThatTheOrderDoesNotAskForIsSoft() {
        Problem heat = Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X)))
                .require(U.equalTo(Expr.cos(X.times(Math.PI / 2))).on(T.start()))
                .require(U.d(T).equalTo(0).on(T.start()).named("speed"))
                .require(U.equalTo(0).on(X.ends()));
        assertEquals(List.of("pde", "speed"), soft(AnsatzDesign.of(heat)));
    }

    @Test
    void boundaryValuesWithoutDerivativesLeaveTheInitialDataHard() {
        Problem table = wave(Expr.constant(0))
                .require(U.equalTo(Expr.values("h", p -> p[0] * p[0], T)).on(X.ends()));
        AnsatzDesign design = AnsatzDesign.of(table);
        assertEquals(List.of("pde", "boundary", "boundary"), soft(design));
        Solution s = untrained(design, table);
        assertEquals(0, s.at(0.3, 0), 1e-15);
        assertEquals(0, s.evaluate(U.d(T), 0.3, 0), 1e-15);
    }

    @Test
    void aValueOnTheEndOfAPeriodicAxisLeavesThePeriodicityAlone() {
        Problem pinned = Problem.over(X)
                .require(W.d(X, X).equalTo(Expr.sin(X.times(Math.PI).plus(0.3))))
                .require(W.equalTo(2).on(X.start()).named("pin"))
                .periodicIn(X);
        AnsatzDesign design = AnsatzDesign.of(pinned);
        assertEquals(List.of("pde", "pin"), soft(design));
        Solution s = untrained(design, pinned);
        assertEquals(s.at(-1.0), s.at(1.0), 1e-13);
        assertEquals(s.evaluate(W.d(X), -1.0), s.evaluate(W.d(X), 1.0), 1e-12);
    }

    /** For an odd field w(−1) = w(1) says that both vanish: with the upper half alone it would say nothing. */
    @Test
    void aTraceKeepsBothHalvesOfItsAxis() {
        Problem wrap = Problem.over(X)
                .require(W.d(X, X).equalTo(Expr.sin(X.times(Math.PI))))
                .require(W.equalTo(W.trace(X.end())).on(X.start()).named("wrap"));
        AnsatzDesign design = AnsatzDesign.of(wrap);
        assertTrue(design.folds().isEmpty());
        assertEquals(X, design.place().axes().get(0));
        assertEquals(List.of("pde", "wrap", "constant of w"), soft(design));
        assertTrue(String.join("\n", design.notes()).contains("needs both ends"));
    }

    @Test
    void oneWrapStatedFromBothEndsMakesNoPeriodicAxis() {
        Problem once = Problem.over(X)
                .require(W.d(X, X).equalTo(Expr.sin(X.times(Math.PI).plus(0.3))))
                .require(W.equalTo(W.trace(X.end())).on(X.start()));
        assertTrue(Reading.of(once.require(W.equalTo(W.trace(X.start())).on(X.end())))
                .periodic()
                .isEmpty());
        assertEquals(
                List.of(X),
                Reading.of(once.require(W.d(X).equalTo(W.d(X).trace(X.end())).on(X.start())))
                        .periodic());
    }

    /** x(1 − x) stands for its periodic continuation: it is never asked for outside [0, 1]. */
    @Test
    void aFoldOfAPeriodicAxisStaysInsideTheAxis() {
        Axis x = Axis.of("x", 0, 1);
        Field f = Field.of("f", x);
        Problem problem = Problem.over(x)
                .require(f.d(x, x).equalTo(f.minus(x.times(Expr.constant(1).minus(x)))))
                .periodicIn(x)
                .evenIn(x, 1);
        AnsatzDesign design = AnsatzDesign.of(problem);
        Axis half = design.place().axes().get(0);
        assertEquals(0.5, half.length(), 1e-15);
        assertTrue(half.min() >= 0 && half.max() <= 1, half.min() + " to " + half.max());
        Solution s = untrained(design, problem);
        assertEquals(s.at(0.2), s.at(0.8), 1e-14);
    }
}
