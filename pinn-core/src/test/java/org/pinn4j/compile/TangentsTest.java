package org.pinn4j.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;

class TangentsTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Field U = Field.of("u", X);
    private static final Parameter P = Parameter.of("p", 0.8);
    private static final int N = 4;

    /** Every kind of node, of an argument in (0.2, 2.2). */
    static Stream<Expr> expressions() {
        Expr a = U.plus(U.d(X).times(P));
        return Stream.of(
                Expr.sin(a),
                Expr.cos(a),
                Expr.exp(a),
                Expr.log(a),
                Expr.tanh(a),
                Expr.abs(a.minus(5)).times(a),
                Expr.asinh(a),
                Expr.erf(a),
                Expr.sqrt(a),
                a.pow(-0.5),
                a.pow(-1),
                a.pow(2),
                a.pow(5),
                a.pow(2.7),
                U.over(a).plus(P.times(3)),
                a.times(U).times(X).plus(U.d(X).pow(2)).minus(P.pow(3).times(U)),
                Expr.abs(a).d(X).plus(a));
    }

    private final Random random = new Random(7);
    private final double[][] states = new double[3][N];
    private final double[][] direction = new double[3][N];
    private final double[][] data = {random.doubles(N, 0.5, 1).toArray()};
    private final double[][] seeds = {random.doubles(N, -1, 1).toArray()};
    private final double[][] seedTangents = {random.doubles(N, -1, 1).toArray()};

    TangentsTest() {
        for (int k = 0; k < states.length; k++) {
            states[k] = random.doubles(N, 0.2, 1.2).toArray();
            direction[k] = random.doubles(N, -1, 1).toArray();
        }
    }

    /** One sweep of the program at inputs moved by h along the direction: output, adjoints of states, adjoint of P. */
    private double[][] moved(Program program, double h) {
        double[][] at = new double[states.length][N];
        double[][] s = new double[1][N];
        for (int i = 0; i < N; i++) {
            for (int k = 0; k < at.length; k++) {
                at[k][i] = states[k][i] + h * direction[k][i];
            }
            s[0][i] = seeds[0][i] + h * seedTangents[0][i];
        }
        Program.Scratch scratch = program.scratch(N);
        program.forward(N, at, data, new double[] {0.8 + 0.3 * h}, scratch);
        program.reverse(s, N, scratch);
        int count = program.states().size();
        double[][] result = new double[count + 2][];
        result[0] = scratch.output(0).clone();
        for (int k = 0; k < count; k++) {
            result[1 + k] = scratch.stateAdjoint(k).clone();
        }
        result[count + 1] = scratch.parameterAdjoint(0).clone();
        return result;
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void tangentsAreDerivativesOfBothSweepsAlongTheDirection(Expr expression) {
        Program program = Program.compile(List.of(expression));
        Tangents tangents = program.tangents(N);
        int count = program.states().size();
        double[][] columns = program.data().isEmpty() ? new double[0][] : data;
        tangents.forward(
                N,
                java.util.Arrays.copyOf(states, count),
                java.util.Arrays.copyOf(direction, count),
                columns,
                new double[] {0.8},
                new double[] {0.3});
        tangents.reverse(seeds, seedTangents, N);
        double[][] here = moved(program, 0);
        double h = 1e-3;
        double[][][] around = {moved(program, -2 * h), moved(program, -h), moved(program, h), moved(program, 2 * h)};
        for (int row = 0; row < here.length; row++) {
            double[] value = value(tangents, row, count);
            double[] slope = slope(tangents, row, count);
            assertArrayEquals(here[row], value, 0, "the same bits as without tangents");
            for (int i = 0; i < N; i++) {
                double difference =
                        (around[0][row][i] - 8 * around[1][row][i] + 8 * around[2][row][i] - around[3][row][i])
                                / (12 * h);
                assertEquals(difference, slope[i], 1e-8 * (1 + Math.abs(difference)), "row " + row);
            }
        }
    }

    private static double[] value(Tangents t, int row, int count) {
        return row == 0 ? t.output(0) : row <= count ? t.stateAdjoint(row - 1) : t.parameterAdjoint(0);
    }

    private static double[] slope(Tangents t, int row, int count) {
        return row == 0
                ? t.outputTangent(0)
                : row <= count ? t.stateAdjointTangent(row - 1) : t.parameterAdjointTangent(0);
    }
}
