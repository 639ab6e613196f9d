package org.pinn4j.pde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.compile.Program;
import org.pinn4j.pde.text.ExprText;

/** Trees that are deep or large, made by code: whatever can be made can be walked, and what cannot says so where it is made. */
class LargeTreesTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", 0, 1);
    private static final Field U = Field.of("u", X, Y);

    /** Half of what a thread has by default. */
    private static final long STACK = 512 * 1024;

    static Stream<UnaryOperator<Expr>> levels() {
        Expr[] f = {
            Expr.function(
                    "f",
                    new CoordinateFunction.Code() {
                        @Override
                        public <T extends org.hipparchus.CalculusFieldElement<T>> T value(T[] x) {
                            return x[0];
                        }
                    },
                    X)
        };
        return Stream.of(
                Expr::sin,
                e -> Expr.exp(e.times(0.5)).plus(Y),
                e -> e.times(Y).plus(1),
                e -> e.pow(0.5),
                e -> Expr.sin(e).pow(-2).times(X).plus(Y),
                e -> ((CoordinateFunction) f[0]).at(List.of(e)));
    }

    private static Expr deepest(Expr leaf, UnaryOperator<Expr> level) {
        Expr e = leaf;
        while (level.apply(X).depth() + e.depth() <= Expr.MAX_DEPTH) {
            e = level.apply(e);
        }
        return e;
    }

    @ParameterizedTest
    @MethodSource("levels")
    void theDeepestTreeOfEachKindIsWalkedOnHalfAStack(UnaryOperator<Expr> level) throws InterruptedException {
        Expr known = deepest(X, level);
        List<Throwable> failed = new ArrayList<>();
        Thread small = new Thread(null, () -> walk(known, level), "small", STACK);
        small.setUncaughtExceptionHandler((t, e) -> failed.add(e));
        small.start();
        small.join();
        assertEquals(List.of(), failed);
        assertThrows(IllegalArgumentException.class, () -> {
            Expr e = known;
            for (int k = 0; k < 4; k++) {
                e = level.apply(e);
            }
        });
    }

    private static void walk(Expr e, UnaryOperator<Expr> level) {
        List<Axis> axes = List.of(X, Y);
        String text = ExprText.write(e);
        assertEquals(e, ExprText.parse(text, axes, List.of(U), List.of(), functions(e)));
        assertEquals(e.substitute(leaf -> null), e);
        assertTrue(Leaves.of(e).known());
        Evaluation.evaluate(e, axes, 0.25, 0.5);
        CoordinateProgram.compile(List.of(e), axes);
        assertTrue(e.toString().length() > Expr.MAX_DEPTH / 4);
        if (Leaves.of(e).functions().isEmpty()) {
            Program.compile(List.of(deepest(U, level)));
        }
    }

    private static Map<String, Expr> functions(Expr e) {
        return Leaves.of(e).functions().stream()
                .findFirst()
                .map(f -> Map.of("f", f))
                .orElse(Map.of());
    }

    @Test
    void whatIsDeeperIsRefusedWhereItIsMade() {
        String message = assertThrows(IllegalArgumentException.class, () -> {
                    Expr e = U;
                    for (int k = 0; k < 60_000; k++) {
                        e = Expr.cos(e);
                    }
                })
                .getMessage();
        assertEquals(
                "an expression nested 401 deep, at most 400: give what is inside a field and an equation of its own, or"
                        + " state it as code with Expr.function",
                message);
    }

    private static Expr nested(Expr inner, int times, UnaryOperator<Expr> level) {
        Expr e = inner;
        for (int k = 0; k < times; k++) {
            e = level.apply(e);
        }
        return e;
    }

    static Stream<Expr> growing() {
        Expr[] factors =
                IntStream.range(0, 3500).mapToObj(k -> Y.plus(k + 0.25)).toArray(Expr[]::new);
        return Stream.of(
                nested(Y, 180, Expr::sin),
                nested(X.times(Y), 5, e -> Expr.exp(Expr.cos(e))),
                nested(U, 150, e -> Expr.tanh(e.plus(Y))),
                Expr.product(List.of(factors)));
    }

    /** A derivative too large to be walked ends in an error of one line, before it fills the memory. */
    @ParameterizedTest
    @MethodSource("growing")
    void derivativesStopAtABound(Expr e) {
        String message = assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () -> assertThrows(IllegalArgumentException.class, () -> e.d(Y, Y, Y, Y, Y, Y, Y, Y))
                        .getMessage());
        assertTrue(message.startsWith("an expression of more than 200000 parts"), message);
    }

    /** Equal trees have equal hashes whatever the order of their parts, and comparing them is not tried level by level. */
    @Test
    void equalityIsOneWalk() {
        Expr a = nested(U, 120, e -> Expr.sin(e.plus(X).plus(Y)));
        Expr b = nested(U, 120, e -> Expr.sin(Y.plus(X).plus(e)));
        Expr other = nested(U.times(2), 120, e -> Expr.sin(Y.plus(X).plus(e)));
        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> assertEquals(a, b));
        assertEquals(a.hashCode(), b.hashCode());
        assertNotEquals(a, other);
    }

    @Test
    void sizeAndDepthAreThoseOfTheTree() {
        Expr shared = X.plus(1);
        Expr e = Expr.sin(shared).times(Expr.cos(shared));
        assertEquals(9, e.nodes());
        assertEquals(3, e.depth());
        assertEquals(1, U.d(X).nodes());
        assertEquals(0, U.d(X).depth());
    }

    /** One after the other a number is multiplied into the bracket beside it, all at once it is not. */
    @Test
    void factorsInTurnAreThoseOfTimes() {
        Expr bracket = X.plus(1);
        List<List<Expr>> cases = List.of(
                List.of(Expr.constant(2), bracket, Y),
                List.of(Expr.constant(2), Expr.constant(3), bracket, Y, X),
                List.of(bracket, Expr.constant(3), Y),
                List.of(Y, Expr.constant(3), bracket),
                List.of(Y, bracket, Expr.constant(3), X),
                List.of(Y),
                List.of());
        for (List<Expr> factors : cases) {
            Expr expected = Expr.constant(1);
            for (Expr f : factors) {
                expected = expected.times(f);
            }
            assertEquals(ExprText.write(expected), ExprText.write(Expr.inTurn(factors)));
        }
    }
}
