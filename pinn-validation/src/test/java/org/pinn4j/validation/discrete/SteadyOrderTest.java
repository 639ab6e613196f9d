package org.pinn4j.validation.discrete;

import static org.pinn4j.pde.Expr.constant;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

/** Every operator with every closure converges with the order of its differences. */
class SteadyOrderTest {
    private static final Axis X = Axis.of("x", -0.2, 1.1);
    private static final Axis Y = Axis.of("y", 0.1, 1.3);
    private static final Field U = Field.of("u", X);
    private static final Field W = Field.of("w", X, Y);
    private static final Manufactured LINE =
            new Manufactured(U, sin(X.times(3).plus(0.2)).plus(exp(X.times(0.5))));
    /** Where the first errors at the ends do not happen to cancel those in between. */
    private static final Manufactured LATE =
            new Manufactured(U, sin(X.times(3).plus(1.4)).plus(exp(X.times(0.5))));

    private static final Manufactured RING =
            new Manufactured(U, exp(sin(X.times(2 * Math.PI / 1.3))).plus(cos(X.times(4 * Math.PI / 1.3))));
    private static final Expr UX = U.d(X);
    private static final Expr UXX = U.d(X, X);
    private static final Expr U4 = U.d(X, X, X, X);
    private static final Expr LAPLACIAN = W.d(X, X).plus(W.d(Y, Y));
    private static final Expr SLOPES = W.d(X).pow(2).plus(W.d(Y).pow(2));

    private static Problem line(Expr operator) {
        return Problem.over(X).require(LINE.equation(operator));
    }

    private static Problem dirichlet(Expr operator) {
        return line(operator).require(LINE.on(X.ends(), U));
    }

    private static Problem ends(Expr operator, Expr left, Expr right) {
        return line(operator).require(LINE.on(X.start(), left)).require(LINE.on(X.end(), right));
    }

    private static Map<String, Problem> lines() {
        Map<String, Problem> problems = new TreeMap<>();
        problems.put("u_xx Dirichlet", dirichlet(UXX));
        problems.put("u_xx Neumann", ends(UXX.minus(U.times(2)), UX, UX));
        problems.put("u_xx Robin", ends(UXX, UX.times(-1).plus(U.times(3)), UX.plus(U.times(2))));
        problems.put(
                "u_xx nonlinear flux", ends(UXX.minus(U), U, UX.plus(U.pow(4).times(0.2))));
        problems.put("u_xxx", dirichlet(U.d(X, X, X).plus(UX)).require(LINE.on(X.end(), UX)));
        problems.put("u_xxxx clamped", dirichlet(U4).require(LINE.on(X.ends(), UX)));
        problems.put("u u_x", dirichlet(UXX.times(-0.5).plus(U.times(UX)).plus(U.pow(3))));
        problems.put("u_x squared", dirichlet(UXX.times(-1).plus(UX.pow(2).times(0.3))));
        problems.put(
                "coefficients",
                dirichlet(UXX.times(X.pow(2).plus(1)).plus(UX.times(sin(X))).minus(U.times(exp(X)))));
        return problems;
    }

    private static Map<String, Problem> rings() {
        Map<String, Expr> operators = Map.of(
                "u_x", UX.plus(U),
                "u_xx", UXX.minus(U),
                "u_xxx", U.d(X, X, X).plus(U.times(30)),
                "u_xxxx", U4.plus(U.times(900)),
                "u u_x", UXX.times(-1).plus(U.times(UX)).plus(U.pow(3)).plus(U));
        Map<String, Problem> problems = new TreeMap<>();
        operators.forEach((name, operator) -> problems.put(
                name, Problem.over(X).require(RING.equation(operator)).periodicIn(X)));
        return problems;
    }

    /** Along one axis a wave, along the other a parabola, for which all differences are exact: one axis alone is refined. */
    private static Manufactured wave(Axis along, Axis across) {
        Expr parabola = across.minus(across.pow(2).times(0.3)).plus(1);
        return new Manufactured(
                W,
                sin(along.times(3).plus(along.equals(X) ? 0.2 : -0.1))
                        .times(parabola)
                        .plus(along));
    }

    private static Map<String, Problem> planes(Manufactured truth) {
        Map<String, Expr> operators = Map.of(
                "Laplacian", LAPLACIAN,
                "w_xy", LAPLACIAN.plus(W.d(X, Y)),
                "squares of slopes", LAPLACIAN.minus(SLOPES.times(0.2)),
                "coefficients", LAPLACIAN.times(X.plus(Y)).plus(W.d(X)).minus(W.times(Y)));
        Map<String, Problem> problems = new TreeMap<>();
        operators.forEach((name, operator) ->
                problems.put(name, plane(truth, operator).require(truth.on(Region.boundary(), W))));
        problems.put("flux", mixed(truth, LAPLACIAN));
        return problems;
    }

    private static Problem plane(Manufactured truth, Expr operator) {
        return Problem.over(X, Y).require(truth.equation(operator));
    }

    /** Neumann, Robin and Dirichlet, so that corners of every kind occur. */
    private static Problem mixed(Manufactured truth, Expr operator) {
        return plane(truth, operator)
                .require(truth.on(X.start(), W.d(X)))
                .require(truth.on(X.end(), W.d(X).plus(W)))
                .require(truth.on(Y.start(), W))
                .require(truth.on(Y.end(), W.d(Y).plus(W.times(2))));
    }

    private static Stream<Arguments> each(Map<String, Problem> problems) {
        return problems.keySet().stream()
                .flatMap(name -> IntStream.of(2, 4, 6).mapToObj(order -> Arguments.of(name, order)));
    }

    static Stream<Arguments> onALine() {
        return each(lines());
    }

    static Stream<Arguments> onARing() {
        return each(rings());
    }

    static Stream<Arguments> inThePlane() {
        return each(planes(wave(X, Y)));
    }

    @ParameterizedTest(name = "{0}, order {1}")
    @MethodSource("onALine")
    void aLineConvergesWithTheOrderOfItsDifferences(String name, int order) {
        int cells = order == 2 ? 100 : order == 4 ? 50 : 30;
        Manufactured.assertOrder(LINE, lines().get(name), order, order == 6 ? 1.2 : 1.4, cells);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anEquationOfFirstOrderConvergesFromEitherEnd(int order) {
        Problem right = Problem.over(X).require(LATE.equation(UX.plus(U))).require(LATE.on(X.start(), U));
        Problem left = Problem.over(X)
                .require(LATE.equation(UX.times(cos(X)).minus(U)))
                .require(LATE.on(X.end(), U));
        int cells = order == 6 ? 60 : 100;
        Manufactured.assertOrder(LATE, right, order, 1.2, cells);
        Manufactured.assertOrder(LATE, left, order, 1.2, cells);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aHingedBeamConvergesWithItsOrder(int order) {
        Manufactured truth = new Manufactured(U, sin(X.times(3).plus(1.8)).plus(exp(X.times(0.5))));
        Problem hinged = Problem.over(X)
                .require(truth.equation(U4.plus(U)))
                .require(truth.on(X.ends(), U))
                .require(truth.on(X.ends(), UXX));
        Manufactured.assertOrder(truth, hinged, order, 1.2, order == 6 ? 44 : 100);
    }

    @ParameterizedTest(name = "{0}, order {1}")
    @MethodSource("onARing")
    void aRingConvergesWithTheOrderOfItsDifferences(String name, int order) {
        Manufactured.assertOrder(RING, rings().get(name), order, 1.25, order == 2 ? 100 : 60);
    }

    @ParameterizedTest(name = "{0}, order {1}")
    @MethodSource("inThePlane")
    void aPlaneConvergesAlongOneAxis(String name, int order) {
        int cells = order == 2 ? 60 : order == 4 ? 50 : 40;
        Manufactured alongX = wave(X, Y);
        Manufactured.assertOrder(alongX, planes(alongX).get(name), order, 1.2, cells, 9);
        if (name.equals("Laplacian") || name.equals("flux")) {
            Manufactured alongY = wave(Y, X);
            Manufactured.assertOrder(alongY, planes(alongY).get(name), order, 1.2, 9, cells);
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aPlaneConvergesAlongBothAxes(int order) {
        Manufactured truth = new Manufactured(
                W, sin(X.times(1.7).plus(Y)).times(exp(Y.times(0.4))).plus(cos(X.minus(Y.times(1.4)))));
        Manufactured.assertOrder(truth, mixed(truth, LAPLACIAN), order, 1.2, 14, 14);
    }

    /** An equation of first order in both axes takes its data from two neighbouring sides. */
    @ParameterizedTest
    @MethodSource("orders")
    void aGoursatProblemConvergesWithItsOrder(int order) {
        Manufactured truth = wave(X, Y);
        Problem problem = plane(truth, W.d(X, Y).plus(W).plus(constant(1)))
                .require(truth.on(X.start(), W))
                .require(truth.on(Y.start(), W));
        Manufactured.assertOrder(truth, problem, order, 1.25, order == 6 ? 60 : 100, 9);
    }

    static IntStream orders() {
        return IntStream.of(2, 4, 6);
    }
}
