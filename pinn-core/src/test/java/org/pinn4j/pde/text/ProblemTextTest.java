package org.pinn4j.pde.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.RandomTrees.BUMP;
import static org.pinn4j.pde.RandomTrees.FUNCTIONS;
import static org.pinn4j.pde.Statements.P;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.X;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.ConditionForm;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.Statements;
import org.pinn4j.pde.Symmetries;

class ProblemTextTest {
    private static void roundTrips(Problem p) {
        String text = ProblemText.write(p);
        assertEquals(p, ProblemText.parse(text, FUNCTIONS), text);
        assertEquals(text, ProblemText.write(ProblemText.parse(text, FUNCTIONS)));
    }

    @Test
    void statementsReadBackEqual() {
        roundTrips(Statements.burgers().named("Burgers, \"viscous\"\n\\ second line"));
        roundTrips(Statements.allenCahn().evenIn(X, 0).acknowledge("wrap-slope:initial:x", "it is meant"));
        roundTrips(Statements.heat());
        roundTrips(Statements.poisson());
        Field wall = Field.of("u_wall", X, T);
        roundTrips(Problem.over(X, T)
                .require(wall.d(X, T)
                        .plus(Field.of("u", X, T).d(X))
                        .equalTo(wall.times(Parameter.of("k_eff_2", 3)).d(X))));
    }

    @Test
    void everyKindOfEntryReadsBackEqual() {
        Parameter nu = Parameter.of("nu", 0.1).positive();
        Parameter k = Parameter.of("k", 1 / 3.0).between(-1, 2);
        Parameter c = Parameter.of("c", -2);
        roundTrips(Problem.over(X, T)
                .require(U.d(T).plus(U.times(k)).equalTo(U.d(X, X).times(nu).plus(BUMP.times(c))))
                .require(U.equalTo(Expr.values("table", x -> x[0], X)).on(T.start()))
                .require(U.equalTo(1).on(T.end()).asTerminal())
                .require(U.equalTo(U.trace(X.end())).on(X.start()).named("wrap around"))
                .require(U.dn().equalTo(0).on(Region.boundary()))
                .require(U.equalTo(Expr.measurement()).onData(new double[][] {{0.1, 1 / 3.0}, {-1, 0}}, new double[] {
                    1e-300, -0.7
                }))
                .require(U.equalTo(Expr.measurement())
                        .onData(new double[][] {{0.2, 0.5}, {0.3, 0.5}}, new double[] {1, 2}, new double[] {0.1, 1 / 3.0
                        })
                        .named("noisy"))
                .evenIn(X, 0, U));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense 1 | line 1: unknown entry",
                "space x 0 | line 1: 'space' needs 3",
                "space x 0 zero | line 1: 'zero' is not a number",
                "space x 1 0 | line 1: axis x: need finite min < max",
                "field u x | line 1: unknown axis 'x'",
                "left u | line 1: this line belongs to a condition",
                "problem \"open | line 1: a quote is not closed",
                "space x 0 1;field u x;condition \"a\" nowhere;left u;right 0 | unknown region",
                "space x 0 1;field u x;condition \"a\" x middle;left u;right 0 | min, max or both",
                "space x 0 1;field u x;condition \"a\" interior;left u;periodic x | line 5: the condition before lacks",
                "space x 0 1;field u x;condition \"a\" interior;left u +;right 0 | line 4: expression, column 4",
                "space x 0 1;field u x;condition \"a\" points;left u;right measurement();point | need coordinates",
                "space x 0 1;field u x;condition \"a\" points;left u;right measurement();point 0 1 sigma | number after sigma",
                "space x 0 1;field u x;condition \"a\" x min;left u;right 0;space y 0 1 | before the conditions",
                "parameter nu 1 between 0 | line 1: 'parameter' needs"
            })
    void hostileTextIsRefusedWithItsLine(String text, String what) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ProblemText.parse(text.replace(';', '\n'), Map.of()))
                .getMessage();
        assertTrue(message.contains(what), message);
    }

    @Test
    void restatingInOtherUnitsAndBackIsTheSameProblem() {
        Problem p = Statements.burgers().oddIn(X, 0).acknowledge("missing-boundary:u:x", "for the test");
        Axis far = Axis.of("z", 4, 10);
        Axis slow = Axis.time("s", 0, 2);
        Field w = Field.of("w", far, slow);
        Problem moved = p.rescaled(Map.of(X, far, T, slow), Map.of(U, w), Map.of(U, -5.0));
        assertEquals(
                "missing-boundary:w:z", moved.acknowledged().keySet().iterator().next());
        assertEquals(7, moved.declaredSymmetries().get(0).centre());
        assertEquals(-1, Symmetries.of(moved).get(0).parity().get(w));
        Expr start = ConditionForm.of(moved.conditions().get(1)).datum();
        assertEquals(5 * Math.sin(Math.PI * (5.5 - 7) / 3), Evaluation.evaluate(start, moved.axes(), 5.5, 0), 1e-14);
        Problem back = moved.rescaled(Map.of(far, X, slow, T), Map.of(w, U), Map.of(w, -0.2));
        Evaluation at = Evaluation.at(p.axes(), 0.3, 0.2).withStates((f, o) -> 1 + 0.3 * o.get(0) - 0.7 * o.get(1));
        for (int k = 0; k < 3; k++) {
            double expected = at.evaluate(p.conditions().get(k).equation().residual());
            assertEquals(
                    expected, at.evaluate(back.conditions().get(k).equation().residual()), 1e-14);
        }
        assertEquals(p.acknowledged(), back.acknowledged());
    }

    @Test
    void derivativesPickUpTheFactorsOfTheChainRule() {
        Axis z = Axis.of("z", 5, 9);
        Field u = Field.of("u", P, T);
        Problem moved = Statements.heat().rescaled(Map.of(P, z), Map.of(), Map.of(u, 2.0));
        Field v = Field.of("u", z, T);
        assertEquals(v.d(T).times(0.5), moved.conditions().get(0).equation().left());
        assertEquals(
                v.d(z, z).times(0.5 * 16 * 0.25),
                moved.conditions().get(0).equation().right());
        assertThrows(
                IllegalArgumentException.class, () -> Statements.heat().rescaled(Map.of(), Map.of(), Map.of(u, 0.0)));
    }
}
