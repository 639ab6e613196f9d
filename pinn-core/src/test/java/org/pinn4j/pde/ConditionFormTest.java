package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.pinn4j.pde.ConditionForm.Kind.FIRST_TIME_DERIVATIVE;
import static org.pinn4j.pde.ConditionForm.Kind.NEUMANN;
import static org.pinn4j.pde.ConditionForm.Kind.OTHER;
import static org.pinn4j.pde.ConditionForm.Kind.ROBIN;
import static org.pinn4j.pde.ConditionForm.Kind.VALUE;
import static org.pinn4j.pde.ConditionForm.Kind.WRAP;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.V;
import static org.pinn4j.pde.Statements.X;

import org.junit.jupiter.api.Test;

class ConditionFormTest {
    private static final Expr G = Expr.sin(X);

    private static void is(ConditionForm.Kind kind, Expr datum, Condition c) {
        ConditionForm form = ConditionForm.of(c);
        assertEquals(kind, form.kind(), c.toString());
        assertEquals(datum, form.datum(), c.toString());
    }

    private static void other(Condition c) {
        assertEquals(OTHER, ConditionForm.of(c).kind(), c.toString());
    }

    @Test
    void aValueIsRecognisedHoweverItIsWritten() {
        is(VALUE, G, U.equalTo(G).on(T.start()));
        is(VALUE, G, U.minus(G).equalTo(0).on(T.start()));
        is(VALUE, G, U.times(-2).equalTo(G.times(-2)).on(X.ends()));
        is(VALUE, G, G.minus(U).times(3).equalTo(0).on(Region.boundary()));
        is(VALUE, Expr.constant(0), U.equalTo(0).on(X.start()));
    }

    @Test
    void derivativesAcrossAFaceAreNeumannOrTheInitialVelocity() {
        is(FIRST_TIME_DERIVATIVE, G, U.d(T).equalTo(G).on(T.start()));
        is(NEUMANN, Expr.constant(2), U.d(X).equalTo(2).on(X.ends()));
        is(NEUMANN, Expr.constant(2), U.dn().equalTo(2).on(X.end()));
        is(NEUMANN, Expr.constant(-2), U.dn().equalTo(2).on(X.start()));
        is(NEUMANN, Expr.constant(0), V.dn().equalTo(0).on(Region.boundary()));
        is(ROBIN, Expr.constant(1), U.dn().plus(U.times(3)).equalTo(1).on(X.end()));
    }

    @Test
    void aWrapEquatesAStateWithItsOwnTrace() {
        is(WRAP, Expr.constant(0), U.equalTo(U.trace(X.end())).on(X.start()));
        is(WRAP, Expr.constant(0), U.d(X).trace(X.start()).equalTo(U.d(X)).on(X.end()));
        other(U.equalTo(U.trace(X.end()).times(2)).on(X.start()));
        other(U.equalTo(U.trace(X.start())).on(X.start()));
    }

    @Test
    void whatFixesNothingByItselfIsOther() {
        Parameter k = Parameter.of("k", 1);
        other(U.pow(2).equalTo(1).on(X.start()));
        other(U.equalTo(k).on(X.start()));
        other(U.times(X.plus(2)).equalTo(1).on(T.start()));
        other(U.d(T).equalTo(0).on(X.start()));
        other(V.d(Statements.P).equalTo(0).on(Region.boundary()));
        other(U.plus(Field.of("w", X, T)).equalTo(0).on(X.start()));
        other(U.equalTo(0).on(Region.interior()));
        other(U.equalTo(Expr.measurement()).onData(new double[][] {{0, 0}}, new double[] {1}));
        Condition c = U.pow(2).equalTo(1).on(X.start());
        assertThrows(IllegalStateException.class, () -> ConditionForm.of(c).datum());
    }
}
