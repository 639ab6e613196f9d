package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.domain.Disk;

/** What is certainly missing where flows enter, on shapes and for fields of the boundary alone is still found. */
class WrongStatementsOfFlowTest {
    private static final Axis X = Axis.of("x", 0, 1.5);
    private static final Axis Z = Axis.of("z", -1, 1);
    private static final Axis S = Axis.parameter("s", -1, 1);
    private static final Axis T = Axis.time("t", 0, 0.8);
    private static final Axis P = Axis.of("p");
    private static final Axis R = Axis.of("r");
    private static final Domain DISK = Disk.of(P, R, 0, 0, 2);
    private static final Region RIM = DISK.part("circle");

    private final Map<String, Arguments> all = new LinkedHashMap<>();

    private void wrong(String name, String key, String says, Supplier<Problem> problem) {
        all.put(name, Arguments.of(name, key, says, problem));
    }

    private void flows() {
        Field u = Field.of("u", X, T);
        Field v = Field.of("v", X, T);
        wrong(
                "inflow that the initial data tell of",
                "missing-boundary:u:x",
                "needs 1 condition on x = 0 and 0 on x = 1.5, got 0 and 0",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(u.times(u.d(X))).equalTo(0))
                        .require(u.equalTo(X.plus(1.2)).on(T.start())));
        Field g = Field.of("g", X, T, S);
        wrong(
                "inflow on half of a side, stated on all of the other",
                "missing-boundary:g:x",
                "needs 0 conditions on x = 0 and 1 on x = 1.5, got 1 and 0 at (t, s) =",
                () -> Problem.over(X, T, S)
                        .require(g.d(T).plus(S.times(g.d(X))).equalTo(0))
                        .require(g.equalTo(0).on(T.start()))
                        .require(g.equalTo(T).on(X.start())));
        wrong(
                "a tube with one wall",
                "missing-boundary:u:x",
                "together need 1 condition on x = 0 and 1 on x = 1.5, got 1 and 0",
                () -> Problem.over(X, T)
                        .require(u.d(T).plus(u.times(v).d(X)).equalTo(0))
                        .require(v.d(T).plus(v.times(v.d(X)))
                                .plus(u.pow(0.4).times(u.d(X)))
                                .equalTo(0))
                        .require(u.equalTo(X.plus(1)).on(T.start()))
                        .require(v.equalTo(0).on(T.start()))
                        .require(v.equalTo(0).on(X.start())));
        wrong(
                "Goursat's problem without its side",
                "missing-boundary:u:x",
                "u needs 1 condition on the ends of x, got 0 and 0",
                () -> Problem.over(X, T)
                        .require(u.d(X, T).equalTo(u))
                        .require(u.equalTo(1).on(T.start())));
        Field h = Field.of("h", T);
        wrong(
                "an unknown flux that nothing determines",
                "missing-equation",
                "2 fields (u, h) but 1 equation",
                () -> Problem.over(X, T)
                        .require(u.d(T).equalTo(u.d(X, X)))
                        .require(u.equalTo(1).on(T.start()))
                        .require(u.d(X).equalTo(h).on(X.start()))
                        .require(u.equalTo(1).on(X.end())));
    }

    private void shapes() {
        Field m = Field.of("m", P, R, T);
        wrong(
                "a condition on the half of a rim where the flow leaves",
                "missing-boundary:m:circle",
                "m needs 1 condition at every point of 'circle', got 0",
                () -> Problem.over(DISK, T)
                        .require(m.d(T).plus(m.d(P)).equalTo(0))
                        .require(m.equalTo(0).on(T.start()))
                        .require(m.equalTo(0).on(RIM.where(P))));
        Field u = Field.of("u", P, R);
        Field w = Field.of("w", P, R);
        wrong(
                "a plate as a pair with one condition",
                "missing-boundary:w:circle",
                "w needs 1 condition",
                () -> Problem.over(DISK)
                        .require(u.d(P, P).plus(u.d(R, R)).equalTo(w))
                        .require(w.d(P, P).plus(w.d(R, R)).equalTo(64))
                        .require(u.equalTo(0).on(RIM)));
        Field c = Field.of("c", P, R, Z);
        wrong(
                "a cylinder without its ends",
                "missing-boundary:c:z",
                "got 0 and 0",
                () -> Problem.over(DISK, Z)
                        .require(c.d(P, P).plus(c.d(R, R)).plus(c.d(Z, Z)).equalTo(1))
                        .require(c.equalTo(0).on(RIM)));
    }

    static Stream<Arguments> statements() {
        WrongStatementsOfFlowTest t = new WrongStatementsOfFlowTest();
        t.flows();
        t.shapes();
        return t.all.values().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void whatIsWrongIsFound(String name, String key, String says, Supplier<Problem> statement) {
        Problem problem = statement.get();
        List<Finding> blocking = problem.blockingFindings();
        assertEquals(List.of(key), blocking.stream().map(Finding::key).toList(), () -> blocking + "\n" + problem);
        assertTrue(blocking.get(0).message().contains(says), blocking.get(0).message());
    }
}
