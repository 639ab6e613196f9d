package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.X;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final List<Axis> AXES = List.of(X, T);

    private static <F extends CalculusFieldElement<F>> F wave(F[] x) {
        return x[0].multiply(2).sin().multiply(x[1].exp());
    }

    @Test
    void functionsGivenAsCodeHaveExactDerivativesOfHighOrder() {
        Expr f = Expr.function("wave", EvaluationTest::wave, X, T);
        double expected = Math.pow(2, 5) * Math.cos(0.6) * Math.exp(0.5);
        assertEquals(expected, Evaluation.evaluate(f.d(X, X, X, X, X).d(T, T), AXES, 0.3, 0.5), 1e-12);
        Expr moved = f.substitute(e -> e.equals(X) ? X.times(X) : null).d(X);
        assertEquals(2 * Math.cos(0.18) * 0.6 * Math.exp(0.5), Evaluation.evaluate(moved, AXES, 0.3, 0.5), 1e-14);
    }

    @Test
    void aTraceTakesCoordinateAndStateFromTheOtherFace() {
        Evaluation at = Evaluation.at(AXES, -1, 0.5)
                .withStates((f, o) -> 3)
                .withTraces((region, f, o) -> region.equals(X.end()) ? 7 : Double.NaN);
        assertEquals(3 - (7 + 1 + 0.5), at.evaluate(U.minus(U.plus(X).plus(T).trace(X.end()))));
    }

    @Test
    void theRestIsTakenFromWhatWasSupplied() {
        Parameter k = Parameter.of("k", 2);
        Evaluation at = Evaluation.at(AXES, 0, 0)
                .withNormal(-1, 0)
                .withMeasurement(5)
                .withStates((f, o) -> 10 * o.get(0) + o.get(1));
        assertEquals(-10 + 5, at.evaluate(U.dn().plus(Expr.measurement())));
        assertEquals(2, at.evaluate(k));
        assertEquals(4, at.withParameters(p -> 4).evaluate(k));
    }

    @Test
    void whatWasNotSuppliedIsNamed() {
        Evaluation bare = Evaluation.at(AXES, 0, 0);
        for (Expr e : List.of(U.d(X), U.trace(X.end()), U.dn(), Expr.measurement(), Axis.of("y", 0, 1))) {
            String message = assertThrows(IllegalArgumentException.class, () -> bare.evaluate(e))
                    .getMessage();
            assertTrue(message.startsWith("no value for") || message.startsWith("no coordinate for axis y"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> Evaluation.at(AXES, 1));
    }
}
