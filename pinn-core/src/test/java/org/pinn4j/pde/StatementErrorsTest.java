package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.X;

import org.hipparchus.CalculusFieldElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each error is one line with the equation, the value and the remedy. */
class StatementErrorsTest {
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Problem P = Problem.over(X, T);

    private static void fails(Executable statement, String... parts) {
        String message = assertThrows(IllegalArgumentException.class, statement).getMessage();
        assertEquals(1, message.lines().count(), message);
        for (String part : parts) {
            assertTrue(message.contains(part), message + " lacks " + part);
        }
    }

    @Test
    void foreignAxes() {
        fails(() -> P.require(U.equalTo(Y)), "u = y", "coordinate y in [0.0, 1.0]", "Problem.over");
        fails(() -> P.require(U.equalTo(0).on(Y.start())), "u = 0", "the region is empty", "y in [0.0, 1.0]");
        fails(() -> P.require(U.equalTo(0).on(Axis.of("x", 0, 1).start())), "x in [0.0, 1.0]", "x in [-1.0, 1.0]");
        fails(() -> P.require(Field.of("w", X, Y).equalTo(0)), "field w(x, y)", "y in [0.0, 1.0]");
        fails(() -> P.require(U.equalTo(U.trace(Y.end()))), "trace on", "y in");
        fails(() -> P.periodicIn(T), "periodicIn(t in", "space axis", "(x)");
        fails(() -> P.oddIn(Y, 0), "oddIn(y in", "(x)");
        fails(() -> P.oddIn(X, 3), "3.0", "[-1.0, 1.0]");
        fails(() -> Problem.over(X, Axis.of("x", 0, 3)), "different names");
        fails(() -> Problem.over(T, Axis.time("s", 0, 3)), "more than one time axis");
        fails(() -> Problem.over(), "one or more axes");
    }

    /** References take any order of axes, a network takes the problem's. */
    @Test
    void fieldsOfOtherOrderAreToldWhereANetworkIsMade() {
        Field w = Field.of("w", T, X);
        Problem p = Problem.over(X, T)
                .require(w.d(T).equalTo(w.d(X, X)))
                .require(w.equalTo(0).on(T.start()));
        fails(() -> org.pinn4j.Pinn.standard().explain(p), "field w has axes [t, x]", "[x, t]");
    }

    @Test
    void namesThatReadAsDerivatives() {
        fails(() -> P.require(Field.of("u_xt", X, T).equalTo(U)), "the name 'u_xt' reads as a derivative of u");
        fails(() -> P.require(U.equalTo(Parameter.of("u_x", 1))), "reads as a derivative of u");
        fails(() -> P.require(Field.of("n_x", X, T).equalTo(U)), "reads as a component of the normal");
        fails(() -> Field.of("u_", X), "single underscores between them");
        fails(() -> Field.of("_u", X), "single underscores between them");
        fails(() -> Axis.of("x_1", 0, 1), "letters and digits");
        Problem fine = P.require(Field.of("u_wall", X, T).equalTo(U.times(Parameter.of("k_eff", 1))));
        assertEquals(2, fine.fields().size());
    }

    @Test
    void emptyRegionsAndTheEndOfTime() {
        Field v = Field.of("v", T);
        fails(() -> Problem.over(T).require(v.equalTo(0).on(Region.boundary())), "no space axis", "t.start()");
        fails(() -> P.require(U.equalTo(0).on(T.end())), "u = 0 on t = 1", "t.start()", "asTerminal()");
        fails(() -> P.require(U.equalTo(0).on(T.ends())), "asTerminal()");
        assertEquals(
                "terminal",
                P.require(U.equalTo(0).on(T.end()).asTerminal())
                        .conditions()
                        .get(0)
                        .name());
    }

    @Test
    void numbersThatAreNone() {
        fails(() -> P.require(U.d(T).equalTo(U.d(X, X).times(Double.NaN))), "u_t = NaN·u_xx", "a constant is NaN");
        fails(() -> P.require(U.equalTo(Double.POSITIVE_INFINITY)), "Infinity", "coefficient");
        fails(() -> P.require(U.pow(Double.NaN).equalTo(0)), "NaN");
        fails(() -> U.over(0), "u / 0");
        fails(() -> P.require(U.equalTo(Expr.log(X.minus(2))).on(T.start())), "log(x - 2)", "is NaN at (x, t)");
        fails(() -> P.require(U.equalTo(Expr.values("f", x -> Double.NaN, X))), "f(x) is NaN");
        fails(
                () -> P.require(U.equalTo(Expr.function("g", StatementErrorsTest::second, X))),
                "g(x) fails",
                "ArrayIndex");
    }

    @Test
    void twoFunctionsUnderOneName() {
        Problem p = P.require(U.equalTo(Expr.values("f", x -> x[0], X)).on(T.start()));
        fails(
                () -> P.require(U.equalTo(Expr.values("f", x -> x[0], X)).on(T.start()))
                        .require(U.equalTo(Expr.values("f", x -> 2 * x[0], X)).on(X.ends())),
                "f(x) stands for two functions",
                "rename");
        assertEquals(
                2,
                p.require(U.equalTo(Expr.values("f", x -> x[0], X)).on(X.ends()))
                        .conditions()
                        .size());
    }

    private static <F extends CalculusFieldElement<F>> F second(F[] x) {
        return x[1];
    }

    @Test
    void ordersAboveTheHighestSupported() {
        Expr ninth = U.d(X, X, X, X, X, X).d(X, X, X);
        fails(() -> P.require(ninth.equalTo(0)), "u_xxxxxxxxx has order 9", "up to 8");
        assertEquals(
                1,
                P.require(U.d(X, X, X, X, X, X).d(X, X).equalTo(0)).conditions().size());
    }

    @Test
    void dataPoints() {
        Equation data = U.equalTo(Expr.measurement());
        fails(
                () -> P.require(data.onData(new double[][] {{0, 0.5}, {1.5, 0.5}}, new double[] {1, 2})),
                "data point 1",
                "x = 1.5",
                "[-1.0, 1.0]",
                "drop the point");
        fails(
                () -> P.require(data.onData(new double[][] {{0, 0, 0}}, new double[] {1})),
                "[count × 2]",
                "[1 × 3]",
                "(x, t)");
        fails(() -> data.onData(new double[][] {{0, 0}}, new double[] {Double.NaN}), "data point 0", "NaN");
        fails(() -> data.onData(new double[][] {{0, 0}}, new double[] {1, 2}), "1 points and 2 values");
        fails(() -> data.onData(new double[][] {{0, 0}}, new double[] {1}, 0), "data point 0", "> 0", "got 0.0");
        fails(
                () -> data.onData(new double[][] {{0, 0}, {1, 0}}, new double[] {1, 2}, new double[] {1}),
                "2 points and 1 deviations");
        fails(() -> P.require(data), "data", "onData");
    }

    /** A formula in the place of the measurement is met, and what was measured is not looked at. */
    @Test
    void readingsThatAnEquationDoesNotLookAt() {
        double[][] at = {{0.3, 0.5}, {0.4, 0.5}};
        Equation formula = U.equalTo(Expr.exp(T).times(Parameter.of("s", 2)));
        String says = "no measurement(), so the values given with the points would be ignored; write"
                + " u.equalTo(measurement())";
        fails(() -> P.require(formula.onData(at, new double[] {0, 0.2})), says);
        fails(() -> P.require(formula.onData(at, new double[] {0, 0}, 0.1)), says);
        assertEquals(
                2,
                P.require(formula.onData(at, new double[] {0, 0})) // the equation itself at two points
                        .require(U.d(X).equalTo(Expr.measurement().times(3)).onData(at, new double[] {0, 0.2}, 0.1))
                        .conditions()
                        .size());
    }

    @Test
    void equationsThatSayNothing() {
        String says = "both sides are the same, which is no equation";
        Field v = Field.of("v", X, T);
        Expr k = Parameter.of("k", 0.3);
        fails(() -> P.require(U.equalTo(U)), "u = u on interior", says);
        fails(() -> P.require(U.d(T).equalTo(U.d(T)).on(T.start())), says);
        fails(() -> P.require(U.times(v.plus(X)).equalTo(X.times(U).plus(v.times(U)))), says);
        fails(() -> P.require(k.times(U.dn()).equalTo(U.dn().times(k)).on(X.ends())), says);
        fails(
                () -> P.require(U.plus(Expr.measurement())
                        .equalTo(Expr.measurement().plus(U))
                        .onData(new double[][] {{0, 0}}, new double[] {1})),
                says);
        assertEquals(
                4,
                P.require(U.equalTo(v))
                        .require(U.equalTo(U.trace(X.end())).on(X.start()))
                        .require(U.d(T).equalTo(U.d(T).times(1 + 1e-6).plus(v.d(T).times(1e-6))))
                        .require(U.dn().equalTo(X.times(U)).on(Region.boundary())) // zero at no end, one in the middle
                        .conditions()
                        .size());
    }

    @Test
    void equationsThatSayWhatAnotherOneSays() {
        Problem burgers = Statements.burgers();
        String says = "it repeats 'boundary', which says so already; leave it out";
        fails(() -> burgers.require(U.equalTo(0).on(X.ends()).named("again")), "u = 0 on x = -1, 1", says);
        fails(() -> burgers.require(U.equalTo(0).on(X.end())), says);
        fails(() -> burgers.require(Expr.constant(0).equalTo(U).on(Region.boundary())), says);
        fails(() -> burgers.require(burgers.conditions().get(0).equation()), "it repeats 'pde'");
        Condition reading = U.equalTo(Expr.measurement()).onData(new double[][] {{0, 0.5}}, new double[] {1});
        assertEquals(
                6,
                burgers.require(reading)
                        .require(reading) // taken twice
                        .require(U.equalTo(0).on(T.end()).asTerminal())
                        .conditions()
                        .size());
    }

    /** Each value of a parameter axis is a problem of its own: nothing is differentiated along it, and it has no ends. */
    @Test
    void parameterAxesHaveNeitherSlopesNorEnds() {
        Axis q = Axis.parameter("q", 1, 3);
        Field w = Field.of("w", X, T, q);
        Problem p = Problem.over(X, T, q);
        String says = "each value of q is a problem of its own; make it a space axis, Axis.of(\"q\", ...), if it is a"
                + " direction";
        fails(
                () -> p.require(w.d(T).equalTo(w.d(X, X).plus(w.d(q)))),
                "w_q is a derivative along the parameter axis q",
                says);
        fails(() -> p.require(w.equalTo(0).on(q.end())), "it stands on an end of the parameter axis q", says);
        fails(() -> p.require(w.dn().equalTo(0).on(q.ends())), says);
        fails(() -> p.require(w.equalTo(0).on(q.start().where(X, 0, 0.5))), says);
        fails(
                () -> p.require(w.equalTo(w.trace(q.end()))),
                "w(q = 3) is taken on an end of the parameter axis q",
                says);
        fails(() -> P.require(U.equalTo(0).on(T.end().where(X, 0, 0.5))), "the end of time");
        assertEquals(
                2,
                p.require(w.d(T).equalTo(w.d(X, X).times(q)))
                        .require(w.equalTo(q).on(X.ends().where(q, 1, 2)))
                        .conditions()
                        .size());
    }

    @Test
    void namesAndPlaces() {
        fails(() -> P.require(Expr.constant(0).equalTo(1)), "0 = 1", "no unknown");
        fails(() -> P.require(U.dn().equalTo(0).on(T.start())), "normal derivative", "t = 0");
        fails(() -> P.require(U.dn().equalTo(0)), "normal derivative", "interior");
        fails(() -> P.require(U.equalTo(U.trace(X.end()).trace(X.start()))), "a trace of a trace");
        fails(() -> U.trace(X.ends()), "one end of an axis");
        fails(() -> P.require(Field.of("t", X).equalTo(0)), "'t' stands for two things", "axis t", "field t(x)");
        fails(() -> Statements.burgers().require(Field.of("u", X).equalTo(0)), "field u(x, t) and field u(x)");
        fails(() -> Statements.burgers().require(U.equalTo(1).on(X.end()).named("initial")), "'initial' is taken");
        fails(() -> P.acknowledge("missing-initial:u", " "), "missing-initial:u", "why");
        fails(() -> P.acknowledge("mising-initial:u", "any start"), "mising-initial:u", "missing-initial", "wrap-jump");
        fails(() -> P.acknowledge("missing initial", "any start"), "no finding has such a key");
        fails(() -> Field.of("u__1", X), "u__1", "letters and digits");
        fails(() -> Axis.of("x", 1, Double.NaN), "axis x", "NaN");
    }

    @Test
    void aFieldCannotBeEvenAndOdd() {
        fails(() -> Statements.burgers().oddIn(X, 0).evenIn(X, 0, U).declaredSymmetries(), "even and odd in x");
    }
}
