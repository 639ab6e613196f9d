package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pinn4j.pde.Expr.constant;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Well-posed statements in which a condition is needed only where the flow enters: nothing is to be said of them but
 * what they are known up to, and that an axis may be time.
 */
class RightStatementsOfFlowTest {
    private static final Axis X = Axis.of("x", 0, 1.5);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Axis A = Axis.of("a", -1.2, 1.2);
    private static final Axis B = Axis.of("b", -1.2, 1.2);
    private static final Axis T = Axis.time("t", 0, 0.8);
    private static final double PI = Math.PI;

    private final Map<String, Supplier<Problem>> all = new LinkedHashMap<>();

    private void nonlinear() {
        Field c = Field.of("c", A, T);
        Problem burgers =
                Problem.over(A, T).require(c.d(T).plus(c.times(c.d(A))).equalTo(0));
        Expr opening = constant(1.2).over(T.plus(1));
        all.put(
                "a rarefaction out of both ends",
                () -> burgers.require(c.equalTo(A).on(T.start())));
        Expr closing = constant(0.36).over(constant(1).minus(T.times(0.3)));
        all.put(
                "inflow at both ends",
                () -> burgers.require(c.equalTo(A.times(-0.3)).on(T.start()))
                        .require(c.equalTo(closing).on(A.start()).named("left"))
                        .require(c.equalTo(closing.negate()).on(A.end()).named("right")));
        Field u = Field.of("u", Y, T);
        all.put(
                "inflow at the lower end alone",
                () -> Problem.over(Y, T)
                        .require(u.d(T).plus(u.times(u.d(Y))).equalTo(0))
                        .require(u.equalTo(Y.plus(1.2)).on(T.start()))
                        .require(u.equalTo(opening).on(Y.start()).named("left")));
    }

    private void steady() {
        Field c = Field.of("c", A, Y);
        Problem out = Problem.over(A, Y).require(c.d(Y).plus(A.times(c.d(A))).equalTo(0));
        all.put("steady flow out of both sides", () -> out.require(c.equalTo(A).on(Y.start())));
        all.put(
                "steady flow into both sides",
                () -> Problem.over(A, Y)
                        .require(c.d(Y).minus(A.times(c.d(A))).equalTo(0))
                        .require(c.equalTo(A).on(Y.start()))
                        .require(c.equalTo(exp(Y).times(1.2)).on(A.end()))
                        .require(c.equalTo(exp(Y).times(-1.2)).on(A.start()).named("left")));
        Field d = Field.of("d", X, Y);
        all.put(
                "the distance from a side",
                () -> Problem.over(X, Y)
                        .require(d.d(X).pow(2).plus(d.d(Y).pow(2)).equalTo(1))
                        .require(d.equalTo(0).on(X.start())));
        all.put(
                "a boundary layer by its equation in space alone",
                () -> Problem.over(X, Y)
                        .require(d.d(X).equalTo(d.d(Y, Y)))
                        .require(d.equalTo(0).on(X.start()))
                        .require(d.equalTo(0).on(Y.start()))
                        .require(d.equalTo(X).on(Y.end())));
    }

    private void pieces() {
        Field q = Field.of("q", X, A, T);
        all.put(
                "inflow on half of each side",
                () -> Problem.over(X, A, T)
                        .require(q.d(T).plus(A.times(q.d(X))).equalTo(0))
                        .require(q.equalTo(0).on(T.start()))
                        .require(q.equalTo(T).on(X.start().where(A)).named("left"))
                        .require(q.equalTo(T).on(X.end().where(A.negate())).named("right")));
        Axis s = Axis.parameter("s", -1, 1);
        Field p = Field.of("p", X, T, s);
        all.put(
                "the same for every value of a speed",
                () -> Problem.over(X, T, s)
                        .require(p.d(T).plus(s.times(p.d(X))).equalTo(0))
                        .require(p.equalTo(0).on(T.start()))
                        .require(p.equalTo(T).on(X.start().where(s)).named("left"))
                        .require(p.equalTo(T).on(X.end().where(s.negate())).named("right")));
        Field w = Field.of("w", X, A);
        all.put(
                "diffusion that runs both ways",
                () -> Problem.over(X, A)
                        .require(A.times(w.d(X)).equalTo(w.d(A, A)))
                        .require(w.equalTo(1).on(X.start().where(A)).named("left"))
                        .require(w.equalTo(1).on(X.end().where(A.negate())).named("right"))
                        .require(w.equalTo(1).on(A.ends()).named("fast")));
        Field c = Field.of("c", A, B);
        all.put(
                "a flow in circles, inflow on half of each side",
                () -> Problem.over(A, B)
                        .require(A.times(c.d(B)).minus(B.times(c.d(A))).plus(c).equalTo(1))
                        .require(c.equalTo(0).on(A.end().where(B)).named("e"))
                        .require(c.equalTo(0).on(A.start().where(B.negate())).named("w"))
                        .require(c.equalTo(0).on(B.end().where(A.negate())).named("n"))
                        .require(c.equalTo(0).on(B.start().where(A)).named("s")));
    }

    private static Expr moved(Field f, Field u, Field v) {
        return f.d(T).plus(u.times(f.d(X))).plus(v.times(f.d(Y)));
    }

    private static Expr laplacian(Field f) {
        return f.d(X, X).plus(f.d(Y, Y));
    }

    private void walls() {
        Field u = Field.of("u", X, Y, T);
        Field v = Field.of("v", X, Y, T);
        Field p = Field.of("p", X, Y, T);
        Problem rest = Problem.over(X, Y, T)
                .require(u.equalTo(0).on(T.start()).named("u0"))
                .require(v.equalTo(0).on(T.start()).named("v0"));
        Condition left = u.equalTo(0).on(X.ends()).named("sides");
        Condition low = v.equalTo(0).on(Y.ends()).named("floor and lid");
        all.put(
                "Euler's equations between walls",
                () -> rest.require(moved(u, u, v).plus(p.d(X)).equalTo(0))
                        .require(moved(v, u, v).plus(p.d(Y)).equalTo(0))
                        .require(u.d(X).plus(v.d(Y)).equalTo(0))
                        .require(left)
                        .require(low));
        Field h = Field.of("h", X, Y, T);
        all.put(
                "shallow water in a basin",
                () -> rest.require(h.d(T).plus(h.times(u).d(X))
                                .plus(h.times(v).d(Y))
                                .equalTo(0))
                        .require(moved(u, u, v).plus(h.d(X).times(9.8)).equalTo(0))
                        .require(moved(v, u, v).plus(h.d(Y).times(9.8)).equalTo(0))
                        .require(h.equalTo(2).on(T.start()))
                        .require(left)
                        .require(low));
        Field c = Field.of("c", X, Y, T);
        all.put(
                "a dye that does not diffuse in a viscous flow",
                () -> rest.require(moved(u, u, v).plus(p.d(X)).equalTo(laplacian(u)))
                        .require(moved(v, u, v).plus(p.d(Y)).equalTo(laplacian(v)))
                        .require(u.d(X).plus(v.d(Y)).equalTo(0))
                        .require(moved(c, u, v).equalTo(0))
                        .require(c.equalTo(X).on(T.start()))
                        .require(u.equalTo(0).on(Region.boundary()))
                        .require(v.equalTo(0).on(Region.boundary())));
        Field s = Field.of("s", X, Y, T);
        all.put(
                "vorticity in a box",
                () -> Problem.over(X, Y, T)
                        .require(c.d(T).plus(s.d(Y).times(c.d(X)))
                                .minus(s.d(X).times(c.d(Y)))
                                .equalTo(0))
                        .require(laplacian(s).equalTo(c.negate()))
                        .require(c.equalTo(X).on(T.start()))
                        .require(s.equalTo(0).on(Region.boundary())));
        all.put(
                "a front carried by a flow through a porous bed",
                () -> Problem.over(X, Y, T)
                        .require(laplacian(p).equalTo(0))
                        .require(s.d(T).equalTo(p.d(X).times(s.d(X)).plus(p.d(Y).times(s.d(Y)))))
                        .require(p.equalTo(1).on(X.start()))
                        .require(p.equalTo(0).on(X.end()).named("outlet"))
                        .require(p.dn().equalTo(0).on(Y.ends()))
                        .require(s.equalTo(X).on(T.start()))
                        .require(s.equalTo(0).on(X.start()).named("inlet")));
        Expr px = X.times(PI / 1.5);
        Expr py = Y.times(PI);
        all.put(
                "a given flow in a cell",
                () -> Problem.over(X, Y, T)
                        .require(
                                c.d(T).plus(sin(px).times(cos(py)).times(c.d(X)).times(1.5))
                                        .minus(cos(px).times(sin(py)).times(c.d(Y)))
                                        .equalTo(0))
                        .require(c.equalTo(X).on(T.start())));
    }

    private void tube() {
        Field r = Field.of("r", X, T);
        Field v = Field.of("v", X, T);
        Field p = Field.of("p", X, T);
        all.put(
                "gas in a closed tube",
                () -> Problem.over(X, T)
                        .require(r.d(T).plus(r.times(v).d(X)).equalTo(0))
                        .require(v.d(T).plus(v.times(v.d(X)))
                                .plus(p.d(X).over(r))
                                .equalTo(0))
                        .require(p.d(T).plus(v.times(p.d(X)))
                                .plus(p.times(v.d(X)).times(1.4))
                                .equalTo(0))
                        .require(r.equalTo(1.2).on(T.start()))
                        .require(v.equalTo(0).on(T.start()))
                        .require(p.equalTo(X.plus(1)).on(T.start()))
                        .require(v.equalTo(0).on(X.ends())));
    }

    private void lowerOrders() {
        Field u = Field.of("u", X, T);
        Field v = Field.of("v", X, T);
        for (double sign : new double[] {1, -1}) {
            all.put(
                    "Goursat's problem with " + sign,
                    () -> Problem.over(X, T)
                            .require(u.d(X, T).equalTo(u.times(sign)))
                            .require(u.equalTo(1).on(T.start()))
                            .require(u.equalTo(1).on(X.start())));
            all.put(
                    "the same as a pair with " + sign,
                    () -> Problem.over(X, T)
                            .require(u.d(X).equalTo(v.times(sign)))
                            .require(v.d(T).equalTo(u))
                            .require(v.equalTo(0).on(T.start()))
                            .require(u.equalTo(1).on(X.start())));
            all.put(
                    "a packed bed with " + sign,
                    () -> Problem.over(X, T)
                            .require(u.d(X).equalTo(v.minus(u).times(sign)))
                            .require(v.d(T).equalTo(u.minus(v)))
                            .require(v.equalTo(0).on(T.start()))
                            .require(u.equalTo(1).on(X.start())));
        }
        all.put(
                "the sine-Gordon equation along light rays",
                () -> Problem.over(X, T)
                        .require(u.d(X, T).equalTo(sin(u)))
                        .require(u.equalTo(X).on(T.start()))
                        .require(u.equalTo(T).on(X.start())));
        Field w = Field.of("w", X, T);
        all.put(
                "light that saturates what it passes",
                () -> Problem.over(X, T)
                        .require(u.d(X).equalTo(v))
                        .require(v.d(T).equalTo(u.times(w)))
                        .require(w.d(T).equalTo(u.times(v).negate()))
                        .require(u.equalTo(exp(T.negate())).on(X.start()))
                        .require(v.equalTo(0).on(T.start()))
                        .require(w.equalTo(1).on(T.start())));
    }

    private void start() {
        Field a = Field.of("a", T);
        Field b = Field.of("b", T);
        all.put(
                "a point that stays on a circle, started there",
                () -> Problem.over(T)
                        .require(a.d(T).equalTo(b.times(-2)))
                        .require(a.pow(2).plus(b.pow(2)).equalTo(1))
                        .require(a.equalTo(Math.cos(0.3)).on(T.start()))
                        .require(b.equalTo(Math.sin(0.3)).on(T.start())));
        Field u = Field.of("u", X, T);
        all.put(
                "a speed that follows from the equation",
                () -> Problem.over(X, T)
                        .require(u.d(T).equalTo(u.d(X, X)))
                        .require(u.equalTo(sin(X.times(2 * PI / 1.5))).on(T.start()))
                        .require(u.d(T).equalTo(sin(X.times(2 * PI / 1.5)).times(-Math.pow(2 * PI / 1.5, 2)))
                                .on(T.start())
                                .named("speed"))
                        .require(u.equalTo(0).on(X.ends())));
    }

    static Stream<Arguments> statements() {
        RightStatementsOfFlowTest t = new RightStatementsOfFlowTest();
        t.nonlinear();
        t.steady();
        t.pieces();
        t.walls();
        t.tube();
        t.lowerOrders();
        t.start();
        return t.all.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void nothingIsSaidOfAWellPosedStatement(String name, Supplier<Problem> statement) {
        Problem problem = statement.get();
        List<String> said = problem.findings().stream()
                .filter(f -> !f.key().startsWith("gauge:") && !f.key().startsWith("initial-value:"))
                .map(Finding::toString)
                .toList();
        assertEquals(List.of(), said, problem.toString());
    }
}
