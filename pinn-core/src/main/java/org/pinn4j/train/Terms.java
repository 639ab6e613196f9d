package org.pinn4j.train;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text form of a value with settings: {@code name(key=value;key=value)}. Every setting that is read must be there, and no other. */
final class Terms {
    private static final Pattern FORM = Pattern.compile("([a-z_-]+)\\(([^()]*)\\)");

    private final String text;
    private final String name;
    private final Map<String, String> values;
    private final Set<String> read = new HashSet<>();

    private Terms(String text, String name, Map<String, String> values) {
        this.text = text;
        this.name = name;
        this.values = values;
    }

    /** @param keysAndValues in turns */
    static String write(String name, Object... keysAndValues) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int k = 0; k < keysAndValues.length; k += 2) {
            all.put(String.valueOf(keysAndValues[k]), String.valueOf(keysAndValues[k + 1]));
        }
        return all.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(";", name + "(", ")"));
    }

    static Terms parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'%s': need name(key=value;key=value)".formatted(text));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair :
                form.group(2).isEmpty() ? new String[0] : form.group(2).split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || values.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("'%s': '%s' is no setting".formatted(text, pair));
            }
        }
        return new Terms(text, form.group(1), values);
    }

    String name() {
        return name;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("'%s': no %s".formatted(text, key));
        }
        read.add(key);
        return value;
    }

    double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s': %s is no number".formatted(text, key), e);
        }
    }

    int whole(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s': %s is no whole number".formatted(text, key), e);
        }
    }

    long count(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s': %s is no whole number".formatted(text, key), e);
        }
    }

    /** @param name of a constant, in any case, with hyphens or underscores */
    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        String plain = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s': known are %s"
                        .formatted(
                                name,
                                EnumSet.allOf(type).stream().map(Enum::name).collect(Collectors.joining(", ")))));
    }

    boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'%s': %s is neither true nor false".formatted(text, key));
        };
    }

    IllegalArgumentException unknown(String known) {
        return new IllegalArgumentException("'%s': known are %s".formatted(text, known));
    }

    /** @throws IllegalArgumentException if there are settings that nobody asked for */
    void requireAllRead() {
        values.keySet().stream().filter(k -> !read.contains(k)).findFirst().ifPresent(k -> {
            throw new IllegalArgumentException("'%s': setting %s is unknown".formatted(text, k));
        });
    }
}
