package org.pinn4j.validation.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.validation.discrete.Discretization;

/** A wrap written by hand is periodic to the form of the solution, to the reference and to the bound, or to none of them. */
class WrapsTest {
    private static final Axis X = Axis.of("x", -0.5, 1.5);
    private static final Axis T = Axis.time("t", 0, 0.7);
    private static final Field U = Field.of("u", X, T);

    private static Problem open() {
        return Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).times(0.2).minus(U.d(X))))
                .require(U.equalTo(Expr.sin(X.times(Math.PI)).plus(0.3)).on(T.start()));
    }

    private static Problem wrapped() {
        return open().require(U.equalTo(U.trace(X.end())).on(X.start()))
                .require(U.d(X).trace(X.start()).equalTo(U.d(X)).on(X.end()));
    }

    @Test
    void threeReadersAgreeOnWraps() {
        AnsatzDesign declared = AnsatzDesign.of(open().periodicIn(X));
        AnsatzDesign stated = AnsatzDesign.of(wrapped());
        assertEquals(declared.features(), stated.features());
        assertTrue(new ScalarForm(wrapped()).periodic(0));
        assertTrue(Discretization.of(wrapped()).periodic(X));
    }

    @Test
    void andOnAWrapTooFew() {
        Problem value = open().require(U.equalTo(U.trace(X.end())).on(X.start()));
        assertFalse(AnsatzDesign.of(value)
                .features()
                .equals(AnsatzDesign.of(open().periodicIn(X)).features()));
        assertThrows(NoBoundException.class, () -> new ScalarForm(value));
        assertTrue(Discretization.refusal(value).orElseThrow().contains("1 wrap; state periodicIn(x)"));
    }
}
