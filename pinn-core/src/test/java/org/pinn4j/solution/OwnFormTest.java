package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.U;
import static org.pinn4j.solution.Examples.X;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Features;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Problem;

/** Inputs and forms of the user's choice: what breaks the design is refused, what misses a condition leaves it to the loss. */
class OwnFormTest {
    private static final Expr BUBBLE = Expr.constant(1).minus(X.pow(2));

    private static Problem heat(Expr initial) {
        return Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X)))
                .require(U.equalTo(initial).on(T.start()));
    }

    private static Problem odd() {
        return heat(Expr.sin(X.times(Math.PI))).require(U.equalTo(0).on(X.ends()));
    }

    private static Problem even() {
        return heat(Expr.cos(X.times(Math.PI / 2))).require(U.equalTo(0).on(X.ends()));
    }

    private static List<String> soft(AnsatzDesign design) {
        return design.softConditions().stream().map(s -> s.condition().name()).toList();
    }

    private static AnsatzDesign formed(Problem problem, Expr base, Expr factor) {
        return AnsatzDesign.of(problem).with(U, base, factor, "own form");
    }

    private static void assertRefused(String part, org.junit.jupiter.api.function.Executable run) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, run);
        assertTrue(e.getMessage().contains(part), e::getMessage);
    }

    @Test
    void aFormThatMeetsEveryConditionLeavesTheEquationAlone() {
        assertEquals(
                List.of("pde"),
                soft(formed(odd(), Expr.sin(X.times(Math.PI)), T.times(X).times(BUBBLE))));
        assertEquals(List.of("pde"), soft(formed(even(), Expr.cos(X.times(Math.PI / 2)), T.times(BUBBLE))));
    }

    @Test
    void aFactorThatDoesNotVanishAtTheCentreOfAnOddFieldIsRefused() {
        assertRefused("x = 0", () -> formed(odd(), Expr.sin(X.times(Math.PI)), T.times(BUBBLE)));
        assertRefused(
                "x = 0", () -> formed(odd(), Expr.constant(0.5), T.times(X).times(BUBBLE)));
    }

    @Test
    void aFactorWithASlopeAtTheCentreOfAnEvenFieldIsRefused() {
        assertRefused(
                "order 1",
                () -> formed(
                        even(), Expr.cos(X.times(Math.PI / 2)), T.times(BUBBLE).times(X.plus(2))));
    }

    @Test
    void aFactorThatIsNotPeriodicIsRefused() {
        Problem turning = heat(Expr.exp(Expr.sin(X.times(Math.PI).plus(0.3)))).periodicIn(X);
        assertRefused("wrap in x", () -> formed(turning, Expr.constant(0), X.plus(2)));
        assertEquals(List.of("pde", "initial"), soft(formed(turning, Expr.constant(0), Expr.constant(1))));
    }

    @Test
    void aConditionThatTheFormMissesStaysInTheLoss() {
        Problem lopsided = heat(X.plus(1).times(BUBBLE)).require(U.equalTo(0).on(X.ends()));
        AnsatzDesign noFaces = formed(lopsided, X.plus(1).times(BUBBLE), T);
        assertEquals(List.of("pde", "boundary", "boundary"), soft(noFaces));
        AnsatzDesign wrongDatum = formed(lopsided, Expr.constant(0), T.times(BUBBLE));
        assertEquals(List.of("pde", "initial"), soft(wrongDatum));
        assertTrue(String.join("\n", wrongDatum.notes()).contains("misses it"));
    }

    @Test
    void anInitialSpeedThatTheFormMissesStaysInTheLoss() {
        Problem wave = Problem.over(X, T)
                .require(U.d(T, T).equalTo(U.d(X, X)))
                .require(U.equalTo(X.plus(1).times(BUBBLE)).on(T.start()).named("value"))
                .require(U.d(T).equalTo(0).on(T.start()).named("speed"))
                .require(U.equalTo(0).on(X.ends()));
        assertEquals(List.of("pde"), soft(AnsatzDesign.of(wave)));
        Expr value = X.plus(1).times(BUBBLE);
        assertEquals(List.of("pde", "speed"), soft(formed(wave, value, T.times(BUBBLE))));
        assertEquals(List.of("pde"), soft(formed(wave, value, T.pow(2).times(BUBBLE))));
    }

    /** With it the network could have any slope at the centre, where nothing else fixes one. */
    @Test
    void anInputOfAnEvenFieldHasToBeEven() {
        Expr layer = Features.layer(X, 0.5, 0.1, -1, 1);
        Expr image = Features.layer(X, -0.5, 0.1, -1, 1).negate();
        assertRefused("breaks the symmetry", () -> AnsatzDesign.of(even(), List.of(layer)));
        assertTrue(
                AnsatzDesign.of(even(), List.of(layer.plus(image))).features().size() > 2);
        assertTrue(AnsatzDesign.of(odd(), List.of(layer)).features().contains(layer));
    }

    @Test
    void anInputOnAPeriodicAxisHasToBePeriodic() {
        Problem turning = heat(Expr.exp(Expr.sin(X.times(Math.PI).plus(0.3)))).periodicIn(X);
        assertRefused("wrap in x", () -> AnsatzDesign.of(turning, List.of(Features.layer(X, 0.5, 0.1, -1, 1))));
        Expr phase = Expr.cos(X.times(2 * Math.PI));
        assertTrue(AnsatzDesign.of(turning, List.of(phase)).features().contains(phase));
    }
}
