package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources and data without an integral are found; what is steep, integrable, at an end or a coefficient is not. */
class PolesTest {
    private static final Axis X = Axis.of("x", -1, 2);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Field V = Field.of("v", X, Y);

    private static List<String> keys(Problem p) {
        return p.findings().stream()
                .map(Finding::key)
                .filter(k -> k.startsWith("singular"))
                .toList();
    }

    private static Problem line(Expr source) {
        return Problem.over(X)
                .require(U.d(X, X).equalTo(source))
                .require(U.equalTo(0).on(X.ends()));
    }

    private static Problem plane(Expr source, Expr datum) {
        return Problem.over(X, Y)
                .require(V.d(X, X).plus(V.d(Y, Y)).equalTo(source))
                .require(V.equalTo(datum).on(Region.boundary()));
    }

    @Test
    void aPoleInsideIsNamedWithItsPlace() {
        Finding found = line(Expr.constant(3).over(X.minus(0.3))).findings().stream()
                .filter(f -> f.key().equals("singular:pde"))
                .findFirst()
                .orElseThrow();
        assertTrue(found.blocking());
        assertTrue(found.message().contains("rises without end at x = 0.3 "), found::message);
        assertEquals(List.of("singular:pde"), keys(line(X.minus(0.7071).pow(-2).times(1e-9))));
        assertEquals(List.of("singular:pde"), keys(line(Expr.cos(X.times(5)).pow(-1))));
    }

    @Test
    void soIsOneAlongACurveAndThatOfADatum() {
        assertEquals(
                List.of("singular:pde"),
                keys(plane(Expr.constant(1).over(X.minus(Y)), Expr.constant(0)))); // on the line x = y
        assertEquals(
                List.of("singular:boundary"),
                keys(plane(Expr.constant(0), Expr.constant(1).over(X.minus(0.4)))));
    }

    @Test
    void whatHasAnIntegralIsNone() {
        assertEquals(List.of(), keys(line(X.minus(0.3).pow(2).pow(-0.25)))); // |x - 0.3|^-1/2
        assertEquals(List.of(), keys(line(Expr.log(X.minus(0.3).pow(2)))));
        assertEquals(
                List.of(), keys(line(Expr.constant(1).over(X.minus(0.3).pow(2).plus(1e-12)))));
        assertEquals(List.of(), keys(line(Expr.sin(X.times(3)).over(X))));
    }

    @Test
    void soAreEndsAndCoefficients() {
        assertEquals(List.of(), keys(line(Expr.constant(1).over(X.plus(1)))));
        assertEquals(
                List.of(),
                keys(Problem.over(X)
                        .require(U.d(X, X).plus(U.d(X).over(X.minus(0.3))).equalTo(1))
                        .require(U.equalTo(0).on(X.ends()))));
    }
}
