package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Well-posed statements of many kinds: nothing is to be said of them but what they are known up to. */
class RightStatementsTest {
    private static final Axis X = Axis.of("x", 0, 1.5);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Axis T = Axis.time("t", 0, 0.8);
    private static final double PI = Math.PI;

    private final Map<String, Supplier<Problem>> all = new LinkedHashMap<>();

    private static Field over(String name, Axis... axes) {
        return Field.of(name, axes);
    }

    private void waves() {
        Field p = over("p", X, T);
        Field v = over("v", X, T);
        Problem acoustics = Problem.over(X, T)
                .require(p.d(T).plus(v.d(X).times(2)).equalTo(0))
                .require(v.d(T).plus(p.d(X).times(0.5)).equalTo(0))
                .require(p.equalTo(sin(X.times(2 * PI / 1.5))).on(T.start()))
                .require(v.equalTo(0).on(T.start()));
        all.put(
                "a cavity between walls of one field",
                () -> acoustics.require(p.equalTo(0).on(X.ends())));
        all.put(
                "a tube closed here and open there",
                () -> acoustics
                        .require(v.equalTo(0).on(X.start()))
                        .require(p.equalTo(0).on(X.end())));
        all.put(
                "walls of an impedance",
                () -> acoustics
                        .require(p.plus(v.times(2)).equalTo(0).on(X.start()))
                        .require(p.minus(v).equalTo(0).on(X.end())));
        all.put(
                "a telegraph line",
                () -> Problem.over(X, T)
                        .require(p.d(T).plus(v.d(X)).plus(p.times(0.3)).equalTo(0))
                        .require(v.d(T).plus(p.d(X)).plus(v.times(0.7)).equalTo(0))
                        .require(p.equalTo(0).on(T.start()))
                        .require(v.equalTo(0).on(T.start()))
                        .require(p.equalTo(sin(T)).on(X.start()))
                        .require(p.equalTo(v.times(3)).on(X.end())));
        all.put(
                "both characteristics enter on the left",
                () -> Problem.over(X, T)
                        .require(p.d(T).plus(p.d(X).times(3)).plus(v.d(X)).equalTo(0))
                        .require(v.d(T).plus(v.d(X).times(3)).plus(p.d(X)).equalTo(0))
                        .require(p.equalTo(0).on(T.start()))
                        .require(v.equalTo(0).on(T.start()))
                        .require(p.equalTo(sin(T)).on(X.start()))
                        .require(v.equalTo(T).on(X.start())));
        Field u = over("u", X, T);
        all.put(
                "inflow",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(u.d(X).times(1.7)).equalTo(0))
                        .require(u.equalTo(0).on(T.start()))
                        .require(u.equalTo(sin(T)).on(X.start())));
        all.put(
                "inflow from the right",
                () -> Problem.over(X, T)
                        .require(u.d(T).minus(u.d(X).times(X.plus(1))).equalTo(0))
                        .require(u.equalTo(0).on(T.start()))
                        .require(u.equalTo(sin(T)).on(X.end())));
        all.put(
                "outflow at both ends",
                () -> Problem.over(Y, T)
                        .require(over("u", Y, T)
                                .d(T)
                                .plus(Y.times(over("u", Y, T).d(Y)))
                                .equalTo(0))
                        .require(over("u", Y, T).equalTo(1).on(T.start())));
    }

    private void maxwell() {
        Field e = over("e", X, Y, T);
        Field hx = over("hx", X, Y, T);
        Field hy = over("hy", X, Y, T);
        Problem plane = Problem.over(X, Y, T)
                .require(e.d(T).equalTo(hy.d(X).minus(hx.d(Y))))
                .require(hx.d(T).equalTo(e.d(Y).negate()))
                .require(hy.d(T).equalTo(e.d(X)))
                .require(e.equalTo(sin(X.times(PI / 1.5)).times(cos(Y.times(PI / 2))))
                        .on(T.start()))
                .require(hx.equalTo(0).on(T.start()))
                .require(hy.equalTo(0).on(T.start()))
                .require(e.equalTo(0).on(Region.boundary()));
        all.put("Maxwell in the plane between conductors", () -> plane);
        all.put(
                "the same with the constraint beside it",
                () -> plane.require(hx.d(X).plus(hy.d(Y)).equalTo(0)));
        Field s = over("s", X, Y);
        Field w = over("w", X, Y);
        all.put(
                "Cauchy-Riemann",
                () -> Problem.over(X, Y)
                        .require(s.d(X).minus(w.d(Y)).equalTo(0))
                        .require(s.d(Y).plus(w.d(X)).equalTo(0))
                        .require(s.equalTo(exp(X).times(cos(Y))).on(X.ends()))
                        .require(w.equalTo(exp(X).times(sin(Y))).on(Y.ends())));
    }

    private void mixed() {
        Field h = over("h", X, T);
        Field q = over("q", X, T);
        all.put(
                "heat by its flux",
                () -> Problem.over(X, T)
                        .require(q.equalTo(h.d(X).times(-0.4)))
                        .require(h.d(T).plus(q.d(X)).equalTo(0))
                        .require(h.equalTo(1).on(T.start()))
                        .require(h.equalTo(1).on(X.start()))
                        .require(q.equalTo(0).on(X.end())));
        Field p = over("p", X, Y);
        Field a = over("a", X, Y);
        Field b = over("b", X, Y);
        Expr k = Expr.values("k", c -> c[0] < 0.2 ? 3 : 70, Y);
        Problem darcy = Problem.over(X, Y)
                .require(a.equalTo(k.times(p.d(X))))
                .require(b.equalTo(k.times(p.d(Y))))
                .require(a.d(X).plus(b.d(Y)).equalTo(0));
        all.put(
                "Darcy's law across a jump",
                () -> darcy.require(p.equalTo(20).on(Y.start()))
                        .require(b.equalTo(7).on(Y.end()))
                        .require(a.equalTo(0).on(X.ends())));
        all.put("Darcy's law with pressures", () -> darcy.require(p.equalTo(X).on(Region.boundary())));
        all.put(
                "Darcy's law with fluxes that balance",
                () -> darcy.require(a.equalTo(0).on(X.ends()))
                        .require(b.equalTo(X).on(Y.ends())));
    }

    private void elasticity() {
        Field u = over("u", X, Y);
        Field v = over("v", X, Y);
        Field sx = over("sx", X, Y);
        Field sy = over("sy", X, Y);
        Field sh = over("sh", X, Y);
        Expr div = u.d(X).plus(v.d(Y));
        all.put(
                "elasticity in displacements",
                () -> Problem.over(X, Y)
                        .require(u.d(X, X)
                                .plus(u.d(Y, Y))
                                .plus(div.d(X).times(1.6))
                                .equalTo(1))
                        .require(v.d(X, X)
                                .plus(v.d(Y, Y))
                                .plus(div.d(Y).times(1.6))
                                .equalTo(0))
                        .require(u.equalTo(0).on(X.ends()))
                        .require(v.equalTo(0).on(X.ends()))
                        .require(u.d(Y).plus(v.d(X)).equalTo(0).on(Y.ends()))
                        .require(v.d(Y).times(2.6)
                                .plus(u.d(X).times(0.6))
                                .equalTo(0)
                                .on(Y.ends())));
        all.put(
                "elasticity in stresses",
                () -> Problem.over(X, Y)
                        .require(sx.equalTo(u.d(X).times(2).plus(div.times(0.8))))
                        .require(sy.equalTo(v.d(Y).times(2).plus(div.times(0.8))))
                        .require(sh.equalTo(u.d(Y).plus(v.d(X))))
                        .require(sx.d(X).plus(sh.d(Y)).equalTo(1))
                        .require(sh.d(X).plus(sy.d(Y)).equalTo(0))
                        .require(u.equalTo(0).on(X.start()))
                        .require(v.equalTo(0).on(X.start()))
                        .require(sx.equalTo(0).on(X.end()))
                        .require(sh.equalTo(0).on(X.end()))
                        .require(sy.equalTo(0).on(Y.ends()))
                        .require(sh.equalTo(0).on(Y.ends()).named("shear")));
        Field d = over("d", X);
        Field m = over("m", X);
        Problem beam =
                Problem.over(X).require(d.d(X, X).equalTo(m)).require(m.d(X, X).equalTo(3));
        all.put(
                "a beam on supports",
                () -> beam.require(d.equalTo(0).on(X.ends()))
                        .require(m.equalTo(0).on(X.ends())));
        all.put(
                "a clamped beam",
                () -> beam.require(d.equalTo(0).on(X.ends()))
                        .require(d.d(X).equalTo(0).on(X.ends())));
        Field f = over("f", X, T);
        all.put(
                "a vibrating beam, clamped here and free there",
                () -> Problem.over(X, T)
                        .require(f.d(T, T).plus(f.d(X, X, X, X)).equalTo(0))
                        .require(f.equalTo(0).on(T.start()))
                        .require(f.d(T).equalTo(X.pow(2)).on(T.start()))
                        .require(f.equalTo(0).on(X.start()))
                        .require(f.d(X).equalTo(0).on(X.start()))
                        .require(f.d(X, X).equalTo(0).on(X.end()))
                        .require(f.d(X, X, X).equalTo(0).on(X.end())));
    }

    private void flows() {
        Field u = over("u", X, Y);
        Field v = over("v", X, Y);
        Field p = over("p", X, Y);
        Problem stokes = Problem.over(X, Y)
                .require(u.d(X, X).plus(u.d(Y, Y)).times(0.05).equalTo(p.d(X)))
                .require(v.d(X, X).plus(v.d(Y, Y)).times(0.05).equalTo(p.d(Y)))
                .require(u.d(X).plus(v.d(Y)).equalTo(0));
        Expr profile = Expr.constant(1).minus(Y.pow(2));
        all.put(
                "Stokes between walls",
                () -> stokes.require(u.equalTo(profile).on(X.ends()))
                        .require(v.equalTo(0).on(X.ends()))
                        .require(u.equalTo(0).on(Y.ends()))
                        .require(v.equalTo(0).on(Y.ends())));
        Problem channel = stokes.require(u.equalTo(profile).on(X.start()))
                .require(v.equalTo(0).on(X.ends()))
                .require(u.equalTo(0).on(Y.ends()))
                .require(v.equalTo(0).on(Y.ends()));
        all.put(
                "Stokes with a pressure at the outlet",
                () -> channel.require(p.equalTo(0).on(X.end())));
        all.put(
                "Stokes with one pressure measured",
                () -> stokes.require(u.equalTo(profile).on(X.ends()))
                        .require(v.equalTo(0).on(X.ends()))
                        .require(u.equalTo(0).on(Y.ends()))
                        .require(v.equalTo(0).on(Y.ends()))
                        .require(p.equalTo(Expr.measurement()).onData(new double[][] {{0.5, 0.5}}, new double[] {2})));
        Field a = over("a", X, Y, T);
        Field b = over("b", X, Y, T);
        Field r = over("r", X, Y, T);
        all.put(
                "Navier-Stokes in time",
                () -> Problem.over(X, Y, T)
                        .require(a.d(T).plus(a.times(a.d(X)))
                                .plus(b.times(a.d(Y)))
                                .plus(r.d(X))
                                .equalTo(a.d(X, X).plus(a.d(Y, Y)).times(0.01)))
                        .require(b.d(T).plus(a.times(b.d(X)))
                                .plus(b.times(b.d(Y)))
                                .plus(r.d(Y))
                                .equalTo(b.d(X, X).plus(b.d(Y, Y)).times(0.01)))
                        .require(a.d(X).plus(b.d(Y)).equalTo(0))
                        .require(a.equalTo(0).on(T.start()))
                        .require(b.equalTo(0).on(T.start()))
                        .require(a.equalTo(0).on(Region.boundary()))
                        .require(b.equalTo(0).on(Region.boundary())));
        Field h = over("h", X, T);
        Field m = over("m", X, T);
        all.put(
                "shallow water, subcritical",
                () -> Problem.over(X, T)
                        .require(h.d(T).plus(h.times(m).d(X)).equalTo(0))
                        .require(m.d(T).plus(m.times(m.d(X))).plus(h.d(X)).equalTo(0))
                        .require(h.equalTo(1).on(T.start()))
                        .require(m.equalTo(0).on(T.start()))
                        .require(m.equalTo(0).on(X.ends())));
    }

    private void scalars() {
        Field u = over("u", X, T);
        all.put(
                "Korteweg-de Vries between ends",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(u.times(u.d(X)).times(6))
                                .plus(u.d(X, X, X))
                                .equalTo(0))
                        .require(u.equalTo(0).on(T.start()))
                        .require(u.equalTo(0).on(X.ends()))
                        .require(u.d(X).equalTo(0).on(X.end())));
        Field a = over("a", X, T);
        Field b = over("b", X, T);
        all.put(
                "Schrödinger as two real fields",
                () -> Problem.over(X, T)
                        .require(a.d(T).plus(b.d(X, X).times(0.5)).equalTo(0))
                        .require(b.d(T).minus(a.d(X, X).times(0.5)).equalTo(0))
                        .require(a.equalTo(0).on(T.start()))
                        .require(b.equalTo(0).on(T.start()))
                        .require(a.equalTo(0).on(X.ends()))
                        .require(b.equalTo(0).on(X.ends())));
        all.put(
                "a heat equation backwards from its end",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(u.d(X, X)).equalTo(0))
                        .require(u.equalTo(X).on(T.end()).asTerminal())
                        .require(u.equalTo(X).on(X.ends())));
        all.put(
                "transport backwards from its end",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(u.d(X)).equalTo(0))
                        .require(u.equalTo(X).on(T.end()).asTerminal())
                        .require(u.equalTo(1.5).on(X.end())));
        Axis r = Axis.of("r", 0, 1);
        Axis phi = Axis.of("phi", 0, 2 * PI);
        Field w = over("w", r, phi);
        all.put(
                "a disk in polar coordinates",
                () -> Problem.over(r, phi)
                        .require(r.pow(2)
                                .times(w.d(r, r))
                                .plus(r.times(w.d(r)))
                                .plus(w.d(phi, phi))
                                .equalTo(0))
                        .require(w.equalTo(cos(phi)).on(r.end()))
                        .periodicIn(phi));
        Field c = over("c", X, Y);
        all.put(
                "a side of given slope",
                () -> Problem.over(X, Y)
                        .require(c.d(X, X).plus(c.d(Y, Y)).equalTo(1))
                        .require(c.equalTo(0).on(X.start()))
                        .require(c.dn().plus(c.times(3)).equalTo(0).on(X.end()))
                        .require(c.dn().equalTo(0).on(Y.ends())));
        all.put(
                "slopes that balance the source",
                () -> Problem.over(X, Y)
                        .require(c.d(X, X).plus(c.d(Y, Y)).equalTo(2))
                        .require(c.dn().equalTo(0).on(X.ends()))
                        .require(c.dn().equalTo(2).on(Y.ends())));
        all.put(
                "a drop across a cell",
                () -> Problem.over(X, Y)
                        .require(c.d(X, X).plus(c.d(Y, Y)).equalTo(0))
                        .require(c.equalTo(c.trace(X.end()).minus(4.5)).on(X.start()))
                        .require(c.d(X).equalTo(c.d(X).trace(X.end())).on(X.start()))
                        .require(c.equalTo(X.times(3)).on(Y.ends())));
        all.put(
                "wraps of value and slope",
                () -> Problem.over(X, Y)
                        .require(c.d(X, X).plus(c.d(Y, Y)).minus(c).equalTo(0))
                        .require(c.trace(X.start()).equalTo(c).on(X.end()))
                        .require(c.d(X).equalTo(c.d(X).trace(X.end())).on(X.start()))
                        .require(c.equalTo(1).on(Y.ends())));
        Axis q = Axis.parameter("q", 1, 5);
        Field z = over("z", X, q);
        all.put(
                "a flux that balances its source for each value of a parameter",
                () -> Problem.over(X, q)
                        .require(z.d(X, X).equalTo(q))
                        .require(z.d(X).equalTo(q.times(-0.75)).on(X.start()))
                        .require(z.d(X).equalTo(q.times(0.75)).on(X.end())));
        Field d = over("d", X, Y);
        all.put(
                "two squares joined along a side",
                () -> Problem.over(X, Y)
                        .require(c.d(X, X).plus(c.d(Y, Y)).equalTo(-1))
                        .require(d.d(X, X).plus(d.d(Y, Y)).equalTo(-1))
                        .require(c.equalTo(d.trace(X.start())).on(X.end()))
                        .require(c.d(X).equalTo(d.d(X).trace(X.start())).on(X.end()))
                        .require(c.equalTo(0).on(X.start()))
                        .require(d.equalTo(0).on(X.end()))
                        .require(c.equalTo(0).on(Y.ends()))
                        .require(d.equalTo(0).on(Y.ends())));
    }

    static Stream<Arguments> statements() {
        RightStatementsTest t = new RightStatementsTest();
        t.waves();
        t.maxwell();
        t.mixed();
        t.elasticity();
        t.flows();
        t.scalars();
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
