package org.pinn4j.pde.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** Statements of many axes as text. */
class IndexTextTest {
    private static Problem statement(int d) {
        Axes x = Axes.of("x", d, -1, 1);
        Axis t = Axis.time("t", 0, 1);
        Field u = Field.of("u", x, t);
        double[] numbers = new double[d - 1];
        Arrays.setAll(numbers, k -> Math.sin(k + 1));
        Coefficients c = Coefficients.of("c", numbers);
        Expr source = Expr.sum(1, d - 1, i -> c.at(i).times(Expr.sin(x.at(i).plus(Expr.cos(x.at(i.plus(1)))))));
        Expr drift = x.sum(i -> x.at(i).times(u.d(x.at(i))));
        Expr spread = x.sum(i -> x.at(i).pow(2).times(u.d(x.at(i), x.at(i))));
        return Problem.over(x.and(t))
                .require(u.d(t).minus(u.laplacian().over(d))
                        .plus(u.gradientSquared())
                        .plus(spread)
                        .equalTo(drift.plus(source)))
                .require(u.equalTo(x.squares()).on(t.start()))
                .named("many axes");
    }

    @Test
    void aStatementReadsBackAsAnEqualOne() {
        for (int d : new int[] {3, 12}) {
            Problem problem = statement(d);
            assertEquals(problem, ProblemText.parse(ProblemText.write(problem), Map.of()));
        }
    }

    @Test
    void theTextDoesNotGrowWithTheAxesButForTheArrays() {
        Map<String, double[]> arrays = new HashMap<>();
        String few = ProblemText.write(statement(12), arrays::put);
        assertEquals(11, arrays.get("coefficients.c").length);
        String many = ProblemText.write(statement(1200), arrays::put);
        assertTrue(many.length() <= few.length() + 20, many);
        assertEquals(1199, arrays.get("coefficients.c").length);
        assertEquals(Math.sin(700), arrays.get("coefficients.c")[699]);
    }

    @Test
    void expressionsReadBackWithTheirCoefficients() {
        Problem problem = statement(5);
        Expr e = problem.conditions().get(0).equation().residual();
        assertEquals(e, ExprText.parse(ExprText.write(e), problem));
        Axes x = Axes.of("x", 5, -1, 1);
        Expr known = Expr.sum(1, 2, i -> x.at(i.times(2).minus(1)).times(x.at(i.times(2))));
        assertEquals("sum(i, 1, 2, x[2*i-1]*x[2*i])", ExprText.write(known));
        assertEquals(known, ExprText.parseKnown("sum(k, 1, 2, x[2*k-1]*x[2*k])", problem, Map.of()));
        assertEquals(
                Expr.sum(1, 5, i -> x.normal(i)), ExprText.parseKnown("sum(i, 1, 5, normal(x[i]))", problem, Map.of()));
    }

    @Test
    void whatIsNoSumIsRefusedWithItsPlace() {
        assertRefused("sum(i, 1, 6, x[i])", "places are 1 .. 5");
        assertRefused("sum(i, 1, 5, x[j])", "expected the index 'i', got 'j'");
        assertRefused("x[i]", "outside of a sum");
        assertRefused("sum(i, 1, 5, sum(j, 1, 5, x[j])*x[i])", "inside of one over 'i'");
        assertRefused("sum(i, 1, 5, y[i])", "neither a family");
        assertRefused("sum(i, 1.5, 5, x[i])", "whole number");
        assertRefused("sum(x1, 1, 5, x[x1])", "name of its own");
        assertRefused("sum(i, 5, 1, x[i])", "from");
    }

    private static void assertRefused(String text, String part) {
        Problem problem = statement(5);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> ExprText.parseKnown(text, problem, Map.of()))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void whatASumStandsForIsCounted() {
        String head = "axes x 10000 0.0 1.0\nfield u x\n";
        String term = "sum(i, 1, 10000, sin(x[i])*u_{x[i],x[i]})";
        String text = head + "condition \"pde\" interior\nleft "
                + String.join(" + ", java.util.Collections.nCopies(60, term)) + "\nright 0.0\n";
        String message = assertThrows(IllegalArgumentException.class, () -> ProblemText.parse(text, Map.of()))
                .getMessage();
        assertTrue(message.contains("make more than 2000000 parts"), message);
        for (String condition : List.of(
                "interior\nleft u", "boundary\nleft u", "interior\nbetween x1 0 0.5\nleft u", "x7 min\nleft u")) {
            String many = "axes x 20000 0.0 1.0\nfield u x\n"
                    + IntStream.range(0, 500)
                            .mapToObj(k -> "condition \"\" " + condition + "\nright " + k + "\n")
                            .collect(Collectors.joining());
            String refused = assertThrows(IllegalArgumentException.class, () -> ProblemText.parse(many, Map.of()))
                    .getMessage();
            assertTrue(refused.contains("make more than 2000000 parts"), refused);
        }
        String axes = assertThrows(
                        IllegalArgumentException.class, () -> ProblemText.parse("axes x 30000 0.0 1.0\n", Map.of()))
                .getMessage();
        assertTrue(axes.contains("20000"), axes);
        assertArrayEquals(new double[] {1, 2}, Coefficients.of("c", 1, 2).values());
    }
}
