package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pinn4j.pde.Statements.T;
import static org.pinn4j.pde.Statements.U;
import static org.pinn4j.pde.Statements.X;

import org.junit.jupiter.api.Test;

class PrintingTest {
    @Test
    void equationsPrintAsMathematics() {
        assertEquals(
                "u_t + u·u_x = 0.00318·u_xx",
                Statements.burgers().conditions().get(0).equation().toString());
        assertEquals(
                "u_t = 0.0001·u_xx - 5·u^3 + 5·u",
                Statements.allenCahn().conditions().get(0).equation().toString());
        assertEquals("u_tt = 0", U.d(T, T).equalTo(0).toString());
    }

    @Test
    void bracketsStandWhereTheyAreNeededAndNowhereElse() {
        assertEquals("u·(x + 1)", U.times(X.plus(1)).toString());
        assertEquals("u - x - 1", U.minus(X.plus(1)).toString());
        assertEquals("u/(x + 1)", U.over(X.plus(1)).toString());
        assertEquals("u/(x·t)", U.over(X.times(T)).toString());
        assertEquals("1/x", X.pow(-1).toString());
        assertEquals("(x + t)^2", X.plus(T).pow(2).toString());
        assertEquals("(x·t)^2", X.times(T).pow(2).toString());
        assertEquals("-u_x^2", U.d(X).pow(2).negate().toString());
        assertEquals("sqrt(x + 2)", Expr.sqrt(X.plus(2)).toString());
        assertEquals("1/sqrt(x + 2)", X.plus(2).pow(-0.5).toString());
        assertEquals(
                "sin(π·x)·exp(-0.5·t)",
                Expr.sin(X.times(Math.PI)).times(Expr.exp(T.times(-0.5))).toString());
        assertEquals("(u + u_x)(x = 1)", U.plus(U.d(X)).trace(X.end()).toString());
    }

    @Test
    void numbersAreShortButNeverMisleading() {
        assertEquals("0.25", Printer.number(0.25));
        assertEquals("123456", Printer.number(123456));
        assertEquals("1.0E12", Printer.number(1e12));
        assertEquals("-1.0E-7", Printer.number(-1e-7));
        assertEquals("0.00318", Printer.number(0.01 / Math.PI));
        assertEquals("2π", Printer.number(2 * Math.PI));
        assertEquals("-π", Printer.number(-Math.PI));
        assertEquals("0.333", Printer.number(1 / 3.0));
        assertEquals("0", Printer.number(-0.0));
        assertEquals("NaN", Printer.number(Double.NaN));
    }

    @Test
    void aProblemPrintsOneConditionALine() {
        assertEquals("""
                burgers over x in [-1, 1], t in [0, 1]
                  pde: u_t + u·u_x = 0.00318·u_xx on interior
                  initial: u = -sin(π·x) on t = 0
                  boundary: u = 0 on x = -1, 1
                  u is odd in x about 0""", Statements.burgers().named("burgers").oddIn(X, 0).toString());
        assertEquals(
                "  periodic in x",
                Statements.allenCahn().toString().lines().skip(3).findFirst().orElseThrow());
    }
}
