package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvolutionTest {
    private static final Axis X = Axis.of("x", 0, 3);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Field V = Field.of("v", X, T);

    private static Problem ring(Equation... equations) {
        Problem p = Problem.over(X, T).periodicIn(X);
        for (Equation e : equations) {
            p = p.require(e);
        }
        return p;
    }

    private static Problem started(Equation e) {
        return ring(e).require(U.equalTo(0.5).on(T.start()));
    }

    @Test
    void anEquationIsTakenApart() {
        Problem p = started(U.d(T).times(2)
                .plus(U.times(U.d(X)).times(3))
                .equalTo(U.d(X, X).minus(U).times(0.5).plus(X.times(T)).plus(X.times(U.d(X)))));
        Evolution e = Evolution.of(p).orElseThrow();
        assertArrayEquals(new double[] {2}, e.mass()[0]);
        assertEquals(
                List.of(new Evolution.Term(0, 0, List.of(2), -0.5), new Evolution.Term(0, 0, List.of(0), 0.5)),
                e.linear());
        Evaluation at = Evaluation.at(p.axes(), 2, 0.25).withStates((field, orders) -> orders.get(0) == 1 ? 7 : 5);
        assertEquals(3 * 5 * 7 - 2 * 0.25 - 2 * 7, at.evaluate(e.remainder().get(0)), 1e-12);
    }

    /** Derivatives couple waves, values alone do not need to. */
    @Test
    void ratesAndDerivativesMayBeMixed() {
        Problem p = ring(
                        U.d(T).plus(V.d(T)).equalTo(V.d(X, X).plus(V)),
                        U.d(T).minus(V.d(T)).equalTo(U.d(X)))
                .require(U.equalTo(1).on(T.start()).named("u"))
                .require(V.equalTo(1).on(T.start()).named("v"));
        Evolution e = Evolution.of(p).orElseThrow();
        assertArrayEquals(new double[] {1, -1}, e.mass()[1]);
        assertEquals(
                List.of(new Evolution.Term(0, 1, List.of(2), -1), new Evolution.Term(1, 0, List.of(1), -1)),
                e.linear());
    }

    static Stream<Problem> others() {
        Parameter k = Parameter.of("k", 1);
        Equation heat = U.d(T).equalTo(U.d(X, X));
        Field w = Field.of("w", T);
        return Stream.of(
                started(U.d(T, T).equalTo(U.d(X, X)))
                        .require(U.d(T).equalTo(0).on(T.start()))
                        .named("second order in time"),
                started(U.d(T).times(U).equalTo(U.d(X, X))).named("rate with a field"),
                started(U.d(T).times(X.plus(1)).equalTo(U.d(X, X))).named("rate with a coefficient"),
                started(U.d(T).plus(U.d(T, X)).equalTo(U.d(X, X))).named("mixed derivative"),
                started(U.d(T).equalTo(U.d(X, X).times(k))).named("parameter"),
                started(U.d(T).equalTo(U.times(2))).named("nothing along the ring"),
                started(heat)
                        .require(U.equalTo(Expr.measurement()).onData(new double[][] {{1, 1}}, new double[] {1}))
                        .named("readings"),
                ring(heat).named("no start"),
                started(heat)
                        .require(U.d(X).equalTo(0).on(T.end()).asTerminal())
                        .named("an end"),
                Problem.over(X, T)
                        .require(heat)
                        .require(U.equalTo(0).on(T.start()))
                        .require(U.equalTo(0).on(X.ends()))
                        .named("ends"),
                ring(U.d(T).plus(V.d(T)).equalTo(U.d(X, X)), U.d(T).plus(V.d(T)).equalTo(V.d(X, X)))
                        .require(U.equalTo(1).on(T.start()).named("u"))
                        .require(V.equalTo(1).on(T.start()).named("v"))
                        .named("one rate for two fields"),
                ring(heat, w.d(T).equalTo(1))
                        .require(U.equalTo(1).on(T.start()).named("u"))
                        .require(w.equalTo(1).on(T.start()).named("w"))
                        .named("a field of time alone"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherStatementsAreNone(Problem p) {
        assertTrue(Evolution.of(p).isEmpty(), p.name());
    }
}
