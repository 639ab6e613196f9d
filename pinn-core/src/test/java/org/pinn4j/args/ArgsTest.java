package org.pinn4j.args;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ArgsTest {
    @Test
    void whatIsThereComesBack() {
        Set<String> words = new LinkedHashSet<>(List.of("a", "b"));
        assertSame(words, Args.list(words, "words"));
        assertEquals(3, Args.within(3, 3, 3, "n"));
        assertEquals(0, Args.entries(0, Long.MAX_VALUE, "size"));
        assertEquals(Args.MOST_ENTRIES, Args.entries(1, Args.MOST_ENTRIES, "size"));
        assertEquals(0, Args.index(0, 1, "k"));
    }

    @Test
    void whatIsMissingIsNamed() {
        none("w: need a value, got null", () -> Args.given(null, "w"));
        none("w: need a value, got null", () -> Args.given("", "v", null, "w"));
        none("w[1]: need a value, got null", () -> Args.list(Arrays.asList("a", null), "w"));
        none("w[1]: need a value, got null", () -> Args.list(new LinkedHashSet<>(Arrays.asList("a", null)), "w"));
        none("w[0]: need a value, got null", () -> Args.array(new String[1], "w"));
        none("w: need keys and values, got a = null", () -> Args.map(Collections.singletonMap("a", null), "w"));
    }

    @Test
    void whatDoesNotFitIsSaidWithItsBound() {
        wrong("n: need at least 1, got 0", () -> Args.atLeast(1, 0, "n"));
        wrong("n: need 1 to 2, got 3", () -> Args.within(1, 2, 3, "n"));
        wrong("k: need an index of 2 entries, from 0 on, got 2", () -> Args.index(2, 2, "k"));
        wrong("k: need an index of 2 entries, from 0 on, got -1", () -> Args.index(-1, 2, "k"));
        wrong("x: need at least 2 numbers, got 1", () -> Args.atLeast(2, new double[1], "x"));
        wrong("x: need 1 numbers, got 2", () -> Args.exactly(1, new double[2], "x"));
        wrong("t: need a finite number, got NaN", () -> Args.finite(Double.NaN, "t"));
        wrong("t: need a finite number above 0, got Infinity", () -> Args.positive(Double.POSITIVE_INFINITY, "t"));
        wrong(
                "size: need sizes of at most 2147483639 numbers in all, got 60000 × 60000",
                () -> Args.entries(60_000, 60_000, "size"));
    }

    private static void none(String message, Executable call) {
        assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
    }

    private static void wrong(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
