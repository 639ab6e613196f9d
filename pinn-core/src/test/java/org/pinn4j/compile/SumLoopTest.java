package org.pinn4j.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pinn4j.pde.Axes;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Coefficients;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;

/** Compiled sums over an index against tree walks and against the same sums written out. */
class SumLoopTest {
    private static final int D = 5;
    private static final Axes X = Axes.of("x", D, -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final List<Axis> AXES = List.of(X.and(T));
    private static final Field U = Field.of("u", X, T);
    private static final Coefficients C = Coefficients.of("c", 0.7, -1.3, 0.4, 2.2);
    private static final int POINTS = 7;

    private static final Expr BODIES = Expr.sum(
            1,
            D - 1,
            i -> C.at(i).times(Expr.sin(X.at(i).plus(Expr.cos(X.at(i.plus(1)))).plus(T.times(X.at(i.plus(1)))))));

    private static double[] coordinates(int axes) {
        Random random = new Random(3);
        return random.doubles((long) axes * POINTS, -1, 1).toArray();
    }

    private static double[] point(double[] x, int i) {
        double[] p = new double[x.length / POINTS];
        Arrays.setAll(p, a -> x[a * POINTS + i]);
        return p;
    }

    @Test
    void columnsAreTheValuesOfTheTreeWalk() {
        List<Expr> expressions = List.of(
                BODIES,
                BODIES.plus(X.squares().times(T)).pow(2),
                BODIES.d(X.at(2)),
                X.sum(i -> Expr.exp(X.at(i).times(T.plus(1))).times(X.squares())),
                Expr.sum(2, 3, i -> X.normal(i).times(X.at(i.minus(1)))));
        CoordinateProgram program = CoordinateProgram.compile(expressions, AXES);
        double[] x = coordinates(D + 1);
        double[] normals = coordinates(D + 1);
        double[][] out = new double[expressions.size()][POINTS];
        CoordinateProgram.Scratch scratch = program.scratch(POINTS);
        for (int again = 0; again < 2; again++) { // columns that the loop moved on are the caller's again
            program.evaluate(POINTS, x, normals, null, out, scratch);
            for (int k = 0; k < out.length; k++) {
                for (int i = 0; i < POINTS; i++) {
                    double expected = Evaluation.at(AXES, point(x, i))
                            .withNormal(point(normals, i))
                            .evaluate(expressions.get(k));
                    assertEquals(expected, out[k][i], 1e-13 * (1 + Math.abs(expected)), "expression " + k);
                }
            }
        }
    }

    /** Values and derivatives by every state and by the seeds of all outputs. */
    @Test
    void sumsOfStatesHaveTheValuesAndDerivativesOfTheWrittenOnes() {
        Expr drift = X.sum(i -> X.at(i).times(U.d(X.at(i))));
        Expr spread = X.sum(i -> X.at(i).pow(2).times(U.d(X.at(i), X.at(i))));
        List<Expr> sums = List.of(
                U.gradientSquared().times(U).plus(BODIES),
                drift.pow(2).plus(spread),
                U.laplacian().times(T));
        List<Expr> written = sums.stream().map(SumLoopTest::written).toList();
        Program a = Program.compile(sums);
        Program b = Program.compile(written);
        double[][] left = outputs(a);
        double[][] right = outputs(b);
        assertEquals(left.length, right.length);
        for (int k = 0; k < left.length; k++) {
            assertArrayEquals(
                    right[k],
                    left[k],
                    1e-13 * (1 + Arrays.stream(right[k]).map(Math::abs).max().orElse(0)));
        }
    }

    private static Expr written(Expr e) {
        return e.accept(new WrittenOut());
    }

    /** Outputs, then the adjoints of all states in the order of their text, of each output. */
    private static double[][] outputs(Program program) {
        double[] x = coordinates(D + 1);
        CoordinateProgram columns = CoordinateProgram.compile(program.data(), AXES);
        double[][] data = new double[program.data().size()][POINTS];
        columns.evaluate(POINTS, x, null, null, data, columns.scratch(POINTS));
        double[][] states = new double[program.states().size()][POINTS];
        Map<String, Integer> order = new HashMap<>();
        for (int s = 0; s < states.length; s++) {
            String text = program.states().get(s).orders().toString();
            order.put(text, s);
            Random random = new Random(text.hashCode());
            Arrays.setAll(states[s], i -> random.nextGaussian());
        }
        Program.Scratch scratch = program.scratch(POINTS);
        program.forward(POINTS, states, data, new double[0], scratch);
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k < program.outputs(); k++) {
            rows.add(scratch.output(k).clone());
        }
        for (int k = 0; k < program.outputs(); k++) {
            program.reverse(k, POINTS, scratch);
            order.keySet().stream()
                    .sorted()
                    .forEach(s -> rows.add(scratch.stateAdjoint(order.get(s)).clone()));
        }
        return rows.toArray(double[][]::new);
    }

    /** The instructions of a column are those of one term; the tree of a hundred terms is not made. */
    @Test
    void theCodeDoesNotGrowWithTheTerms() {
        assertEquals(length(10), length(1000));
        assertTrue(length(10) < 10, "one loop, a product with t and what adds them");
    }

    private static int length(int d) {
        Axes x = Axes.of("x", d, -1, 1);
        Field u = Field.of("u", x);
        Program program = Program.compile(List.of(
                u.minus(x.sum(i -> Expr.sin(x.at(i)).plus(x.at(i).pow(3))))));
        assertEquals(1, program.data().size());
        return CoordinateProgram.compile(program.data(), x.all()).length();
    }
}
