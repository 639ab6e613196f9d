package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Statements.P;
import static org.pinn4j.pde.Statements.Q;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.V;
import static org.pinn4j.pde.Statements.X;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static List<String> keys(Problem p) {
        return p.findings().stream().map(Finding::key).toList();
    }

    private static Problem heat() {
        return Problem.over(X, T).require(U.d(T).equalTo(U.d(X, X)));
    }

    private static final Condition START = U.equalTo(0).on(T.start());

    @Test
    void completeStatementsHaveNone() {
        assertEquals(List.of(), keys(Statements.burgers()));
        assertEquals(List.of(), keys(Statements.heat()));
        assertEquals(List.of(), keys(Statements.poisson()));
    }

    @Test
    void aStatementWithoutAnyEquationIsBlocked() {
        assertEquals(List.of("missing-equation"), keys(Problem.over(X, T)));
        assertEquals(1, Problem.over(X, T).blockingFindings().size());
    }

    @Test
    void aSlopeJumpAcrossAWrapIsANoteThatStopsNothing() {
        Problem p = Statements.allenCahn();
        assertEquals(List.of("wrap-slope:initial:x"), keys(p));
        assertEquals(List.of(), p.blockingFindings());
        String message = p.findings().get(0).message();
        assertTrue(message.contains("order 1") && message.contains("2 at one end and -2 at the other"), message);
        Problem smooth = heat().require(U.equalTo(Expr.sin(X.times(Math.PI))).on(T.start()))
                .periodicIn(X);
        assertEquals(List.of(), keys(smooth));
    }

    @Test
    void aValueJumpAcrossAWrapStops() {
        Problem p = heat().require(U.equalTo(X).on(T.start())).periodicIn(X);
        assertEquals(List.of("wrap-jump:initial:x"), keys(p));
        assertEquals(1, p.blockingFindings().size());
    }

    @Test
    void missingInitialConditionsAreCountedAgainstTheOrderInTime() {
        Problem p = heat().require(U.equalTo(0).on(X.ends()));
        assertEquals(List.of("missing-initial:u"), keys(p));
        assertTrue(p.findings().get(0).message().contains("u.equalTo(...).on(t.start())"));
        Problem wave = Problem.over(X, T)
                .require(U.d(T, T).equalTo(U.d(X, X)))
                .require(U.equalTo(0).on(X.ends()))
                .require(START);
        assertEquals(List.of("missing-initial:u"), keys(wave));
        assertTrue(wave.findings().get(0).message().contains("u.d(t).equalTo"));
        assertEquals(List.of(), keys(wave.require(U.d(T).equalTo(0).on(T.start()))));
    }

    @Test
    void missingBoundaryConditionsAreCountedOnBothEnds() {
        Problem p = heat().require(START);
        assertEquals(List.of("missing-boundary:u:x"), keys(p));
        assertEquals(
                List.of("missing-boundary:u:x"), keys(p.require(U.equalTo(0).on(X.start()))));
        Problem cauchy =
                p.require(U.equalTo(0).on(X.start())).require(U.d(X).equalTo(0).on(X.start()));
        assertEquals(List.of("missing-boundary:u:x"), keys(cauchy));
        assertTrue(cauchy.findings()
                .get(0)
                .message()
                .contains("needs 1 condition on x = -1 and 1 on x = 1, got 2 and 0; add one on u on x.end()"));
        assertEquals(
                List.of(),
                keys(p.require(U.equalTo(0).on(X.start()))
                        .require(U.dn().equalTo(0).on(X.end()))));
        assertEquals(List.of(), keys(p.periodicIn(X)));
    }

    @Test
    void oddOrdersHaveTheLargerHalfWhereMoreEnters() {
        Problem transport =
                Problem.over(X, T).require(U.d(T).plus(U.d(X)).equalTo(0)).require(START);
        assertEquals(List.of(), keys(transport.require(U.equalTo(0).on(X.start()))));
        Problem outflow = transport.require(U.equalTo(0).on(X.end()));
        assertEquals(List.of("missing-boundary:u:x"), keys(outflow));
        String message = outflow.findings().get(0).message();
        assertTrue(message.contains("needs 1 condition on x = -1 and 0 on x = 1, got 0 and 1"), message);
        assertEquals(
                List.of("surplus-boundary:u:x"),
                keys(transport.require(U.equalTo(0).on(X.ends()))));
        Problem kdv = Problem.over(X, T)
                .require(U.d(T).plus(U.d(X, X, X)).equalTo(0))
                .require(START)
                .require(U.equalTo(0).on(X.ends()));
        assertEquals(List.of("missing-boundary:u:x"), keys(kdv));
        assertEquals(List.of(), keys(kdv.require(U.d(X).equalTo(0).on(X.end()))));
    }

    @Test
    void aWrapStatedByTracesCountsForAllOfAnAxis() {
        Problem value =
                heat().require(START).require(U.equalTo(U.trace(X.end())).on(X.start()));
        assertEquals(List.of("partial-wrap:u:x"), keys(value));
        assertEquals(List.of(), value.blockingFindings());
        assertEquals(
                List.of(),
                keys(value.require(U.d(X).equalTo(U.d(X).trace(X.end())).on(X.start()))));
    }

    @Test
    void dataThatDisagreeAtACornerAreNamedWithTheirValues() {
        Problem p =
                heat().require(U.equalTo(1).on(T.start())).require(U.equalTo(0).on(X.ends()));
        assertEquals(List.of("disagree:initial/boundary"), keys(p));
        String message = p.findings().get(0).message();
        assertTrue(message.contains("t = 0") && message.contains("x = -1") && message.contains("1.0 and 0.0"), message);
        Problem lid = Problem.over(P, Q)
                .require(V.d(P, P).plus(V.d(Q, Q)).equalTo(0))
                .require(V.equalTo(0).on(P.ends()))
                .require(V.equalTo(0).on(Q.start()))
                .require(V.equalTo(1).on(Q.end()));
        assertEquals(List.of("disagree:boundary/boundary3"), keys(lid));
        Problem twice = Statements.burgers().require(U.equalTo(1e-6).on(X.end()));
        assertTrue(keys(twice).contains("disagree:boundary/boundary2"));
    }

    @Test
    void aDatumThatIsNoNumberAtACornerDisagrees() {
        Axis z = Axis.of("z", 0, 1);
        Field w = Field.of("w", z, T);
        Problem p = Problem.over(z, T)
                .require(w.d(T).equalTo(w.d(z, z)))
                .require(w.equalTo(Expr.log(z)).on(T.start()))
                .require(w.equalTo(0).on(z.ends()));
        assertEquals(List.of("disagree:initial/boundary"), keys(p));
    }

    @Test
    void roundOffAtACornerIsNoDisagreement() {
        Expr start = Expr.sin(X.plus(1).times(1e4 * Math.PI)).times(1e-3);
        assertEquals(
                List.of(),
                keys(heat().require(U.equalTo(start).on(T.start()))
                        .require(U.equalTo(0).on(X.ends()))));
    }

    @Test
    void everyFieldNeedsAnEquation() {
        Field w = Field.of("w", X, T);
        Problem p = Statements.burgers().require(w.equalTo(0).on(T.start()));
        assertEquals(List.of("missing-equation:w"), keys(p));
        Field source = Field.of("q", X, T);
        Problem inverse = Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).plus(source)))
                .require(START)
                .require(U.equalTo(0).on(X.ends()));
        assertEquals(List.of("missing-equation"), keys(inverse));
        assertTrue(inverse.findings().get(0).message().contains("2 fields (u, q) but 1 equation in"));
    }

    @Test
    void acknowledgedFindingsAreNoLongerOpen() {
        Problem p = heat().require(START);
        Finding missing = p.findings().get(0);
        Problem whole = p.acknowledge(missing, "the whole line");
        assertEquals(List.of(missing), p.openFindings());
        assertEquals(List.of(missing), whole.findings());
        assertEquals(List.of(), whole.openFindings());
        assertTrue(whole.toString().contains("the whole line"));
        assertFalse(p.toString().contains("the whole line"));
    }

    private static final Field W = Field.of("w", P, Q);

    @Test
    void whatStandsByItsDerivativesAloneIsKnownUpToAConstant() {
        Problem slopes = Problem.over(P, Q)
                .require(W.d(P, P).plus(W.d(Q, Q)).equalTo(0))
                .require(W.dn().equalTo(0).on(Region.boundary()));
        assertEquals(List.of("gauge:w"), keys(slopes));
        assertTrue(slopes.findings()
                .get(0)
                .message()
                .contains("w stands by its derivatives alone and is known up to a constant"));
        assertEquals(List.of(), slopes.blockingFindings());
        assertEquals(List.of(), keys(slopes.require(W.equalTo(2).onData(new double[][] {{0, 0}}, new double[] {0}))));
        Field r = Field.of("r", P, T);
        Problem moving = Problem.over(P, T)
                .require(r.d(P, P).equalTo(T))
                .require(r.d(P).equalTo(0).on(P.start()))
                .require(r.d(P).equalTo(T).on(P.end()));
        assertEquals(List.of("gauge:r"), keys(moving));
        assertTrue(moving.findings()
                .get(0)
                .message()
                .contains("up to a function of t; it is taken to vanish in the middle of x"));
    }

    @Test
    void aFieldWhoseSignChangesHasNoFreeConstant() {
        Problem odd = Problem.over(X)
                .require(Field.of("w", X).d(X, X).equalTo(X))
                .require(Field.of("w", X).d(X).equalTo(0.3).on(X.ends()));
        assertEquals(List.of("gauge:w"), keys(odd));
        assertEquals(List.of(), keys(odd.oddIn(X, 0)));
    }

    @Test
    void anInitialValueProblemOnASpaceAxisIsToldOfTime() {
        Field y = Field.of("y", P);
        Problem p = Problem.over(P)
                .require(y.d(P, P).plus(y.pow(3)).equalTo(Expr.cos(P)))
                .require(y.equalTo(0.7).on(P.start()))
                .require(y.d(P).equalTo(-0.1).on(P.start()));
        assertEquals(List.of("initial-value:x"), keys(p));
        assertEquals(List.of(), p.blockingFindings());
        String message = p.findings().get(0).message();
        assertTrue(
                message.contains("every condition on x stands at x = 0") && message.contains("Axis.time(\"x\", 0, 1)"),
                message);
        Problem heat = Problem.over(P, Q)
                .require(W.d(Q).equalTo(W.d(P, P)))
                .require(W.equalTo(0).on(P.ends()))
                .require(W.equalTo(Expr.sin(P.times(Math.PI))).on(Q.start()));
        assertEquals(List.of("initial-value:y"), keys(heat));
    }

    @Test
    void dataMakeUpForWhatIsMissing() {
        Problem p = heat().require(U.equalTo(Expr.measurement())
                .onData(new double[][] {{0, 0.5}, {0.5, 0.5}}, new double[] {1, 2}));
        assertEquals(List.of("missing-boundary:u:x", "missing-initial:u"), keys(p));
        assertEquals(List.of(), p.blockingFindings());
        assertTrue(p.findings().get(0).message().contains("its data have to make up for it"));
        Field k = Field.of("k", X, T);
        Problem frozen = Problem.over(X, T)
                .require(U.d(T).equalTo(k.times(U.d(X)).d(X)))
                .require(k.d(T).equalTo(0))
                .require(START)
                .require(U.equalTo(0).on(X.ends()))
                .require(U.equalTo(Expr.measurement()).onData(new double[][] {{0, 0.5}, {0.5, 0.5}}, new double[] {1, 2
                }));
        assertEquals(List.of(), frozen.blockingFindings());
    }

    @Test
    void noConditionIsAdvisedOnAPressure() {
        Field p = Field.of("p", P, Q);
        Problem open = Problem.over(P, Q)
                .require(V.d(P, P).plus(V.d(Q, Q)).equalTo(p.d(P)))
                .require(W.d(P, P).plus(W.d(Q, Q)).equalTo(p.d(Q)))
                .require(V.d(P).plus(W.d(Q)).equalTo(0));
        open.findings()
                .forEach(f -> assertFalse(
                        f.message().contains(" on p ") || f.message().contains("or p "), f.message()));
        assertEquals(List.of("missing-boundary:u:x", "missing-boundary:u:y"), keys(open));
    }

    /** Where an integral over all axes would take too long, nothing is said of it, at once. */
    @Test
    void manyAxesAreNotIntegratedOver() {
        Axis[] axes = java.util.stream.IntStream.range(0, 7)
                .mapToObj(k -> Axis.of("x" + k, 0, 1))
                .toArray(Axis[]::new);
        Field w = Field.of("w", axes);
        Expr laplacian = Expr.constant(0);
        for (Axis axis : axes) {
            laplacian = laplacian.plus(w.d(axis, axis));
        }
        Problem p = Problem.over(axes)
                .require(laplacian.equalTo(1))
                .require(w.dn().equalTo(0).on(Region.boundary()));
        assertEquals(List.of("gauge:w"), keys(p));
    }
}
