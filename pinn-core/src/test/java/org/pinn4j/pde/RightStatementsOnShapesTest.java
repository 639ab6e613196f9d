package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Well-posed statements on shapes, and with fields that live on a part of the boundary alone: none is stopped. */
class RightStatementsOnShapesTest {
    private static final Axis P = Axis.of("p");
    private static final Axis R = Axis.of("r");
    private static final Axis Z = Axis.of("z", 0, 2.5);
    private static final Axis X = Axis.of("x", 0, 1.5);
    private static final Axis T = Axis.time("t", 0, 0.8);
    private static final Domain DISK = Disk.of(P, R, 0.2, 0, 1.5);
    private static final Region RIM = DISK.part("circle");

    private final Map<String, Arguments> all = new LinkedHashMap<>();

    private void right(String name, Supplier<Problem> problem, String... notes) {
        all.put(name, Arguments.of(name, List.of(notes), problem));
    }

    private static Expr laplacian(Field f) {
        return f.d(P, P).plus(f.d(R, R));
    }

    private void disks() {
        Field u = Field.of("u", P, R);
        Field w = Field.of("w", P, R);
        right(
                "a clamped plate as a pair",
                () -> Problem.over(DISK)
                        .require(laplacian(u).equalTo(w))
                        .require(laplacian(w).equalTo(64))
                        .require(u.equalTo(0).on(RIM))
                        .require(u.dn().equalTo(0).on(RIM).named("slope")));
        right(
                "a supported plate as a pair",
                () -> Problem.over(DISK)
                        .require(laplacian(u).equalTo(w))
                        .require(laplacian(w).equalTo(64))
                        .require(u.equalTo(0).on(RIM))
                        .require(w.equalTo(0).on(RIM).named("moment")));
        right(
                "data in the place of a condition",
                () -> Problem.over(DISK)
                        .require(laplacian(u).equalTo(2))
                        .require(u.equalTo(Expr.measurement())
                                .onData(new double[][] {{0.1, 0.2}, {0.5, 0.1}}, new double[] {1, 2})),
                "missing-boundary:u:circle");
        Field a = Field.of("a", P, R);
        Field b = Field.of("b", P, R);
        Field q = Field.of("q", P, R);
        right(
                "Stokes in a turning disk",
                () -> Problem.over(DISK)
                        .require(laplacian(a).equalTo(q.d(P)))
                        .require(laplacian(b).equalTo(q.d(R)))
                        .require(a.d(P).plus(b.d(R)).equalTo(0))
                        .require(a.equalTo(R.negate()).on(RIM))
                        .require(b.equalTo(P).on(RIM).named("b")));
        right(
                "transport in circles about the middle",
                () -> Problem.over(Disk.of(P, R, 0, 0, 1.5))
                        .require(P.times(u.d(R)).minus(R.times(u.d(P))).plus(u).equalTo(1)));
        Field m = Field.of("m", P, R, T);
        Field n = Field.of("n", P, R, T);
        right(
                "waves as a pair",
                () -> Problem.over(DISK, T)
                        .require(m.d(T).equalTo(laplacian(n)))
                        .require(n.d(T).equalTo(laplacian(m).negate()))
                        .require(m.equalTo(0).on(T.start()))
                        .require(n.equalTo(0).on(T.start()))
                        .require(m.equalTo(0).on(RIM))
                        .require(n.equalTo(0).on(RIM).named("n")));
        right(
                "inflow on half of the rim",
                () -> Problem.over(DISK, T)
                        .require(m.d(T).plus(m.d(P)).equalTo(0))
                        .require(m.equalTo(0).on(T.start()))
                        .require(
                                m.equalTo(0).on(RIM.where(P.negate().plus(0.2))).named("in")));
    }

    private void fluxes() {
        Field u = Field.of("u", P, R);
        Expr k = P.plus(3);
        right(
                "fluxes of a varying conductivity that balance",
                () -> Problem.over(DISK)
                        .require(k.times(u.d(P)).d(P).plus(k.times(u.d(R)).d(R)).equalTo(4))
                        .require(u.dn().times(k).equalTo(3).on(RIM)));
        right(
                "a rim that radiates",
                () -> Problem.over(DISK)
                        .require(laplacian(u).equalTo(1))
                        .require(u.dn().plus(u.pow(4)).equalTo(0).on(RIM)));
        Axis s = Axis.parameter("s", 1, 2);
        Field f = Field.of("f", P, R, s);
        right(
                "fluxes that balance for every value of a parameter",
                () -> Problem.over(DISK, s)
                        .require(laplacian(f).equalTo(s))
                        .require(f.dn().equalTo(s.times(0.75)).on(RIM)));
        Field c = Field.of("c", P, R, Z);
        right(
                "fluxes of a cylinder that balance",
                () -> Problem.over(DISK, Z)
                        .require(laplacian(c).plus(c.d(Z, Z)).equalTo(2))
                        .require(c.dn().equalTo(1.5).on(RIM))
                        .require(c.dn().equalTo(0).on(Z.ends()).named("ends")));
        Field a = Field.of("a", P, R, T);
        Field b = Field.of("b", P, R, T);
        Field q = Field.of("q", P, R, T);
        right(
                "a vortex that slips along its rim",
                () -> Problem.over(DISK, T)
                        .require(a.d(T).plus(a.times(a.d(P)))
                                .plus(b.times(a.d(R)))
                                .plus(q.d(P))
                                .equalTo(0))
                        .require(b.d(T).plus(a.times(b.d(P)))
                                .plus(b.times(b.d(R)))
                                .plus(q.d(R))
                                .equalTo(0))
                        .require(a.d(P).plus(b.d(R)).equalTo(0))
                        .require(a.equalTo(R.negate()).on(T.start()))
                        .require(b.equalTo(P.minus(0.2)).on(T.start()))
                        .require(a.times(P.minus(0.2))
                                .plus(b.times(R))
                                .equalTo(0)
                                .on(RIM)));
    }

    private void elsewhere() {
        Axis p = Axis.of("p");
        Axis q = Axis.of("q");
        Disk disk = Disk.of(p, q, -2, 1, 1.5);
        Region rim = disk.part("circle");
        Field u = Field.of("u", p, q);
        right(
                "slopes all around a disk that balance its source",
                () -> Problem.over(disk)
                        .require(u.d(p, p).plus(u.d(q, q)).equalTo(4))
                        .require(u.dn().equalTo(3).on(rim)));
        Field v = Field.of("v", p, q);
        Field pressure = Field.of("w", p, q);
        right(
                "a fluid that its wall turns",
                () -> Problem.over(disk)
                        .require(u.d(p, p).plus(u.d(q, q)).equalTo(pressure.d(p)))
                        .require(v.d(p, p).plus(v.d(q, q)).equalTo(pressure.d(q)))
                        .require(u.d(p).plus(v.d(q)).equalTo(0))
                        .require(u.equalTo(q.minus(1).negate()).on(rim))
                        .require(v.equalTo(p.plus(2)).on(rim)));
    }

    private void cylinders() {
        Field u = Field.of("u", P, R, Z);
        Problem lap = Problem.over(DISK, Z).require(laplacian(u).plus(u.d(Z, Z)).equalTo(1));
        right(
                "a cylinder and its whole boundary",
                () -> lap.require(u.equalTo(0).on(Region.boundary())));
        right(
                "a cylinder by its parts",
                () -> lap.require(u.equalTo(0).on(RIM))
                        .require(u.equalTo(0).on(Z.ends()).named("ends")));
    }

    private void onTheBoundaryAlone() {
        Field u = Field.of("u", X, T);
        Field q = Field.of("q", T);
        Problem flux = Problem.over(X, T)
                .require(u.d(T).equalTo(u.d(X, X)))
                .require(u.equalTo(0).on(T.start()))
                .require(u.equalTo(0).on(X.end()))
                .require(u.d(X).equalTo(q.negate()).on(X.start()).named("flux"));
        right(
                "an unknown flux and data",
                () -> flux.require(u.equalTo(Expr.measurement())
                        .onData(new double[][] {{0.5, 0.5}, {0.5, 0.7}}, new double[] {0.1, 0.2})));
        right(
                "an unknown flux and a slope at the other end",
                () -> flux.require(u.d(X).equalTo(sin(T)).on(X.end()).named("far")));
        Field s = Field.of("s", T);
        right(
                "a wall that warms up",
                () -> Problem.over(X, T)
                        .require(u.d(T).equalTo(u.d(X, X)))
                        .require(u.equalTo(1).on(T.start()))
                        .require(u.equalTo(1).on(X.end()))
                        .require(u.equalTo(s).on(X.start()).named("wall"))
                        .require(s.d(T).equalTo(u.d(X)).on(X.start()).named("capacity"))
                        .require(s.equalTo(1).on(T.start()).named("cold")));
    }

    static Stream<Arguments> statements() {
        RightStatementsOnShapesTest t = new RightStatementsOnShapesTest();
        t.disks();
        t.cylinders();
        t.elsewhere();
        t.fluxes();
        t.onTheBoundaryAlone();
        return t.all.values().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void noneIsStopped(String name, List<String> notes, Supplier<Problem> statement) {
        Problem problem = statement.get();
        assertEquals(List.of(), problem.blockingFindings(), problem.toString());
        List<String> said = problem.findings().stream()
                .map(Finding::key)
                .filter(k -> !k.startsWith("gauge:"))
                .toList();
        assertEquals(notes, said, problem.findings()::toString);
    }
}
