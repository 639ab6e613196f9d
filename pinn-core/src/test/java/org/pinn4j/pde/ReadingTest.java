package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.X;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static Condition wrap(Expr e) {
        return e.equalTo(new Trace(e, X.end())).on(X.start());
    }

    private static Problem heat() {
        return Problem.over(X, T)
                .require(U.d(T).equalTo(U.d(X, X).times(0.3)))
                .require(U.equalTo(0.4).on(T.start()));
    }

    @Test
    void anAxisIsPeriodicByDeclarationOrByEveryWrapBelowTheOrder() {
        assertEquals(List.of(), Reading.of(heat().require(wrap(U))).periodic());
        assertEquals(List.of(), Reading.of(heat().require(wrap(U.d(X)))).periodic());
        assertEquals(
                List.of(X),
                Reading.of(heat().require(wrap(U)).require(wrap(U.d(X)))).periodic());
        assertEquals(List.of(X), Reading.of(heat().periodicIn(X)).periodic());
    }

    @Test
    void oneFieldThatDoesNotContinueKeepsAnAxisOpen() {
        Field v = Field.of("v", X, T);
        Problem two = heat().require(v.d(T).equalTo(v.d(X, X).minus(U)))
                .require(wrap(U))
                .require(wrap(U.d(X)))
                .require(wrap(v));
        assertEquals(List.of(), Reading.of(two).periodic());
        assertEquals(List.of(X), Reading.of(two.require(wrap(v.d(X)))).periodic());
    }

    @Test
    void clausesAreConditionsBySingleEnds() {
        Problem p = Statements.poisson();
        List<String> clauses =
                Reading.of(p).clauses().stream().map(Clause::toString).toList();
        assertEquals(
                List.of(
                        "pde on interior",
                        "boundary at x = 0.0",
                        "boundary at x = 1.0",
                        "boundary at y = 0.0",
                        "boundary at y = 1.0"),
                clauses);
    }

    @Test
    void ordersAreThoseOfTheInterior() {
        Reading reading = Reading.of(heat().require(U.d(X, X, X).equalTo(0).on(X.end())));
        assertEquals(List.of(2, 1), List.of(reading.order(U, X), reading.order(U, T)));
        assertEquals(2, reading.order(X));
        assertEquals(0, reading.order(Field.of("w", X, T), X));
    }

    @Test
    void theInitialValueIsThatOfTheStart() {
        Problem p = heat().require(U.equalTo(0.9).on(T.end()).asTerminal());
        assertEquals(Optional.of(Expr.constant(0.4)), Reading.of(p).initialValue(U));
        assertEquals(Optional.empty(), Reading.of(Statements.poisson()).initialValue(Statements.V));
    }
}
