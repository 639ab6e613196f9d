package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Statements.P;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.X;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static List<String> names(Problem p) {
        return p.conditions().stream().map(Condition::name).toList();
    }

    @Test
    void conditionsAreNamedByTheirRegion() {
        assertEquals(List.of("pde", "initial", "boundary"), names(Statements.burgers()));
        Problem twice = Statements.burgers()
                .require(U.d(X).equalTo(0).on(X.start()))
                .require(U.d(X).equalTo(0))
                .require(U.equalTo(Expr.measurement()).onData(new double[][] {{0, 0.5}}, new double[] {1}))
                .require(U.equalTo(0).on(T.end()).asTerminal())
                .require(U.equalTo(1).on(X.end()).named("inflow"));
        assertEquals(
                List.of("pde", "initial", "boundary", "boundary2", "pde2", "data", "terminal", "inflow"), names(twice));
    }

    @Test
    void aProblemIsNotChangedByWhatIsBuiltFromIt() {
        Problem p = Statements.burgers();
        p.require(U.d(X, X).equalTo(0).on(X.ends()))
                .periodicIn(X)
                .oddIn(X, 0)
                .named("other")
                .acknowledge("missing-initial:u", "b");
        assertEquals(3, p.conditions().size());
        assertTrue(p.declaredPeriodic().isEmpty() && p.declaredSymmetries().isEmpty());
        assertTrue(p.name().isEmpty() && p.acknowledged().isEmpty());
    }

    @Test
    void theViewsPartTheConditionsByTheirRegion() {
        Problem p = Statements.burgers();
        assertEquals(List.of(p.conditions().get(0)), Reading.of(p).equations());
        assertEquals(List.of(p.conditions().get(1)), Reading.of(p).initial());
        assertEquals(List.of(p.conditions().get(2)), Reading.of(p).boundary());
        assertEquals(List.of(U), p.fields());
        assertEquals(T, p.time().orElseThrow());
        assertEquals(List.of(P, Statements.Q), Statements.poisson().spaceAxes());
    }

    @Test
    void declarationsForSingleFieldsAreJoined() {
        Field v = Field.of("v", X, T);
        Problem p =
                Statements.burgers().require(v.d(T).equalTo(U)).oddIn(X, 0, U).evenIn(X, 0, v);
        assertEquals(List.of(new Symmetry(X, 0, java.util.Map.of(U, -1, v, 1))), p.declaredSymmetries());
    }
}
