package org.pinn4j.pde.text;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that are short beside what they stand for. Each is read or refused in one short line, and takes no more memory in all,
 * what is collected again included, than its size and 64 MB. Seconds are asked for generously, the machine may be busy; what a text
 * takes on an idle one is a third of a second at most.
 */
class HostileStatementsTest {
    private static final String HEAD = "space x 0.0 1.0\nspace y 0.0 1.0\nfield u x y\ncondition \"pde\" interior\n"
            + "left u_xx + u_yy\nright sin(x)*y\n";

    private static String each(int n, IntFunction<String> line) {
        return IntStream.range(0, n).mapToObj(line).collect(Collectors.joining());
    }

    private static String joined(int n, String by, IntFunction<String> part) {
        return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining(by));
    }

    private static String nested(int n, String open, String inner, String close) {
        return open.repeat(n) + inner + close.repeat(n);
    }

    private static String condition(String left, String right) {
        return "condition \"\" interior\nleft " + left + "\nright " + right + "\n";
    }

    private static String conditions(int n, IntFunction<String> right) {
        return HEAD + each(n, k -> condition("u", right.apply(k)));
    }

    private static String of(String right) {
        return HEAD + condition("u", right);
    }

    private static String spaces(int n, IntFunction<String> name) {
        return each(n, k -> "space " + name.apply(k) + " 0 1\n") + "field u " + joined(n, " ", name) + "\n";
    }

    static Stream<Arguments> texts() {
        String sines = joined(3100, "+", k -> "sin(" + k + "*x)");
        String factors = joined(58, "*", k -> "(x+" + k + ".25)");
        return Stream.of(
                Arguments.of("one symmetry again and again", HEAD + "even y 0.5\n".repeat(19_000), null),
                Arguments.of(
                        "as many centres as lines", HEAD + each(19_000, k -> "odd x 0." + (10_000 + k) + "\n"), null),
                Arguments.of("too many lines", HEAD + "odd x 0.5\n".repeat(50_000), "at most 20000 lines"),
                Arguments.of("empty lines", "\n".repeat(8_000_000) + HEAD, "more than"),
                Arguments.of("reasons", HEAD + each(9_000, k -> "acknowledge gauge:v" + k + " b\n"), null),
                Arguments.of("keys of no kind", HEAD + each(9_000, k -> "acknowledge v" + k + " b\n"), "no finding"),
                Arguments.of(
                        "derivatives of products", conditions(280, k -> k + "*d(" + factors + ", x)"), "parts in the"),
                Arguments.of("conditions that are equal", conditions(900, k -> "1.5"), "it repeats"),
                Arguments.of("conditions that differ", conditions(1100, k -> k + "*x"), null),
                Arguments.of("too many conditions", conditions(5000, k -> k + "*y"), "at most 2000 conditions"),
                Arguments.of(
                        "cuts", conditions(1500, k -> k + "\nwhere x-0.999999\nwhere y-0.99999"), "cuts of regions"),
                Arguments.of("cuts of one region", of("1" + "\nwhere x-0.5".repeat(40)), "more than 32 cuts"),
                Arguments.of("factors", of(joined(3300, "*", k -> "(y+" + k + ".75)/9" + k)), null),
                Arguments.of("terms", of(sines), null),
                Arguments.of(
                        "terms of the unknown",
                        HEAD + condition(joined(3200, "+", k -> "u*cos(" + k + "*x)"), "1"),
                        null),
                Arguments.of("expressions", conditions(12, k -> k + "+" + sines), "parts in the statement"),
                Arguments.of(
                        "brackets of the unknown", HEAD + condition(joined(45, "*", k -> "(u+" + k + ")"), "1"), null),
                Arguments.of(
                        "brackets that cancel",
                        HEAD + condition(joined(22, "*", k -> "(u+" + k + "*u*x)*(u^-1+" + k + "*y*u^-1)"), "1"),
                        null),
                Arguments.of("signs before brackets", of(nested(350, "-(x-", sines, "-y)")), "brackets in brackets"),
                Arguments.of("nested calls", of(nested(395, "sin(", "x", ")")), null),
                Arguments.of("calls nested too deep", of(nested(4000, "cos(", "y", ")")), "nested deeper than"),
                Arguments.of("levels without brackets", of(nested(170, "(1+x*", "y", "^2+y)")), "nested 401 deep"),
                Arguments.of(
                        "derivatives of nested calls",
                        of("d(" + nested(150, "sin(", "x", ")") + ",x,x)"),
                        "under a derivative"),
                Arguments.of(
                        "sides that differ in order",
                        HEAD + condition(nested(140, "sin(u+x+", "u_x", "+y)"), nested(140, "sin(x+u+", "u_x", "+y)")),
                        "both sides"),
                Arguments.of(
                        "derivatives of kinks", conditions(90, k -> "d(abs(x-0.25)*" + (k + 2) + ",x)"), "magnitudes"),
                Arguments.of(
                        "derivatives of quotients",
                        HEAD + each(250, k -> condition("d(u_x/(x+" + (k + 1) + "),x)", "1")),
                        "magnitudes"),
                Arguments.of(
                        "fields",
                        HEAD
                                + each(9000, k -> "field f" + k + " x y\n")
                                + condition(joined(5000, "+", k -> "f" + k), "1"),
                        null),
                Arguments.of(
                        "fields of a condition each",
                        HEAD + each(5000, k -> "field u_f" + k + " x y\n") + each(1900, k -> condition("u_f" + k, "x")),
                        null),
                Arguments.of("axes", spaces(190, k -> "x" + k) + each(700, k -> condition("u", k + "*x1")), null),
                Arguments.of(
                        "derivatives along many axes",
                        spaces(190, k -> "x" + k) + condition(joined(190, "+", k -> "u_{x" + k + ",x" + k + "}"), "1"),
                        null),
                Arguments.of("too many axes", spaces(900, k -> "x" + k), "more than 200 axes"),
                Arguments.of(
                        "axes that are one another's beginning",
                        spaces(50, k -> "x".repeat(k + 1)) + condition("u_" + "x".repeat(450) + "y", "1"),
                        "is not made of"),
                Arguments.of(
                        "a name of such axes",
                        "space x 0 1\nspace xx 0 1\nfield u x xx\nfield u_" + "x".repeat(80) + "y x xx\n"
                                + condition("u+u_" + "x".repeat(80) + "y", "1"),
                        null),
                Arguments.of("underscores", HEAD + condition("u" + "_x".repeat(29_000), "1"), "does not continue"),
                Arguments.of("underscores of a name", HEAD + "field a" + "_b".repeat(40_000) + " x y\n", "characters"),
                Arguments.of("a long line", "b".repeat(9_000_000), "unknown entry"),
                Arguments.of("words", "field " + "a ".repeat(4_000_000), "more than 10000 words"),
                Arguments.of("an array", "array a " + "1 ".repeat(4_000_000), "more than 400000 numbers"),
                Arguments.of("digits", "space x 0." + "1".repeat(8_000_000) + " 2\n", "characters"),
                Arguments.of("brackets alone", of(nested(395, "(", "x", ")")), null),
                Arguments.of("powers of powers", of(nested(190, "(", "x+1", ")^0.5")), null),
                Arguments.of(
                        "traces",
                        HEAD
                                + each(
                                        900,
                                        k -> "condition \"\" x min\nleft u\nright " + k + "+trace(u*" + (k + 2)
                                                + ", x, max)\n"),
                        null));
    }

    /** @param refused in the message, or null where the text is read */
    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isReadOrRefusedWithinTimeAndMemory(String what, String text, String refused) {
        long most = text.length() + (64L << 20);
        Outcome outcome = assertTimeoutPreemptively(Duration.ofSeconds(8), () -> read(text));
        assertTrue(outcome.bytes <= most, what + " took " + (outcome.bytes >> 20) + " MB");
        assertTrue(outcome.message.length() < 1200 && outcome.message.lines().count() <= 1, outcome.message);
        assertTrue(refused == null ? outcome.message.isEmpty() : outcome.message.contains(refused), outcome.message);
    }

    private record Outcome(String message, long bytes) {}

    private static Outcome read(String text) {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        String message = "";
        try {
            ProblemText.parse(text, Map.of());
        } catch (IllegalArgumentException e) {
            message = e.getMessage();
        }
        return new Outcome(message, memory.getCurrentThreadAllocatedBytes() - before);
    }
}
