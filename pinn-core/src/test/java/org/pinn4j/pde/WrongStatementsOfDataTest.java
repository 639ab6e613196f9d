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

/** Data that contradict each other or the equations, and what nothing determines: each is told, and stops where that is certain. */
class WrongStatementsOfDataTest {
    private static final Axis X = Axis.of("x", 0, 2);
    private static final Axis Y = Axis.of("y", 0, 0.5);
    private static final Axis T = Axis.time("t", 0, 3);
    private static final Axis P = Axis.of("p");
    private static final Axis R = Axis.of("r");
    private static final Axis Z = Axis.of("z", -1, 1);
    private static final Domain DISK = Disk.of(P, R, 0.3, -0.1, 2);
    private static final Region RIM = DISK.part("circle");

    private final Map<String, Arguments> all = new LinkedHashMap<>();

    private void stopped(String name, String key, String says, Supplier<Problem> problem) {
        all.put(name, Arguments.of(name, Finding.Severity.BLOCKING, key, says, problem));
    }

    private void noted(String name, String key, String says, Supplier<Problem> problem) {
        all.put(name, Arguments.of(name, Finding.Severity.NOTE, key, says, problem));
    }

    private void evolutions() {
        Field u = Field.of("u", X, T);
        Problem heat = Problem.over(X, T)
                .require(u.d(T).equalTo(u.d(X, X).times(0.3)))
                .require(u.equalTo(sin(X.times(Math.PI / 2))).on(T.start()))
                .require(u.equalTo(0).on(X.ends()));
        stopped(
                "a speed that the equation does not have",
                "contradicting-initial",
                "2 initial conditions where the equations take 1; they contradict",
                () -> heat.require(u.d(T).equalTo(3).on(T.start()).named("speed")));
        Field v = Field.of("v", X, T);
        Field w = Field.of("w", X, T);
        noted(
                "two speeds by the square of one",
                "surplus-initial",
                "a solution exists only if they fit together",
                () -> Problem.over(X, T)
                        .require(w.d(T).pow(2).equalTo(w.d(X, X).plus(9)))
                        .require(w.equalTo(0).on(T.start()))
                        .require(w.d(T).equalTo(3).on(T.start()).named("speed"))
                        .require(w.equalTo(T.times(3)).on(X.ends())));
        stopped(
                "a speed beside an equation that is not linear",
                "contradicting-initial",
                "they contradict the equations",
                () -> Problem.over(X, T)
                        .require(v.d(T).plus(v.times(v.d(X))).equalTo(v.d(X, X)))
                        .require(v.equalTo(0).on(T.start()))
                        .require(v.d(T).equalTo(3).on(T.start()).named("speed"))
                        .require(v.equalTo(0).on(X.ends())));
        noted(
                "heat that flows back",
                "ill-posed:u",
                "from t.start() short waves of u grow the faster the shorter they are",
                () -> Problem.over(X, T)
                        .require(u.d(T).equalTo(u.d(X, X).times(-0.3)))
                        .require(u.equalTo(sin(X.times(Math.PI / 2))).on(T.start()))
                        .require(u.equalTo(0).on(X.ends())));
        noted(
                "Laplace's equation as an evolution",
                "ill-posed:u",
                "short waves of u grow",
                () -> Problem.over(X, T)
                        .require(u.d(T, T).plus(u.d(X, X)).equalTo(0))
                        .require(u.equalTo(0).on(T.start()))
                        .require(u.d(T).equalTo(sin(X.times(Math.PI / 2))).on(T.start()))
                        .require(u.equalTo(0).on(X.ends())));
    }

    private static Expr laplacian(Field f) {
        return f.d(P, P).plus(f.d(R, R));
    }

    private void shapes() {
        Field u = Field.of("u", P, R);
        Problem poisson = Problem.over(DISK).require(laplacian(u).equalTo(1));
        stopped(
                "a source in a disk that no flux carries away",
                "unbalanced:pde",
                "asks for a flux of 4π",
                () -> poisson.require(u.dn().equalTo(0).on(RIM)));
        stopped(
                "fluxes of two halves of a rim that do not balance",
                "unbalanced:pde",
                "asks for a flux of 4π",
                () -> poisson.require(u.dn().equalTo(1).on(RIM.where(P.minus(0.3))))
                        .require(u.dn().equalTo(0.9)
                                .on(RIM.where(P.negate().plus(0.3)))
                                .named("left")));
        Field a = Field.of("a", P, R);
        Field b = Field.of("b", P, R);
        Field q = Field.of("q", P, R);
        stopped(
                "a disk that more flows into than out of",
                "unbalanced:mass",
                "asks for a flux of 0",
                () -> Problem.over(DISK)
                        .require(laplacian(a).equalTo(q.d(P)))
                        .require(laplacian(b).equalTo(q.d(R)))
                        .require(a.d(P).plus(b.d(R))
                                .equalTo(0)
                                .on(Region.interior())
                                .named("mass"))
                        .require(a.equalTo(P).on(RIM))
                        .require(b.equalTo(R.times(2)).on(RIM).named("b")));
        stopped(
                "two values on a rim",
                "disagree:boundary/again",
                "give u different values",
                () -> poisson.require(u.equalTo(0).on(RIM))
                        .require(u.equalTo(1).on(RIM).named("again")));
        Field m = Field.of("m", P, R, T);
        stopped(
                "a hot disk and a cold rim",
                "disagree:initial/boundary",
                "100.0 and 0.0",
                () -> Problem.over(DISK, T)
                        .require(m.d(T).equalTo(laplacian(m)))
                        .require(m.equalTo(100).on(T.start()))
                        .require(m.equalTo(0).on(RIM)));
        Field w = Field.of("w", P, R, Z);
        stopped(
                "a cylinder whose ends disagree with its side",
                "disagree:boundary/ends",
                "0.0 and 1.0",
                () -> Problem.over(DISK, Z)
                        .require(laplacian(w).plus(w.d(Z, Z)).equalTo(0))
                        .require(w.equalTo(0).on(RIM))
                        .require(w.equalTo(1).on(Z.ends()).named("ends")));
        stopped(
                "a cylinder that gives off more than it makes",
                "unbalanced:pde",
                "asks for a flux of 25.1",
                () -> Problem.over(DISK, Z)
                        .require(laplacian(w).plus(w.d(Z, Z)).equalTo(1))
                        .require(w.dn().equalTo(1).on(RIM))
                        .require(w.dn().equalTo(0.1).on(Z.ends()).named("ends")));
    }

    private void pieces() {
        Field u = Field.of("u", X, Y);
        stopped(
                "pieces that overlap and disagree",
                "disagree:boundary2/over",
                "0.0 and 1.0",
                () -> Problem.over(X, Y)
                        .require(u.d(X, X).plus(u.d(Y, Y)).equalTo(1))
                        .require(u.equalTo(0).on(X.start()))
                        .require(u.equalTo(0).on(X.end().where(Y, 0, 0.3)))
                        .require(u.equalTo(1).on(X.end().where(Y, 0.2, 0.5)).named("over"))
                        .require(u.dn().equalTo(0).on(Y.ends())));
    }

    private void undetermined() {
        Field u = Field.of("u", X);
        Field v = Field.of("v", X);
        stopped(
                "a coefficient without data",
                "missing-equation:k",
                "nothing determines the coefficient k: no readings",
                () -> Problem.over(X)
                        .require(u.d(X, X).equalTo(Parameter.of("k", 2)))
                        .require(u.equalTo(0).on(X.ends())));
        noted(
                "a constant that two fields have in common",
                "gauge:u+v",
                "u and v are known up to a constant that they have in common",
                () -> Problem.over(X)
                        .require(u.d(X, X).equalTo(u.minus(v).plus(X).minus(1)))
                        .require(v.d(X, X).equalTo(v.minus(u)))
                        .require(u.d(X).equalTo(0).on(X.ends()))
                        .require(v.d(X).equalTo(0).on(X.ends())));
    }

    static Stream<Arguments> statements() {
        WrongStatementsOfDataTest t = new WrongStatementsOfDataTest();
        t.evolutions();
        t.shapes();
        t.pieces();
        t.undetermined();
        return t.all.values().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void whatIsWrongIsTold(
            String name, Finding.Severity severity, String key, String says, Supplier<Problem> statement) {
        Problem problem = statement.get();
        List<Finding> found = problem.findings();
        List<String> blocking =
                problem.blockingFindings().stream().map(Finding::key).toList();
        assertEquals(severity == Finding.Severity.BLOCKING ? List.of(key) : List.of(), blocking, found::toString);
        Finding finding = found.stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(found));
        assertTrue(finding.message().contains(says), finding.message());
    }
}
