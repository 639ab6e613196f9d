package org.pinn4j.pde.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.RandomTrees.U;
import static org.pinn4j.pde.RandomTrees.X;
import static org.pinn4j.pde.RandomTrees.parse;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Normal;
import org.pinn4j.pde.RandomTrees;

class ExprTextTest {
    @Test
    void whatIsWrittenReadsBackAsAnEqualTreeInTheSameOrder() {
        RandomTrees trees = new RandomTrees(21, true);
        for (int k = 0; k < 500; k++) {
            Expr e = trees.tree(4);
            String text = ExprText.write(e);
            assertEquals(e, parse(text), text);
            assertEquals(text, ExprText.write(parse(text)));
        }
    }

    @Test
    void everyNumberRoundTripsBitForBit() {
        Random random = new Random(22);
        for (int k = 0; k < 2000; k++) {
            double v = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(v)) {
                assertEquals(Expr.constant(v), parse(ExprText.write(Expr.constant(v))));
            }
        }
        assertEquals(Expr.constant(Double.MIN_VALUE), parse("4.9E-324"));
    }

    @Test
    void textWrittenByHandIsUnderstood() {
        assertEquals(U.d(X).plus(U.times(2).times(U.d(X, X))), parse("u_x + 2*u*u_xx"));
        assertEquals(U.times(U).d(X), parse("d(u*u, x)"));
        assertEquals(Expr.sin(X.times(Math.PI)).negate(), parse("-sin(pi x)".replace(" x", "*x")));
        assertEquals(U.over(X.plus(1)).minus(3), parse(" u / ( x + 1 ) - 3 "));
        assertEquals(X.pow(2).negate(), parse("-x^2"));
        assertEquals(U.trace(X.end()), parse("trace(u, x, max)"));
        assertEquals(new Normal(X).times(U.d(X)), parse("n_x·u_{x}"));
        assertEquals(Expr.sqrt(X.plus(2)), parse("sqrt(x+2)"));
        assertEquals(Expr.constant(Math.pow(2, -0.5)), parse("2^-.5"));
    }

    @Test
    void axesOfLongNamesAreReadWhereOnlyOneReadingIsPossible() {
        Axis a = Axis.of("x", 0, 1);
        Axis b = Axis.of("xx", 0, 1);
        Field w = Field.of("w", a, b);
        List<Axis> axes = List.of(a, b);
        Expr mixed = w.d(a, b);
        assertEquals(mixed, ExprText.parse(ExprText.write(mixed), axes, List.of(w), List.of(), Map.of()));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> ExprText.parse("w_xx", axes, List.of(w), List.of(), Map.of()))
                .getMessage();
        assertTrue(message.contains("several ways") && message.contains("_{x,y}"), message);
    }

    @Test
    void aFieldIsConstantAlongTheAxesItHasNot() {
        Axis a = Axis.of("a", 0, 1);
        Axis b = Axis.of("b", 0, 1);
        List<Field> fields = List.of(Field.of("w", a, b), Field.of("L", b));
        for (String text : List.of("w + L_a", "L_bba")) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> ExprText.parse(text, List.of(a, b), fields, List.of(), Map.of()))
                    .getMessage();
            assertTrue(message.contains("L does not vary along a, its axes are (b)"), message);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u + | column 4 | ends too early",
                "u + * x | column 5 | does not begin",
                "u) | column 2 | does not continue",
                "(u | column 3 | missing at the end",
                "u + velocity | column 5 | known are (u, x, t, nu)",
                "foo(x) | column 1 | unknown function 'foo'",
                "u_xy | column 1 | axis names (x, t)",
                "x_t | column 1 | not a field",
                "u^x | column 3 | exponent",
                "1E999 | column 1 | too large",
                "1/0 | column 1 | infinity",
                "log(-1) | column 1 | NaN",
                "@missing(x) | column 2 | @missing",
                "@table[1](x) | column 2 | derivatives",
                "@bump[8,8](x, t) | column 2 | derivatives",
                "@bump(x) | column 2 | arguments",
                "@bump(u, t) | column 2 | coordinates only",
                "@bump[1.5,0](x,t) | column 10 | whole number",
                "trace(u, x, middle) | column 13 | min or max",
                "u_xxxxxxxxx | column 1 | order 9",
                "d(u, x, x, x, x, x, x, x, x, x) | column 1 | order 9",
                "d(u, y) | column 6 | not an axis",
                "u ? x | column 3 | does not continue"
            })
    void anErrorNamesTheColumn(String text, String column, String what) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> parse(text)).getMessage();
        assertTrue(message.contains(column + ":") && message.contains(what), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void hostileTextIsRefused() {
        refused("(".repeat(5000), "nested");
        refused("sin(".repeat(5000), "nested");
        refused("2^".repeat(5000) + "1", "nested");
        refused("x+".repeat(30_000) + "x", "more than 20000 parts");
        refused("x".repeat(70_000), "at most 65536");
        StringBuilder factors = new StringBuilder("x");
        for (int k = 1; k < 200; k++) {
            factors.append("*sin(").append(k).append("*x)");
        }
        refused("d(" + factors + ",x,x,x)", "under a derivative");
        refused("d(d(d(d(d(d(tanh(sin(x*t)*u),x,t,x,t),x,t,x,t),x,t,x,t),x),x),x)", "under a derivative");
        assertEquals(X, parse("-".repeat(30_000) + "x"));
    }

    private static void refused(String text, String why) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> parse(text)).getMessage();
        assertTrue(message.contains(why), message);
        assertTrue(message.length() < 300, message);
    }

    @Test
    void randomBytesNeverDoAnythingButFailPlainly() {
        Random random = new Random(23);
        String alphabet = "xtu_^+-*/()[]{}@,.0129 eE\"\\πnsidp";
        int failures = 0;
        for (int k = 0; k < 3000; k++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(25); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                parse(text.toString());
            } catch (IllegalArgumentException e) {
                failures++;
            }
        }
        assertTrue(failures > 2000);
    }
}
