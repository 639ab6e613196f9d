package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.pde.Statements.P;
import static org.pinn4j.pde.Statements.Q;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.V;
import static org.pinn4j.pde.Statements.X;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SymmetriesTest {
    private static final Field W = Field.of("w", X, T);

    private static Problem wave(Expr start) {
        return Problem.over(X, T)
                .require(U.d(T, T).equalTo(U.d(X, X)))
                .require(U.equalTo(start).on(T.start()))
                .require(U.d(T).equalTo(0).on(T.start()));
    }

    @Test
    void burgersFromASineIsOdd() {
        assertEquals(List.of(new Symmetry(X, 0, Map.of(U, -1))), Symmetries.of(Statements.burgers()));
        assertEquals(
                "u is odd in x about 0",
                Symmetries.of(Statements.burgers()).get(0).toString());
    }

    @Test
    void theSameStatementInOtherUnitsHasTheSameSymmetry() {
        Axis x = Axis.of("x", 4, 10);
        Axis t = Axis.time("t", 0, 2);
        Field u = Field.of("speed", x, t);
        Problem p = Problem.over(x, t)
                .require(u.d(t).minus(u.times(u.d(x)).times(0.3))
                        .equalTo(u.d(x, x).times(9 * 0.005 / Math.PI)))
                .require(u.equalTo(sin(x.minus(7).times(Math.PI).over(3)).times(5))
                        .on(t.start()))
                .require(u.equalTo(0).on(x.ends()));
        assertEquals(List.of(new Symmetry(x, 7, Map.of(u, -1))), Symmetries.of(p));
    }

    @Test
    void allenCahnIsEvenAndHeatIsEvenAboutTheMiddle() {
        assertEquals(List.of(new Symmetry(X, 0, Map.of(U, 1))), Symmetries.of(Statements.allenCahn()));
        Symmetry heat = Symmetries.of(Statements.heat()).get(0);
        assertEquals(0.5, heat.centre());
        assertTrue(heat.even(Field.of("u", P, T)));
    }

    @Test
    void poissonIsEvenInBothAxes() {
        assertEquals(
                List.of(new Symmetry(P, 0.5, Map.of(V, 1)), new Symmetry(Q, 0.5, Map.of(V, 1))),
                Symmetries.of(Statements.poisson()));
    }

    @Test
    void oneTermThatBreaksTheSymmetryIsSeenHoweverSmall() {
        Expr start = cos(X.times(Math.PI));
        assertEquals(
                1,
                Symmetries.of(wave(start).require(U.d(X).equalTo(0).on(X.ends())))
                        .size());
        Problem drifting = wave(start).require(U.d(T, T).equalTo(U.d(X, X).plus(U.d(X).times(1e-8))));
        assertEquals(List.of(), Symmetries.of(drifting));
        assertEquals(List.of(), Symmetries.of(wave(start.plus(X.times(1e-6)))));
        assertEquals(List.of(), Symmetries.of(wave(start).require(U.equalTo(0).on(X.start()))));
    }

    @Test
    void outwardNormalsFlipWithTheirFace() {
        Problem inward = wave(cos(X)).require(U.dn().equalTo(1).on(X.ends()));
        assertEquals(List.of(new Symmetry(X, 0, Map.of(U, 1))), Symmetries.of(inward));
        Problem through = wave(cos(X)).require(U.d(X).equalTo(1).on(X.ends()));
        assertEquals(List.of(), Symmetries.of(through));
        Problem odd = wave(sin(X)).require(U.d(X).equalTo(1).on(X.ends()));
        assertEquals(List.of(new Symmetry(X, 0, Map.of(U, -1))), Symmetries.of(odd));
    }

    @Test
    void aWrapIsReadFromEitherEnd() {
        Problem p = wave(sin(X.times(Math.PI)))
                .require(U.equalTo(U.trace(X.end())).on(X.start()))
                .require(U.d(X).equalTo(U.d(X).trace(X.end())).on(X.start()));
        assertEquals(List.of(new Symmetry(X, 0, Map.of(U, -1))), Symmetries.of(p));
        Problem shifted = p.require(U.equalTo(U.d(X).trace(X.end())).on(X.start()));
        assertEquals(List.of(), Symmetries.of(shifted));
    }

    @Test
    void aSystemGetsTheSignsThatFitItsData() {
        Problem p = Problem.over(X, T)
                .require(U.d(T).equalTo(W.d(X)))
                .require(W.d(T).equalTo(U.d(X)))
                .require(U.equalTo(cos(X)).on(T.start()))
                .require(W.equalTo(0).on(T.start()));
        assertEquals(List.of(new Symmetry(X, 0, Map.of(U, 1, W, -1))), Symmetries.of(p));
    }

    @Test
    void noneIsDerivedFromDataOrFromValuesAlone() {
        Problem even = wave(cos(X));
        assertEquals(1, Symmetries.of(even).size());
        Equation data = U.equalTo(Expr.measurement());
        assertEquals(List.of(), Symmetries.of(even.require(data.onData(new double[][] {{0, 0}}, new double[] {1}))));
        assertEquals(List.of(), Symmetries.of(wave(Expr.values("f", x -> x[0] * x[0], X))));
    }

    @Test
    void aDeclaredSymmetryThatDoesNotHoldNamesTheEquation() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Symmetries.of(Statements.burgers().evenIn(X, 0)))
                .getMessage();
        assertTrue(message.contains("u_t + u·u_x") && message.contains("'pde'") && message.contains("even"), message);
        String centre = assertThrows(
                        IllegalArgumentException.class,
                        () -> Symmetries.of(Statements.burgers().oddIn(X, 0.5)))
                .getMessage();
        assertTrue(centre.contains("0.5") && centre.contains("periodicIn"), centre);
        assertEquals(1, Symmetries.of(Statements.burgers().oddIn(X, 0)).size());
    }

    @Test
    void aPeriodicAxisMayBeReflectedAboutAnyPoint() {
        Problem p = wave(sin(X.times(Math.PI))).periodicIn(X);
        assertEquals(1, Symmetries.of(p.evenIn(X, 0.5)).size());
        assertEquals(1, Symmetries.of(p.oddIn(X, 1)).size());
        assertThrows(IllegalArgumentException.class, () -> Symmetries.of(p.evenIn(X, 0.25)));
    }
}
