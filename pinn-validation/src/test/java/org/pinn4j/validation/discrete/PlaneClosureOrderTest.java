package org.pinn4j.validation.discrete;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.validation.discrete.Manufactured.Grids;

/**
 * Every operator in the plane with every closure of the sides; what {@link SteadyOrderTest} has is not repeated. Along one axis the
 * solution is a wave, along the other a parabola, for which all differences are exact, so that the grid is refined along one alone.
 */
class PlaneClosureOrderTest {
    private static final Axis X = Axis.of("x", -0.2, 1.1);
    private static final Axis Y = Axis.of("y", 0.1, 1.3);
    private static final Field W = Field.of("w", X, Y);
    private static final Expr LAPLACIAN = W.d(X, X).plus(W.d(Y, Y));
    private static final Expr SLOPES = W.d(X).pow(2).plus(W.d(Y).pow(2));
    private static final Expr PLATE =
            W.d(X, X).d(X, X).plus(W.d(X, X).d(Y, Y).times(2)).plus(W.d(Y, Y).d(Y, Y));
    private static final int ACROSS = 9;
    private static final Map<String, Expr> OPERATORS = Map.of(
            "Laplacian", LAPLACIAN.minus(W),
            "w_xy", LAPLACIAN.plus(W.d(X, Y)).minus(W),
            "squares of slopes", LAPLACIAN.minus(SLOPES.times(0.2)).minus(W),
            "advection",
                    LAPLACIAN
                            .times(-0.5)
                            .plus(W.times(W.d(X)).times(0.3))
                            .plus(W.d(Y))
                            .plus(W),
            "coefficients", LAPLACIAN.times(Y.plus(1)).plus(W.d(X)).minus(W.times(Y.plus(2))),
            "plate", PLATE.plus(W));

    private record Case(String operator, String closure, int order, Manufactured truth, Problem problem, Grids grids) {
        @Override
        public String toString() {
            return "%s, %s, order %d".formatted(operator, closure, order);
        }
    }

    private static final Map<String, BiFunction<Problem, Manufactured, Problem>> CLOSURES = Map.of(
            "Dirichlet", (p, m) -> p.require(m.on(Region.boundary(), W)),
            "Neumann", (p, m) -> slopes(p, m, 0),
            "Robin", (p, m) -> slopes(p, m, 2),
            "mixed",
                    (p, m) -> p.require(m.on(X.start(), W.d(X)))
                            .require(m.on(X.end(), W.d(X).plus(W)))
                            .require(m.on(Y.start(), W))
                            .require(m.on(Y.end(), W.d(Y).plus(W.times(2)))),
            "ring, Dirichlet", (p, m) -> p.periodicIn(X).require(m.on(Y.ends(), W)),
            "ring, Robin",
                    (p, m) -> p.periodicIn(X)
                            .require(m.on(Y.start(), W.times(2).minus(W.d(Y))))
                            .require(m.on(Y.end(), W.d(Y))),
            "clamped",
                    (p, m) -> p.require(m.on(X.ends(), W))
                            .require(m.on(X.ends(), W.d(X)))
                            .require(m.on(Y.ends(), W))
                            .require(m.on(Y.ends(), W.d(Y))),
            "hinged",
                    (p, m) -> p.require(m.on(X.ends(), W))
                            .require(m.on(X.ends(), W.d(X, X)))
                            .require(m.on(Y.ends(), W))
                            .require(m.on(Y.ends(), W.d(Y, Y))),
            "ring, clamped",
                    (p, m) -> p.periodicIn(X).require(m.on(Y.ends(), W)).require(m.on(Y.ends(), W.d(Y))));

    /** The outward slope and a multiple of the value on every side. */
    private static Problem slopes(Problem problem, Manufactured truth, double factor) {
        return problem.require(truth.on(X.start(), W.times(factor).minus(W.d(X))))
                .require(truth.on(X.end(), W.times(factor).plus(W.d(X))))
                .require(truth.on(Y.start(), W.times(factor).minus(W.d(Y))))
                .require(truth.on(Y.end(), W.times(factor).plus(W.d(Y))));
    }

    private static Manufactured wave(Axis along, Axis across, double phase, boolean ring) {
        Expr parabola = across.minus(across.pow(2).times(0.3)).plus(1);
        Expr wave = ring
                ? sin(along.times(2 * Math.PI / along.length())).plus(cos(along.times(4 * Math.PI / along.length())))
                : sin(along.times(3).plus(phase)).plus(along);
        return new Manufactured(W, wave.times(parabola));
    }

    /** Operator, closure, phase of the wave, and the coarsest of four grids for order 2, 4 and 6. */
    private static final String TABLE = """
            Laplacian | Neumann | 1.4 | 50 50 50
            Laplacian | Robin | 2.2 | 50 50 50
            Laplacian | ring, Dirichlet | 0 | 36 50 60
            Laplacian | ring, Robin | 0 | 42 50 60
            w_xy | Neumann | 2.2 | 24 50 50
            w_xy | Robin | 1.4 | 36 50 50
            w_xy | mixed | 2.2 | 50 50 50
            w_xy | ring, Dirichlet | 0 | 36 50 60
            w_xy | ring, Robin | 0 | 42 50 60
            squares of slopes | Neumann | 2.2 | 50 24 50
            squares of slopes | Robin | 2.2 | 50 24 36
            squares of slopes | mixed | 1.4 | 50 24 50
            squares of slopes | ring, Dirichlet | 0 | 42 60 60
            squares of slopes | ring, Robin | 0 | 42 60 60
            advection | Dirichlet | 0.2 | 36 60 36
            advection | Neumann | 1.4 | 24 50 50
            advection | Robin | 1.4 | 50 50 24
            advection | mixed | 1.4 | 50 24 50
            advection | ring, Dirichlet | 0 | 36 50 60
            advection | ring, Robin | 0 | 42 50 60
            coefficients | Neumann | 2.2 | 50 24 50
            coefficients | Robin | 2.2 | 50 24 50
            coefficients | mixed | 1.4 | 24 24 24
            coefficients | ring, Dirichlet | 0 | 36 50 60
            coefficients | ring, Robin | 0 | 42 50 60
            plate | clamped | 0.7 | 50 50 36
            plate | hinged | 1.4 | 50 50 50
            plate | ring, clamped | 0 | 42 60 60
            """;

    static Stream<Case> cases() {
        return TABLE.lines()
                .map(line -> line.split(" \\| "))
                .flatMap(cell -> IntStream.of(2, 4, 6).mapToObj(order -> read(cell, order)));
    }

    private static Case read(String[] cell, int order) {
        int cells = Integer.parseInt(cell[3].split(" ")[order / 2 - 1]);
        Manufactured truth = wave(X, Y, Double.parseDouble(cell[2]), cell[1].startsWith("ring"));
        Problem problem = Problem.over(X, Y).require(truth.equation(OPERATORS.get(cell[0])));
        return new Case(
                cell[0],
                cell[1],
                order,
                truth,
                CLOSURES.get(cell[1]).apply(problem, truth),
                new Grids(4, order == 6 ? 1.2 : 1.3, cells, ACROSS));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyOperatorConvergesWithEveryClosureOfTheSides(Case c) {
        double[] error = Manufactured.errors(c.truth, c.problem, Scheme.finiteDifferences(c.order), c.grids);
        Manufactured.assertOrder(c.order, c.grids.spacings(), error, c.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void aTorusConvergesAlongBothAxes(int order) {
        Expr along = X.times(2 * Math.PI / X.length());
        Expr across = Y.times(2 * Math.PI / Y.length());
        Manufactured truth = new Manufactured(
                W, sin(along.plus(across)).plus(cos(along.minus(0.3))).plus(sin(across)));
        Problem torus = Problem.over(X, Y)
                .require(truth.equation(LAPLACIAN.plus(W.d(X, Y)).plus(W.d(X)).minus(W)))
                .periodicIn(X)
                .periodicIn(Y);
        Grids grids = new Grids(4, 1.2, 20, 20);
        double[] error = Manufactured.errors(truth, torus, Scheme.finiteDifferences(order), grids);
        Manufactured.assertOrder(order, grids.spacings(), error, "torus");
    }
}
