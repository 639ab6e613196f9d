package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.sin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.domain.Disk;

/** Statements that have no solution or many: each is stopped, by the finding that names what is wrong, and by no other. */
class WrongStatementsTest {
    private static final Axis X = Axis.of("x", 0, 2);
    private static final Axis Y = Axis.of("y", 0, 0.5);
    private static final Axis T = Axis.time("t", 0, 3);

    private final Map<String, Arguments> all = new LinkedHashMap<>();

    private void wrong(String name, String keys, String says, Supplier<Problem> problem) {
        all.put(name, Arguments.of(name, List.of(keys.split(" ")), says, problem));
    }

    private void evolutions() {
        Field u = Field.of("u", X, T);
        Problem heat = Problem.over(X, T).require(u.d(T).equalTo(u.d(X, X).times(0.3)));
        Condition start = u.equalTo(0).on(T.start());
        wrong(
                "no datum at the start",
                "missing-initial:u",
                "u needs 1 initial condition, got 0; add u.equalTo(...).on(t.start())",
                () -> heat.require(u.equalTo(0).on(X.ends())));
        wrong(
                "one end without a condition",
                "missing-boundary:u:x",
                "got 1 and 0; add one on u on x.end()",
                () -> heat.require(start).require(u.equalTo(0).on(X.start())));
        wrong(
                "two conditions at one end of a heat equation",
                "missing-boundary:u:x",
                "got 2 and 0; add one on u on x.end()",
                () -> heat.require(start)
                        .require(u.equalTo(0).on(X.start()))
                        .require(u.d(X).equalTo(0).on(X.start())));
        wrong(
                "no conditions in space",
                "missing-boundary:u:x",
                "on x.start() and on x.end(), or periodicIn(x)",
                () -> heat.require(start));
        wrong(
                "a wave without its speed",
                "missing-initial:u",
                "needs 2 initial conditions, got 1; add u.d(t).equalTo",
                () -> Problem.over(X, T)
                        .require(u.d(T, T).equalTo(u.d(X, X)))
                        .require(start)
                        .require(u.equalTo(0).on(X.ends())));
        wrong(
                "a condition where the flow leaves",
                "missing-boundary:u:x",
                "got 0 and 1; add one on u on x.start()",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(u.d(X).times(0.7)).equalTo(0))
                        .require(start)
                        .require(u.equalTo(0).on(X.end())));
        wrong(
                "dispersion with its third condition on the wrong end",
                "missing-boundary:u:x",
                "needs 1 condition on x = 0 and 2 on x = 2, got 2 and 1",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(u.d(X, X, X)).equalTo(0))
                        .require(start)
                        .require(u.equalTo(0).on(X.ends()))
                        .require(u.d(X).equalTo(0).on(X.start())));
        Field v = Field.of("v", X, T);
        wrong(
                "two conditions on one field and none on the other",
                "missing-boundary:v:x",
                "v needs 1 condition on x = 0 and 1",
                () -> heat.require(v.d(T).equalTo(v.d(X, X)))
                        .require(start)
                        .require(v.equalTo(0).on(T.start()))
                        .require(u.equalTo(0).on(X.ends()))
                        .require(u.d(X).equalTo(0).on(X.ends())));
        wrong(
                "a pair of fields with one initial value",
                "missing-initial:v",
                "u and v together need 2 initial conditions, got 1",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(v.d(X)).equalTo(0))
                        .require(v.d(T).plus(u.d(X)).equalTo(0))
                        .require(start)
                        .require(u.equalTo(0).on(X.ends())));
        wrong(
                "a wall without a condition",
                "missing-boundary:u:x",
                "u and v together need 1 condition on x = 0 and 1 on x = 2, got 1 and 0; add one on u or v on x.end()",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(v.d(X)).equalTo(0))
                        .require(v.d(T).plus(u.d(X)).equalTo(0))
                        .require(start)
                        .require(v.equalTo(0).on(T.start()))
                        .require(u.equalTo(0).on(X.start())));
        wrong(
                "no equation for a field",
                "missing-equation",
                "2 fields (u, v) but 1 equation in the interior",
                () -> Problem.over(X, T)
                        .require(u.d(T).equalTo(u.d(X, X).plus(v)))
                        .require(start)
                        .require(u.equalTo(0).on(X.ends())));
        wrong(
                "data that disagree at a corner",
                "disagree:initial/boundary",
                "where t = 0 and x = 0: 0.4 and 0.0",
                () -> heat.require(u.equalTo(0.4).on(T.start()))
                        .require(u.equalTo(0).on(X.ends())));
        wrong(
                "a datum that jumps across a wrap",
                "wrap-jump:initial:x",
                "0 at one end and 2 at the other",
                () -> heat.require(u.equalTo(X).on(T.start())).periodicIn(X));
    }

    private void steady() {
        Field u = Field.of("u", X, Y);
        Problem poisson = Problem.over(X, Y).require(u.d(X, X).plus(u.d(Y, Y)).equalTo(sin(X)));
        wrong(
                "Cauchy data of an elliptic equation",
                "missing-boundary:u:y",
                "got 2 and 0; add one on u on y.end(); if y is time",
                () -> poisson.require(u.equalTo(0).on(X.ends()))
                        .require(u.equalTo(0).on(Y.start()))
                        .require(u.d(Y).equalTo(0).on(Y.start())));
        wrong(
                "a side without a condition",
                "missing-boundary:u:x",
                "got 0 and 1; add one on u on x.start()",
                () -> poisson.require(u.equalTo(0).on(X.end()))
                        .require(u.equalTo(0).on(Y.ends())));
        Field c = Field.of("c", X);
        wrong(
                "a boundary value too few",
                "missing-boundary:c:x",
                "c needs 2 conditions on the ends of x, got 0 and 1",
                () -> Problem.over(X)
                        .require(c.d(X, X).plus(c).equalTo(1))
                        .require(c.equalTo(0).on(X.end())));
        wrong(
                "a source that no flux carries away",
                "unbalanced:pde",
                "its source asks for a flux of 3 through the boundary, and the conditions there give 0",
                () -> Problem.over(X, Y)
                        .require(u.d(X, X).plus(u.d(Y, Y)).equalTo(3))
                        .require(u.dn().equalTo(0).on(Region.boundary())));
        Expr k = X.plus(1);
        wrong(
                "slopes of a varying conductivity that do not balance",
                "unbalanced:pde",
                "a flux of 0 through the boundary, and the conditions there give 1",
                () -> Problem.over(X, Y)
                        .require(k.times(u.d(X)).d(X).plus(k.times(u.d(Y)).d(Y)).equalTo(0))
                        .require(u.d(X).equalTo(2).on(X.ends()))
                        .require(k.times(u.dn()).equalTo(-0.25).on(Y.ends()).named("sides")));
        Field a = Field.of("a", X, Y);
        Field b = Field.of("b", X, Y);
        wrong(
                "a flux that does not balance its source",
                "unbalanced:mass",
                "a flux of 1 through the boundary, and the conditions there give 2",
                () -> Problem.over(X, Y)
                        .require(a.equalTo(u.d(X)))
                        .require(b.equalTo(u.d(Y)))
                        .require(a.d(X).plus(b.d(Y))
                                .equalTo(1)
                                .on(Region.interior())
                                .named("mass"))
                        .require(a.equalTo(0).on(X.ends()))
                        .require(b.equalTo(0).on(Y.start()))
                        .require(b.equalTo(1).on(Y.end())));
        Field p = Field.of("p", X, Y);
        Problem stokes = Problem.over(X, Y)
                .require(a.d(X, X).plus(a.d(Y, Y)).equalTo(p.d(X)))
                .require(b.d(X, X).plus(b.d(Y, Y)).equalTo(p.d(Y)))
                .require(a.d(X).plus(b.d(Y)).equalTo(0).on(Region.interior()).named("mass"));
        wrong(
                "more flows in than out",
                "unbalanced:mass",
                "a flux of 0 through the boundary, and the conditions there give -0.1",
                () -> stokes.require(a.equalTo(0.2).on(X.start()))
                        .require(a.equalTo(0).on(X.end()))
                        .require(a.equalTo(0).on(Y.ends()))
                        .require(b.equalTo(0).on(Region.boundary()))
                        .acknowledge("disagree:boundary/boundary3", "corners"));
        wrong(
                "a wall where the flow may slip",
                "missing-boundary:a:y",
                "got 1 and 2; add one on a or b on y.start()",
                () -> stokes.require(a.equalTo(0).on(X.ends()))
                        .require(a.equalTo(0).on(Y.end()))
                        .require(b.equalTo(0).on(Region.boundary())));
        Axis nu = Axis.of("nu", 1, 2);
        Field w = Field.of("w", X, nu);
        wrong(
                "a parameter written as an axis",
                "parameter-axis:nu",
                "no equation differentiates in nu, yet 'boundary' stands on its ends too",
                () -> Problem.over(X, nu)
                        .require(nu.times(w.d(X, X)).equalTo(1))
                        .require(w.equalTo(0).on(Region.boundary())));
        Axis q = Axis.parameter("q", 1, 5);
        Field z = Field.of("z", X, q);
        Problem bar = Problem.over(X, q)
                .require(z.d(X, X).equalTo(q.minus(3)))
                .require(z.d(X).equalTo(0).on(X.start()));
        wrong(
                "a flux that balances its source for the middle and the mean of a parameter alone",
                "unbalanced:pde",
                "a flux of -4 through the boundary, and the conditions there give 0",
                () -> bar.require(z.d(X).equalTo(0).on(X.end()).named("right")));
        Field zt = Field.of("z", X, q, T);
        wrong(
                "fluxes that balance where time and parameter are both in their middle or at one end",
                "unbalanced:pde",
                "through the boundary, and the conditions there give",
                () -> Problem.over(X, q, T)
                        .require(zt.d(X, X).equalTo(q.minus(1).over(4).minus(T.over(3))))
                        .require(zt.d(X).equalTo(0).on(X.start()))
                        .require(zt.d(X).equalTo(0).on(X.end()).named("right")));
        Axis e = Axis.of("e");
        Axis f = Axis.of("f");
        Field round = Field.of("u", e, f);
        Disk disk = Disk.of(e, f, -2, 1, 1.5);
        wrong(
                "slopes on a rim of which a piece is left out",
                "missing-boundary:u:circle",
                "u needs 1 condition at every point of 'circle', got 0 at",
                () -> Problem.over(disk)
                        .require(round.d(e, e).plus(round.d(f, f)).equalTo(4))
                        .require(round.dn().equalTo(3).on(disk.part("circle").where(e.plus(3)))));
        wrong("no equation at all", "missing-equation", "no equation has a field", () -> Problem.over(X, Y));
        wrong(
                "a wrap that does not drop as its data do",
                "wrap-jump:sides:x",
                "1 at one end and 5 at the other, which is no step of 3",
                () -> poisson.require(u.equalTo(u.trace(X.end()).minus(3)).on(X.start()))
                        .require(u.d(X).equalTo(u.d(X).trace(X.end())).on(X.start()))
                        .require(u.equalTo(X.times(2).plus(1)).on(Y.ends()).named("sides")));
    }

    private void narrow() {
        Field u = Field.of("u", X);
        Expr s = X.minus(0.77);
        Problem bar = Problem.over(X);
        Condition ends = u.equalTo(0).on(X.ends());
        wrong(
                "a coefficient with a layer that no points meet",
                "narrow:pde",
                "lie within 0.0000305 of x = 0.77, which no points of training resolve",
                () -> bar.require(Expr.tanh(s.times(4e4))
                                .plus(2)
                                .times(u.d(X))
                                .d(X)
                                .equalTo(1))
                        .require(ends));
        wrong(
                "a source that is a blow",
                "narrow:pde",
                "98 % of the integral of",
                () -> bar.require(u.d(X, X)
                                .equalTo(Expr.exp(s.times(3e4).pow(2).negate())
                                        .times(3e4)
                                        .plus(0.02)))
                        .require(ends));
        Field w = Field.of("w", X, T);
        wrong(
                "a flash in time",
                "narrow:pde",
                "along t lie within",
                () -> Problem.over(X, T)
                        .require(w.d(T).equalTo(w.d(X, X)
                                .plus(Expr.exp(T.minus(1.3).times(9e3).pow(2).negate())
                                        .times(sin(X)))))
                        .require(w.equalTo(0).on(T.start()))
                        .require(w.equalTo(0).on(X.ends())));
    }

    private void coefficients() {
        Parameter k = Parameter.of("k", 0.3).positive();
        Field u = Field.of("u", X, T);
        Field v = Field.of("v", X, T);
        Problem heat = Problem.over(X, T)
                .require(u.d(T).equalTo(u.d(X, X).times(k)))
                .require(u.equalTo(sin(X.times(Math.PI / 2))).on(T.start()))
                .require(u.equalTo(0).on(X.ends()));
        String says =
                "nothing determines the coefficient k: no readings, and no condition beyond those the equations need";
        wrong("an unknown diffusivity and no readings", "missing-equation:k", says, () -> heat);
        wrong(
                "an unknown diffusivity and readings of something else",
                "missing-equation:k",
                says,
                () -> heat.require(v.d(T).equalTo(v.d(X, X)))
                        .require(v.equalTo(0).on(T.start()))
                        .require(v.equalTo(0).on(X.ends()))
                        .require(v.equalTo(Expr.measurement()).onData(new double[][] {{1, 1}}, new double[] {0.1})));
        Field c = Field.of("c", X);
        wrong(
                "two unknown coefficients and one condition to spare",
                "missing-equation:k",
                "nothing determines the coefficients k and r: only 1 condition beyond those the equations need;",
                () -> Problem.over(X)
                        .require(c.d(X, X).times(k).equalTo(c.minus(Parameter.of("r", 1))))
                        .require(c.equalTo(0).on(X.ends()))
                        .require(c.d(X).equalTo(0.4).on(X.start())));
        Field p = Field.of("p", X, Y);
        wrong(
                "an unknown source between walls of which each has its one condition in two pieces",
                "missing-equation:k",
                says,
                () -> Problem.over(X, Y)
                        .require(p.d(X, X).plus(p.d(Y, Y)).equalTo(k))
                        .require(p.equalTo(0).on(X.ends()))
                        .require(p.equalTo(0).on(Y.start()))
                        .require(p.equalTo(0).on(Y.end().where(X, 0, 1)))
                        .require(p.dn().equalTo(0).on(Y.end().where(X, 1, 2))));
        Field front = Field.of("L", T);
        wrong(
                "a front that would have to obey the slope everywhere",
                "varying-equation:L:x",
                "'pde2' varies along x, and L, which it determines, has the axes (t); state it at one place, as on"
                        + " x.end(),",
                () -> Problem.over(X, T)
                        .require(u.d(T).equalTo(u.d(X, X)))
                        .require(front.d(T).equalTo(u.d(X)))
                        .require(u.equalTo(0).on(T.start()))
                        .require(u.equalTo(0).on(X.ends()))
                        .require(front.equalTo(1).on(T.start())));
    }

    static Stream<Arguments> statements() {
        WrongStatementsTest t = new WrongStatementsTest();
        t.narrow();
        t.coefficients();
        t.evolutions();
        t.steady();
        return t.all.values().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void whatIsWrongIsFound(String name, List<String> keys, String says, Supplier<Problem> statement) {
        Problem problem = statement.get();
        List<Finding> blocking = problem.blockingFindings();
        assertEquals(keys, blocking.stream().map(Finding::key).toList(), () -> blocking + "\n" + problem);
        String message = blocking.get(0).message();
        assertTrue(message.contains(says), message);
    }
}
