package org.pinn4j.validation.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.pinn4j.args.Args;

/**
 * What a study varies, and through which values. Immutable.
 * @param name such as {@code points}
 * @param values in the order of the tables, each in one canonical form, no two alike
 */
public record Variable(String name, List<String> values) {
    /** The one numeric variable that does not refine the solution but what it is measured with. */
    static final String REFERENCE = "reference";

    public Variable {
        Args.given(name, "name");
        Args.list(values, "values");
        values = values.stream().map(Variable::canonical).toList();
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "variable '%s': need a name of small letters, digits and hyphens".formatted(name));
        }
        if (values.isEmpty() || values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException(
                    "%s: need one or more values, each once, got %s".formatted(name, values));
        }
        if (values.stream().anyMatch(v -> v.isEmpty() || v.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("%s: an empty or unprintable value in %s".formatted(name, values));
        }
    }

    public static Variable of(String name, double... values) {
        Args.given(name, "name");
        Args.given(values, "values");
        return new Variable(
                name, DoubleStream.of(values).mapToObj(Variable::text).toList());
    }

    public static Variable of(String name, String... values) {
        Args.given(name, "name");
        return new Variable(name, Arrays.asList(Args.array(values, "values")));
    }

    /** Whether every value is a positive number, so that it has a place on a logarithmic axis. */
    public boolean isNumeric() {
        return values.stream().mapToDouble(Variable::number).allMatch(v -> v > 0 && Double.isFinite(v));
    }

    /** Whether the error may have an order in it. */
    boolean isSize() {
        return isNumeric() && !name.equals(REFERENCE);
    }

    /** NaN for what is no number. */
    static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** One spelling for one number: 500, 0.01, 1e-8. */
    static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole
                ? Long.toString((long) value)
                : Double.toString(value).replace(".0E", "e").toLowerCase(Locale.ROOT);
    }

    private static String canonical(String value) {
        String trimmed = value.trim();
        return trimmed.matches("[-+.0-9eE]+") && Double.isFinite(number(trimmed)) ? text(number(trimmed)) : trimmed;
    }
}
