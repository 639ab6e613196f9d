package org.pinn4j.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;

class ProgramTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Expr BURGERS =
            U.d(T).plus(U.times(U.d(X))).minus(U.d(X, X).times(0.01));

    private static double[][] rows(double... values) {
        double[][] rows = new double[values.length][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new double[] {values[k]};
        }
        return rows;
    }

    @Test
    void burgersTakesTwoInstructionsAndItsPartialsNoArithmetic() {
        Program program = Program.compile(List.of(BURGERS));
        assertEquals(2, program.forwardLength(), program::toString);
        assertEquals(program.states().size(), program.reverseLength(0), program::toString);
        Program.Scratch s = program.scratch(1);
        program.forward(1, rows(2, 3, 5, 7), rows(), new double[0], s);
        assertEquals("[u_t, u, u_x, u_xx]", names(program));
        assertEquals(2 + 3 * 5 - 0.07, s.output(0)[0], 1e-15);
        program.reverse(0, 1, s);
        assertArrayEquals(new double[] {1, 5, 3, -0.01}, adjoints(program, s));
    }

    private static String names(Program program) {
        return program.states().stream()
                .map(leaf -> leaf.field().name()
                        + (leaf.orders().equals(List.of(0, 0))
                                ? ""
                                : "_" + "x".repeat(leaf.orders().get(0))
                                        + "t".repeat(leaf.orders().get(1))))
                .toList()
                .toString();
    }

    private static double[] adjoints(Program program, Program.Scratch s) {
        double[] result = new double[program.states().size()];
        for (int k = 0; k < result.length; k++) {
            result[k] = s.stateAdjoint(k)[0];
        }
        return result;
    }

    @Test
    void aTraceReadsItsOwnSlot() {
        Program program = Program.compile(
                List.of(U.times(U.trace(X.end())).times(X.trace(X.end()).plus(2))));
        assertEquals(List.of(X.end()), program.slots());
        assertEquals(
                List.of(0, 1),
                program.states().stream().map(Program.StateLeaf::slot).toList());
        assertTrue(program.data().isEmpty(), "the coordinate of the face is a number");
        Program.Scratch s = program.scratch(1);
        program.forward(1, rows(5, 7), rows(), new double[0], s);
        program.reverse(0, 1, s);
        assertEquals(105, s.output(0)[0]);
        assertArrayEquals(new double[] {21, 15}, adjoints(program, s));
    }

    @Test
    void pointDataIsGatheredIntoMaximalColumns() {
        Expr forcing = Expr.sin(X).times(T).times(3);
        Program program = Program.compile(
                List.of(U.times(forcing).plus(Expr.exp(T)).plus(X).plus(1)));
        assertEquals(List.of(forcing, Expr.exp(T).plus(X).plus(1)), program.data());
        assertEquals(1, program.forwardLength(), program::toString);
    }

    @Test
    void linearityIsSeenThroughDataAndStopsAtProductsAndParameters() {
        Parameter p = Parameter.of("p", 1);
        Program program = Program.compile(List.of(
                U.d(X, X).times(Expr.sin(X)).plus(U).plus(X),
                BURGERS,
                U.times(p),
                U.plus(p),
                Expr.abs(U),
                Expr.sin(X)));
        boolean[] expected = {true, false, false, true, false, true};
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], program.isLinear(k), "output " + k);
        }
    }

    @Test
    void aFractionalPowerOfANegativeNumberIsNotANumber() {
        Program program = Program.compile(List.of(U.pow(0.5), U.pow(1.5), U.pow(-1)));
        Program.Scratch s = program.scratch(2);
        program.forward(2, new double[][] {{-1, 0}}, rows(), new double[0], s);
        assertTrue(Double.isNaN(s.output(0)[0]) && Double.isNaN(s.output(1)[0]));
        assertEquals(-1, s.output(2)[0]);
        program.reverse(1, 2, s);
        assertEquals(0, s.stateAdjoint(0)[1], "the derivative of u^1.5 at 0");
    }

    @Test
    void productsOfManyFactorsHaveAdjointsWhereSomeFactorsVanish() {
        Field v = Field.of("v", X, T);
        Expr product = U.times(v).times(U.d(X)).times(U.d(T)).times(v.d(X));
        Program program = Program.compile(List.of(product));
        Program.Scratch s = program.scratch(1);
        program.forward(1, rows(2, 0, 3, 5, 7), rows(), new double[0], s);
        program.reverse(0, 1, s);
        assertArrayEquals(new double[] {0, 210, 0, 0, 0}, adjoints(program, s));
    }

    @Test
    void leavesConstantsAndRepeatedExpressionsAreOutputsToo() {
        Parameter p = Parameter.of("p", 1);
        Expr square = U.times(U);
        Program program = Program.compile(List.of(U, square, p, Expr.constant(4), square, Expr.sin(X)));
        Program.Scratch s = program.scratch(1);
        program.forward(1, rows(3), rows(0.5), new double[] {7}, s);
        double[] expected = {3, 9, 7, 4, 9, 0.5};
        double[] byState = {1, 6, 0, 0, 6, 0};
        for (int k = 0; k < expected.length; k++) {
            program.reverse(k, 1, s);
            assertEquals(expected[k], s.output(k)[0], "output " + k);
            assertEquals(byState[k], s.stateAdjoint(0)[0], "by u of output " + k);
            assertEquals(k == 2 ? 1 : 0, s.parameterAdjoint(0)[0], "by p of output " + k);
        }
    }

    @Test
    void errorsNameTheArgument() {
        Program program = Program.compile(List.of(BURGERS));
        Program.Scratch s = program.scratch(4);
        Exception few = assertThrows(
                IllegalArgumentException.class, () -> program.forward(1, rows(1, 2), rows(), new double[0], s));
        assertTrue(few.getMessage().contains("[4 × n], got [2 × n]"), few.getMessage());
        Exception many = assertThrows(
                IllegalArgumentException.class, () -> program.forward(5, rows(1, 2, 3, 4), rows(), new double[0], s));
        assertTrue(many.getMessage().contains("got 5"), many.getMessage());
        assertThrows(IllegalStateException.class, () -> program.reverse(0, 3, s));
        Program.Scratch foreign = Program.compile(List.of(U)).scratch(1);
        assertThrows(IllegalArgumentException.class, () -> program.reverse(0, 0, foreign));
        assertFalse(program.toString().isEmpty());
    }

    @Test
    void theListingReadsAsFormulas() {
        String listing = Program.compile(List.of(BURGERS)).toString();
        assertEquals("""
                forward
                  o0 = u_t + u * u_x
                  o0 = o0 - 0.01 * u_xx
                """, listing.substring(0, listing.indexOf("reverse")));
    }
}
