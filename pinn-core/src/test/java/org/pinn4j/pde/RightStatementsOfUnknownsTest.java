package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Well-posed statements with parts that are steep, unknown or known from readings: nothing is to be said of them. */
class RightStatementsOfUnknownsTest {
    private static final Axis X = Axis.of("x", 0, 1.5);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Axis T = Axis.time("t", 0, 0.8);
    private static final double PI = Math.PI;

    private final Map<String, Supplier<Problem>> all = new LinkedHashMap<>();

    private static Field over(String name, Axis... axes) {
        return Field.of(name, axes);
    }

    private void sharp() {
        Field u = over("u", X);
        Problem bar = Problem.over(X).require(u.equalTo(0).on(X.ends()));
        Expr s = X.minus(0.4);
        all.put(
                "a layer that points meet",
                () -> bar.require(
                        Expr.tanh(s.times(80)).plus(3).times(u.d(X)).d(X).equalTo(1)));
        all.put(
                "a source that jumps",
                () -> bar.require(u.d(X, X).equalTo(Expr.sqrt(s.pow(2)).over(s))));
        all.put("a source of short waves", () -> bar.require(u.d(X, X).equalTo(sin(X.times(700)))));
        all.put(
                "a spike of no weight",
                () -> bar.require(
                        u.d(X, X).equalTo(exp(s.times(1e6).pow(2).negate()).plus(1))));
        all.put(
                "a coefficient with a root",
                () -> bar.require(Expr.sqrt(X).plus(1).times(u.d(X)).d(X).equalTo(1)));
    }

    private void unknowns() {
        Field u = over("u", X);
        Field q = over("q", X);
        double[][] at = IntStream.range(0, 20)
                .mapToObj(i -> new double[] {0.07 * i + 0.05})
                .toArray(double[][]::new);
        double[] values = Arrays.stream(at).mapToDouble(x -> Math.cos(x[0])).toArray();
        Condition data = u.equalTo(Expr.measurement()).onData(at, values);
        all.put(
                "an unknown potential and data",
                () -> Problem.over(X)
                        .require(u.d(X, X).plus(q.times(u)).equalTo(0))
                        .require(u.equalTo(cos(X)).on(X.ends()))
                        .require(data));
        all.put(
                "an unknown conductivity and data",
                () -> Problem.over(X)
                        .require(q.times(u.d(X)).d(X).equalTo(-1))
                        .require(u.equalTo(cos(X)).on(X.ends()))
                        .require(data));
        Field h = over("h", X, T);
        Field s = over("s", X, T);
        all.put(
                "an unknown source and the state at the end",
                () -> Problem.over(X, T)
                        .require(h.d(T).equalTo(h.d(X, X).plus(s)))
                        .require(h.equalTo(0).on(T.start()))
                        .require(h.equalTo(X.times(1.5).minus(X.pow(2)))
                                .on(T.end())
                                .asTerminal())
                        .require(h.equalTo(0).on(X.ends())));
        Field m = over("m", X);
        Parameter k = Parameter.of("k", 9);
        all.put(
                "an eigenvalue by the integral of its mode",
                () -> Problem.over(X)
                        .require(u.d(X, X).plus(k.times(u)).equalTo(0))
                        .require(m.d(X).equalTo(u.pow(2)))
                        .require(u.equalTo(0).on(X.ends()))
                        .require(m.equalTo(0).on(X.start()))
                        .require(m.equalTo(1).on(X.end())));
        Field a = over("a", T);
        Field b = over("b", T);
        all.put(
                "predators and prey",
                () -> Problem.over(T)
                        .require(a.d(T).equalTo(a.minus(a.times(b))))
                        .require(b.d(T).equalTo(a.times(b).minus(b)))
                        .require(a.equalTo(2).on(T.start()))
                        .require(b.equalTo(1).on(T.start())));
        all.put(
                "a pendulum with a constraint",
                () -> Problem.over(T)
                        .require(a.d(T, T).plus(a.times(b)).equalTo(0))
                        .require(b.equalTo(a.pow(2).plus(1)))
                        .require(a.equalTo(0.3).on(T.start()))
                        .require(a.d(T).equalTo(0).on(T.start())));
        all.put(
                "a regular singular point",
                () -> Problem.over(X)
                        .require(X.pow(2)
                                .times(u.d(X, X))
                                .plus(X.times(u.d(X)))
                                .plus(X.pow(2).times(u))
                                .equalTo(0))
                        .require(u.equalTo(1).on(X.end())));
    }

    /** Each determined by something else than readings. */
    private void coefficients() {
        Parameter k = Parameter.of("k", 0.7).positive();
        Field u = over("u", X, T);
        Problem heat = Problem.over(X, T)
                .require(u.d(T).equalTo(u.d(X, X).times(k)))
                .require(u.equalTo(sin(X.times(PI / 1.5))).on(T.start()))
                .require(u.equalTo(0).on(X.ends()));
        all.put(
                "an unknown diffusivity and the flux through a wall",
                () -> heat.require(u.d(X).times(k).equalTo(exp(T.negate())).on(X.start())));
        all.put(
                "an unknown diffusivity and the flux through a piece of time on a wall",
                () -> heat.require(u.d(X).times(k).equalTo(1).on(X.start().where(T, 0.2, 0.3))));
        Field a = over("a", X);
        Field b = over("b", X);
        all.put(
                "an oscillation of unknown period with its phase",
                () -> Problem.over(X)
                        .require(a.d(X).equalTo(b.times(k)))
                        .require(b.d(X).equalTo(
                                        b.minus(a.pow(2).times(b)).minus(a).times(k)))
                        .periodicIn(X)
                        .require(a.equalTo(0).on(X.start())));
        Field c = over("c", X, Y);
        all.put(
                "an unknown source that balances given fluxes",
                () -> Problem.over(X, Y)
                        .require(c.d(X, X).plus(c.d(Y, Y)).equalTo(k))
                        .require(c.dn().equalTo(0.3).on(Region.boundary())));
        Field front = over("L", T);
        all.put(
                "a force on all of a bar that follows an equation of time",
                () -> Problem.over(X, T)
                        .require(u.d(T).equalTo(u.d(X, X).plus(front)))
                        .require(front.d(T).equalTo(front.negate()))
                        .require(front.equalTo(1).on(T.start()))
                        .require(u.equalTo(0).on(T.start()))
                        .require(u.equalTo(0).on(X.ends())));
        all.put(
                "a front that obeys the slope at a wall",
                () -> Problem.over(X, T)
                        .require(u.d(T).equalTo(u.d(X, X)))
                        .require(front.d(T).equalTo(over("s", T)))
                        .require(over("s", T).equalTo(u.d(X).trace(X.end())))
                        .require(front.equalTo(1).on(T.start()))
                        .require(u.equalTo(sin(X.times(PI / 1.5))).on(T.start()))
                        .require(u.equalTo(0).on(X.ends())));
    }

    static Stream<Arguments> statements() {
        RightStatementsOfUnknownsTest t = new RightStatementsOfUnknownsTest();
        t.sharp();
        t.unknowns();
        t.coefficients();
        return t.all.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void nothingIsSaidOfAWellPosedStatement(String name, Supplier<Problem> statement) {
        Problem problem = statement.get();
        List<String> said = problem.findings().stream()
                .filter(f -> !f.key().startsWith("gauge:"))
                .map(Finding::toString)
                .toList();
        assertEquals(List.of(), said, problem.toString());
    }
}
