package org.pinn4j.validation.discrete;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Equation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.validation.discrete.Manufactured.Grids;

/** Two fields that need each other, in the interior and on the ends, converge both with the order of the differences. */
class PairOrderTest {
    private static final Axis X = Axis.of("x", -0.2, 1.1);
    private static final Field U = Field.of("u", X);
    private static final Field V = Field.of("v", X);
    private static final Expr U1 = U.d(X);
    private static final Expr V1 = V.d(X);

    private static Manufactured u(double phase) {
        return new Manufactured(U, sin(X.times(3).plus(phase)).plus(exp(X.times(0.5))));
    }

    private static Manufactured v(double phase) {
        return new Manufactured(V, cos(X.times(2.7).plus(phase)).plus(X));
    }

    private static final Expr ANGLE = X.times(2 * Math.PI / 1.3);
    private static final Manufactured RING_U = new Manufactured(U, exp(sin(ANGLE)));
    private static final Manufactured RING_V =
            new Manufactured(V, cos(ANGLE.times(2)).plus(sin(ANGLE)));
    private static final Expr FIRST =
            U.d(X, X).plus(V.times(2)).minus(U.times(V)).minus(U);
    private static final Expr SECOND = V.d(X, X).minus(U.times(V1)).minus(V);

    private record Pair(Manufactured u, Manufactured v) {
        Equation equation(Expr operator) {
            return Manufactured.equation(operator, u, v);
        }

        Problem of(Expr first, Expr second) {
            return Problem.over(X).require(equation(first)).require(equation(second));
        }

        Problem with(Problem problem, Region region, Expr operator) {
            return problem.require(equation(operator).on(region));
        }
    }

    private static final Pair RING = new Pair(RING_U, RING_V);

    /** A name, the phases of the two waves, and the coarsest of four grids for order 2, 4 and 6. */
    private static final String TABLE = """
            values | 2.9 | 1.4 | 36 42 42
            slopes | 0.2 | 1.4 | 50 50 50
            coupled ends | 2.9 | 2.9 | 50 36 50
            first order | 1.4 | 2.9 | 50 50 42
            ring | 0 | 0 | 36 50 50
            """;

    private static Problem problem(String name, Pair pair) {
        return switch (name) {
            case "values" -> closed(pair, U, V, U, V);
            case "slopes" -> closed(pair, U1, V1, U1, V1);
            case "coupled ends" ->
                closed(pair, U, V1, U1.plus(V), V.plus(U.pow(2).times(0.1)));
            case "first order" ->
                pair.with(pair.with(pair.of(U1.plus(V).plus(U), V1.minus(U.times(0.5))), X.start(), U), X.end(), V);
            default -> pair.of(FIRST, SECOND).periodicIn(X);
        };
    }

    private static Problem closed(Pair pair, Expr left, Expr left2, Expr right, Expr right2) {
        Problem problem = pair.of(FIRST, SECOND);
        problem = pair.with(problem, X.start(), left);
        problem = pair.with(problem, X.start(), left2);
        problem = pair.with(problem, X.end(), right);
        return pair.with(problem, X.end(), right2);
    }

    static Stream<Arguments> cases() {
        return TABLE.lines().flatMap(line -> IntStream.of(2, 4, 6).mapToObj(order -> Arguments.of(line, order)));
    }

    @ParameterizedTest(name = "{0}, order {1}")
    @MethodSource("cases")
    void bothFieldsConvergeWithTheOrderOfTheDifferences(String line, int order) {
        String[] cell = line.split(" \\| ");
        Pair pair = cell[0].equals("ring")
                ? RING
                : new Pair(u(Double.parseDouble(cell[1])), v(Double.parseDouble(cell[2])));
        Grids grids = new Grids(4, order == 6 ? 1.2 : 1.3, Integer.parseInt(cell[3].split(" ")[order / 2 - 1]));
        Discretization discretization = Discretization.of(problem(cell[0], pair));
        SteadySolution[] solutions = IntStream.range(0, grids.count())
                .mapToObj(k -> SteadySolver.standard()
                        .solve(discretization.system(Scheme.finiteDifferences(order), grids.cells(k))))
                .toArray(SteadySolution[]::new);
        for (Manufactured truth : List.of(pair.u, pair.v)) {
            double[] error = Stream.of(solutions).mapToDouble(truth::error).toArray();
            Manufactured.assertOrder(order, grids.spacings(), error, cell[0] + ": " + truth.field());
        }
    }
}
