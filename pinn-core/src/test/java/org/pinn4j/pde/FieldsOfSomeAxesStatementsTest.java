package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pinn4j.domain.Disk;
import org.pinn4j.pde.text.ProblemText;

/** Statements with fields that have some of the problem's axes: what is counted, and what is refused. */
class FieldsOfSomeAxesStatementsTest {
    private static final Axis X = Axis.of("x", 0, 2);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Axis T = Axis.time("t", 0, 3);
    private static final Field U = Field.of("u", X, T);
    private static final Field S = Field.of("s", X);
    private static final Problem HEATED = Problem.over(X, T)
            .require(U.d(T).equalTo(U.d(X, X).plus(S)))
            .require(S.d(X, X).equalTo(Expr.sin(X)))
            .require(U.equalTo(0).on(T.start()))
            .require(U.equalTo(0).on(X.ends()));

    private static void fails(Supplier<?> statement, String... parts) {
        String message =
                assertThrows(IllegalArgumentException.class, statement::get).getMessage();
        Stream.of(parts).forEach(part -> assertTrue(message.contains(part), () -> message + " lacks " + part));
    }

    private static List<String> keys(Problem problem) {
        return problem.findings().stream().map(Finding::key).toList();
    }

    /** Conditions are counted along the axes that a field has: s needs two in x and none in t. */
    @Test
    void conditionsAreCountedAlongItsAxes() {
        assertEquals(List.of("missing-boundary:s:x"), keys(HEATED));
        assertEquals(
                List.of("missing-boundary:s:x"),
                keys(HEATED.require(S.equalTo(1).on(X.start()))));
        assertEquals(List.of(), keys(HEATED.require(S.equalTo(1).on(X.ends()))));
    }

    @Test
    void aConditionOnAnEndOfAnAxisThatItLacks() {
        Field k = Field.of("k", Y);
        fails(
                () -> HEATED.require(S.equalTo(0).on(T.start())),
                "s = 0 on t = 0: it stands on an end of t, and s has the axes (x)",
                "state it on an end of those, or inside");
        Problem plate = Problem.over(X, Y);
        fails(
                () -> plate.require(k.equalTo(0).on(Region.boundary())),
                "on which x varies, and k has the axes (y); state it on y.ends()");
        Problem disk = Problem.over(Disk.of(Axis.of("a"), Axis.of("b"), 0, 0, 1));
        Field onDisk = Field.of("k", disk.axes().get(0));
        fails(() -> disk.require(onDisk.equalTo(0).on(Region.boundary())), "on which b varies", "state it inside");
    }

    @Test
    void anEquationThatVariesAlongAnAxisThatItLacks() {
        fails(
                () -> HEATED.require(S.equalTo(T).on(X.start())),
                "it varies along t, and s has the axes (x); declare the field over t too");
        fails(() -> Problem.over(X, T).require(S.d(X).equalTo(Expr.sin(X.minus(T)))), "it varies along t");
        assertEquals(
                1,
                Problem.over(X, T)
                        .require(U.equalTo(S.times(T.plus(1))).on(T.start()))
                        .conditions()
                        .size());
        Field flux = Field.of("q", T);
        assertEquals(
                2,
                Problem.over(X, T)
                        .require(U.dn().equalTo(flux.times(X)).on(X.start()))
                        .fields()
                        .size());
    }

    /** In a product it is constant along other axes; asked for alone, its derivative there is a slip. */
    @Test
    void derivativesAlongAnAxisThatItLacks() {
        fails(() -> S.d(T), "field s has axes (x), no axis t");
        fails(() -> S.times(X).plus(Expr.exp(S)).d(T), "none of its fields (s) has the axis t");
        assertEquals(S.times(U.d(T)), S.times(U).d(T));
        assertEquals(U.d(T), U.plus(S.pow(2)).plus(Expr.exp(S)).d(T));
        assertEquals(
                Expr.exp(S.times(U)).times(S).times(U.d(T)),
                Expr.exp(S.times(U)).d(T));
        assertEquals(S.d(X).times(U).plus(S.times(U.d(X))), S.times(U).d(X));
    }

    /** What does not vary along an axis has nothing to continue there, and is even about every centre. */
    @Test
    void periodicAxesAndSymmetriesOfTheOthers() {
        Axis ring = Axis.of("x", 0, 2);
        Field q = Field.of("q", T);
        Field v = Field.of("v", ring, T);
        Problem forced = Problem.over(ring, T)
                .require(v.d(T).plus(v.d(ring, ring, ring)).equalTo(q))
                .require(q.d(T).equalTo(q.negate()))
                .require(q.equalTo(1).on(T.start()))
                .require(v.equalTo(0).on(T.start()));
        Problem wrapped = forced;
        for (Expr e : List.of(v, v.d(ring), v.d(ring, ring))) {
            wrapped = wrapped.require(e.equalTo(e.trace(ring.end())).on(ring.start()));
        }
        assertEquals(List.of(ring), Reading.of(wrapped).periodic());
        assertEquals(List.of(), wrapped.blockingFindings());
        List<Symmetry> found = Symmetries.of(HEATED.require(S.equalTo(1).on(X.ends())));
        assertEquals(List.of(), found); // sin is neither even nor odd about the middle of [0, 2]
        Problem even = Problem.over(ring, T)
                .require(v.d(T).equalTo(v.d(ring, ring).plus(q)))
                .require(q.d(T).equalTo(q.negate()))
                .require(q.equalTo(1).on(T.start()))
                .require(v.equalTo(0).on(T.start()))
                .require(v.equalTo(0).on(ring.ends()));
        assertTrue(Symmetries.of(even).get(0).even(q));
    }

    /** The derivatives of an equation along an axis that none of its fields has say nothing. */
    @Test
    void moreEquationsThanFields() {
        Problem complete = HEATED.require(S.equalTo(0).on(X.ends()));
        assertEquals(
                List.of("contradicting-equations"),
                keys(complete.require(S.d(X, X).equalTo(X))));
        assertEquals(List.of(), keys(complete.require(S.d(X, X, X).equalTo(Expr.cos(X)))));
    }

    @Test
    void anAxisThatNoFieldHas() {
        Problem problem = Problem.over(X, T)
                .require(S.d(X, X).equalTo(1))
                .require(S.equalTo(0).on(X.ends()));
        assertEquals(List.of("unused-axis:t"), keys(problem));
    }

    @Test
    void otherUnits() {
        Axis wide = Axis.of("x", 0, 2000);
        Problem there = HEATED.rescaled(Map.of(X, wide), Map.of(), Map.of(S, 5.0));
        assertEquals(List.of(wide), there.fields().get(1).axes());
        assertEquals(HEATED.conditions().size(), there.conditions().size());
        assertEquals(List.of("missing-boundary:s:x"), keys(there));
    }

    @Test
    void theTextKeepsTheAxes() {
        Problem problem = HEATED.require(S.equalTo(1).on(X.ends()));
        Problem read = ProblemText.parse(ProblemText.write(problem), Map.of());
        assertEquals(problem, read);
        assertEquals(List.of(X), read.fields().get(1).axes());
    }
}
