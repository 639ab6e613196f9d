package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import org.junit.jupiter.api.Test;

/** More equations than fields: what follows from the others passes, what contradicts them is stopped, the rest is told. */
class CompatibilityTest {
    private static final Axis X = Axis.of("x", 0, 2);
    private static final Axis Y = Axis.of("y", -1, 0.5);
    private static final Axis T = Axis.time("t", 0, 3);
    private static final Field A = Field.of("a", X, Y);
    private static final Field B = Field.of("b", X, Y);

    private static List<Finding> ofEquations(Problem p) {
        return p.findings().stream()
                .filter(f -> f.key().endsWith("equations") || f.key().endsWith("surplus-equation"))
                .toList();
    }

    private static void passes(Problem p) {
        assertEquals(List.of(), ofEquations(p), p::toString);
    }

    private static Finding only(Problem p) {
        List<Finding> found = ofEquations(p);
        assertEquals(1, found.size(), () -> p + "\n" + found);
        return found.get(0);
    }

    private static void contradicts(Problem p, String says) {
        Finding f = only(p);
        assertTrue(f.blocking() && f.message().contains(says), f.toString());
    }

    private static Problem over(Axis... axes) {
        return Problem.over(axes);
    }

    @Test
    void aConstraintThatTheOthersKeepPasses() {
        Field e = Field.of("e", X, Y, T);
        Field p = Field.of("p", X, Y, T);
        Field q = Field.of("q", X, Y, T);
        Problem maxwell = over(X, Y, T)
                .require(e.d(T).equalTo(q.d(X).minus(p.d(Y))))
                .require(p.d(T).equalTo(e.d(Y).negate()))
                .require(q.d(T).equalTo(e.d(X)));
        passes(maxwell.require(p.d(X).plus(q.d(Y)).equalTo(0)));
        passes(maxwell.require(p.d(X).plus(q.d(Y)).equalTo(sin(X.times(Y)))));
        contradicts(
                maxwell.require(p.d(X).plus(q.d(Y)).equalTo(sin(T))), "4 equations for 3 fields (e, q, p) contradict");
    }

    @Test
    void aGradientIsWithoutCurl() {
        Problem potential = over(X, Y)
                .require(A.d(X).equalTo(X.times(Y)))
                .require(A.d(Y).equalTo(X.pow(2).times(0.5)));
        passes(potential);
        contradicts(
                over(X, Y).require(A.d(X).equalTo(X.times(Y))).require(A.d(Y).equalTo(X.pow(2))),
                "2 equations for 1 field (a) contradict each other");
        Expr k = exp(X).plus(3);
        passes(over(X, Y)
                .require(k.times(A.d(X)).equalTo(B.times(k)))
                .require(A.d(Y).equalTo(cos(Y)))
                .require(B.d(Y).equalTo(0)));
        contradicts(
                over(X, Y)
                        .require(k.times(A.d(X)).equalTo(B.times(k)))
                        .require(A.d(Y).equalTo(cos(Y)))
                        .require(B.d(Y).equalTo(X)),
                "correct or leave out 'pde' or 'pde2' or 'pde3'");
    }

    @Test
    void theOneThatContradictsIsNamed() {
        Field u = Field.of("u", X);
        Problem string =
                over(X).require(u.d(X, X).equalTo(-1.7)).require(u.equalTo(0).on(X.ends()));
        contradicts(string.require(u.d(X).equalTo(0).on(Region.interior()).named("flat")), "leave out 'pde' or 'flat'");
        contradicts(
                string.require(u.d(X, X, X).equalTo(0))
                        .require(u.d(X, X).equalTo(2).on(Region.interior()).named("odd")),
                "leave out 'pde' or 'odd'");
        passes(string.require(u.d(X, X, X).equalTo(0)));
    }

    /** Steady flow and the equation of its pressure, which is the divergence of the others. */
    @Test
    void aPressureEquationBesideTheFlowPasses() {
        Field p = Field.of("p", X, Y);
        Problem stokes = over(X, Y)
                .require(A.d(X, X).plus(A.d(Y, Y)).times(0.3).equalTo(p.d(X).plus(sin(Y))))
                .require(B.d(X, X).plus(B.d(Y, Y)).times(0.3).equalTo(p.d(Y)))
                .require(A.d(X).plus(B.d(Y)).equalTo(0));
        passes(stokes.require(p.d(X, X).plus(p.d(Y, Y)).equalTo(0)));
        contradicts(stokes.require(p.d(X, X).plus(p.d(Y, Y)).equalTo(0.5)), "contradict each other");
    }

    @Test
    void ofWhatIsNotLinearOnlyTheNumberIsTold() {
        Problem p = over(X, Y).require(A.times(A.d(X)).equalTo(1)).require(A.d(Y).equalTo(0));
        Finding f = only(p);
        assertEquals(Finding.Severity.NOTE, f.severity());
        assertTrue(f.message().startsWith("2 equations for 1 field (a); a solution exists only if"), f.message());
        Expr values = Expr.values("k", c -> 1 + c[0], X);
        assertEquals(
                Finding.Severity.NOTE,
                only(over(X, Y).require(A.d(X).equalTo(values)).require(A.d(Y).equalTo(0)))
                        .severity());
    }

    @Test
    void anEquationForAnUnknownCoefficientIsNotTooMany() {
        Parameter k = Parameter.of("k", 1);
        passes(over(X, Y).require(A.d(X).equalTo(k)).require(A.d(Y).equalTo(2)));
    }
}
