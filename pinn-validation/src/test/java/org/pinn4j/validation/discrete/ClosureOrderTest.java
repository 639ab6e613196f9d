package org.pinn4j.validation.discrete;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.validation.discrete.Manufactured.Grids;

/** Every operator on a line with every pair of closures; what {@link SteadyOrderTest} has is not repeated. */
class ClosureOrderTest {
    private static final Axis X = Axis.of("x", -0.2, 1.1);
    private static final Field U = Field.of("u", X);
    private static final Expr U1 = U.d(X);
    private static final Expr U2 = U.d(X, X);
    private static final Expr U3 = U.d(X, X, X);
    private static final Expr U4 = U.d(X, X, X, X);
    private static final Manufactured RING =
            new Manufactured(U, exp(sin(X.times(2 * Math.PI / 1.3))).plus(cos(X.times(4 * Math.PI / 1.3))));

    /** Conditions at the left end and at the right end. */
    private record Closure(String name, List<Expr> left, List<Expr> right) {
        Problem of(Manufactured truth, Expr operator) {
            Problem problem = Problem.over(X).require(truth.equation(operator));
            for (Expr condition : left) {
                problem = problem.require(truth.on(X.start(), condition));
            }
            for (Expr condition : right) {
                problem = problem.require(truth.on(X.end(), condition));
            }
            return left.isEmpty() && right.isEmpty() ? problem.periodicIn(X) : problem;
        }
    }

    private static Closure closure(String name, List<Expr> left, List<Expr> right) {
        return new Closure(name, left, right);
    }

    private static final Expr LEFT_ROBIN = U.times(3).minus(U1);
    private static final Expr RIGHT_ROBIN = U1.plus(U.times(2));
    private static final List<Closure> FIRST = List.of(
            closure("Neumann, left", List.of(U1), List.of()),
            closure("Robin, left", List.of(LEFT_ROBIN), List.of()),
            closure("Dirichlet, left", List.of(U), List.of()));
    private static final List<Closure> SECOND = List.of(
            closure("Neumann, Neumann", List.of(U1), List.of(U1)),
            closure("Robin, Robin", List.of(LEFT_ROBIN), List.of(RIGHT_ROBIN)),
            closure("Dirichlet, Neumann", List.of(U), List.of(U1)),
            closure("Neumann, Robin", List.of(U1), List.of(RIGHT_ROBIN)),
            closure("Robin, Dirichlet", List.of(LEFT_ROBIN), List.of(U)),
            closure("periodic", List.of(), List.of()));
    private static final List<Closure> THIRD = List.of(
            closure("clamped, Dirichlet", List.of(U, U1), List.of(U)),
            closure("Neumann, clamped", List.of(U1), List.of(U, U1)),
            closure("Robin, hinged", List.of(LEFT_ROBIN), List.of(U, U2)),
            closure("hinged, Neumann", List.of(U, U2), List.of(U1)));
    private static final List<Closure> FOURTH = List.of(
            closure("clamped, free", List.of(U, U1), List.of(U2, U3)),
            closure("hinged, clamped", List.of(U, U2), List.of(U, U1)),
            closure("sliding, sliding", List.of(U1, U3), List.of(U1, U3)),
            closure("free, free", List.of(U2, U3), List.of(U2, U3)),
            closure(
                    "springs, springs",
                    List.of(U2.minus(U1.times(2)), U3.plus(U.times(5))),
                    List.of(U2.plus(U1.times(2)), U3.minus(U.times(5)))));

    private static final Expr WAVE = cos(X.times(2 * Math.PI / 1.3));
    private static final Map<String, Expr> OPERATORS = Map.of(
            "u_x", U1.plus(U),
            "u_x + u u_x", U.times(U1).times(0.2).plus(U1).plus(U),
            "u_xx", U2.minus(U.times(2)),
            "u u_x", U2.times(-0.5).plus(U.times(U1)).plus(U.pow(3)).plus(U),
            "u_x squared", U2.times(-1).plus(U1.pow(2).times(0.3)).plus(U),
            "coefficients",
                    U2.times(WAVE.times(0.3).plus(1)).plus(U1.times(WAVE)).minus(U.times(WAVE.plus(2))),
            "u_xxx", U3.plus(U1),
            "u_xxxx", U4.plus(U));

    /**
     * Operator, closure, phase φ of the solution sin(3x + φ) + exp(x/2), and the coarsest of five grids for order 2, 4 and 6. The
     * phase keeps the terms of the error that stand beside the leading one small, the grids lie between those terms and rounding.
     */
    private static final String TABLE = """
            u_x | Neumann, left | 0.2 | 24 30 50
            u_x | Robin, left | 0.2 | 36 24 50
            u_x + u u_x | Neumann, left | 0.2 | 24 30 50
            u_x + u u_x | Robin, left | 0.2 | 42 24 50
            u_x + u u_x | Dirichlet, left | 1.4 | 30 20 42
            u_xx | Neumann, Neumann | 1.4 | 24 60 50
            u_xx | Robin, Robin | 2.2 | 42 36 24
            u_xx | Dirichlet, Neumann | 2.9 | 24 60 36
            u_xx | Neumann, Robin | 0.7 | 36 50 50
            u_xx | Robin, Dirichlet | 0.7 | 30 50 42
            u u_x | Neumann, Neumann | 1.4 | 80 20 50
            u u_x | Robin, Robin | 2.2 | 36 24 50
            u u_x | Dirichlet, Neumann | 2.9 | 50 20 36
            u u_x | Neumann, Robin | 1.4 | 60 20 50
            u u_x | Robin, Dirichlet | 1.4 | 50 20 50
            u_x squared | Neumann, Neumann | 2.2 | 20 20 24
            u_x squared | Robin, Robin | 2.9 | 50 60 42
            u_x squared | Dirichlet, Neumann | 2.9 | 36 80 20
            u_x squared | Neumann, Robin | 1.4 | 50 24 42
            u_x squared | Robin, Dirichlet | 0.7 | 30 100 50
            u_x squared | periodic | 0 | 24 60 60
            coefficients | Neumann, Neumann | 1.4 | 24 50 50
            coefficients | Robin, Robin | 2.2 | 42 20 42
            coefficients | Dirichlet, Neumann | 2.9 | 20 50 20
            coefficients | Neumann, Robin | 0.7 | 24 50 50
            coefficients | Robin, Dirichlet | 0.7 | 36 20 24
            coefficients | periodic | 0 | 36 60 60
            u_xxx | clamped, Dirichlet | 0.2 | 80 24 24
            u_xxx | Neumann, clamped | 0.2 | 50 36 24
            u_xxx | Robin, hinged | 1.4 | 60 24 30
            u_xxx | hinged, Neumann | 2.2 | 50 24 36
            u_xxxx | clamped, free | 2.9 | 24 36 24
            u_xxxx | hinged, clamped | 2.0 | 120 60 44
            u_xxxx | sliding, sliding | 1.4 | 50 50 20
            u_xxxx | free, free | 0.7 | 42 36 24
            u_xxxx | springs, springs | 2.2 | 50 50 20
            """;

    /** One line of the table with one order. */
    record Case(String operator, String closure, int order, Manufactured truth, Problem problem, Grids grids) {
        String name() {
            return "ClosureOrderTest: %s, %s, order %d".formatted(operator, closure, order);
        }
    }

    static Case find(String operator, String closure, int order) {
        return cases().filter(c -> c.operator.equals(operator) && c.closure.equals(closure) && c.order == order)
                .findFirst()
                .orElseThrow();
    }

    static Stream<Case> cases() {
        return TABLE.lines()
                .map(line -> line.split(" \\| "))
                .flatMap(cell -> IntStream.of(2, 4, 6).mapToObj(order -> read(cell, order)));
    }

    private static Case read(String[] cell, int order) {
        double phase = Double.parseDouble(cell[2]);
        int cells = Integer.parseInt(cell[3].split(" ")[order / 2 - 1]);
        Manufactured truth = cell[1].equals("periodic")
                ? RING
                : new Manufactured(U, sin(X.times(3).plus(phase)).plus(exp(X.times(0.5))));
        Problem problem = closure(cell[0], cell[1]).of(truth, OPERATORS.get(cell[0]));
        return new Case(cell[0], cell[1], order, truth, problem, new Grids(5, order == 6 ? 1.2 : 1.3, cells));
    }

    private static Closure closure(String operator, String name) {
        List<Closure> known = operator.startsWith("u_x ") && !operator.contains("squared") || operator.equals("u_x")
                ? FIRST
                : operator.equals("u_xxx") ? THIRD : operator.equals("u_xxxx") ? FOURTH : SECOND;
        return known.stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyOperatorConvergesWithEveryClosure(Case c) {
        double[] error = Manufactured.errors(c.truth, c.problem, Scheme.finiteDifferences(c.order), c.grids);
        Manufactured.assertOrder(c.order, c.grids.spacings(), error, c.name());
    }
}
