package org.pinn4j.io;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Writes JSON text. Values are null, strings, booleans, numbers, maps with string keys (written in the order of the map),
 * lists and arrays of these. A number that is NaN or infinite is written as null, which JSON has instead. Source: RFC 8259.
 */
public final class Json {
    private final StringBuilder text = new StringBuilder();
    private final boolean pretty;

    private Json(boolean pretty) {
        this.pretty = pretty;
    }

    /** On one line, without white space. */
    public static String compact(Object value) {
        return new Json(false).write(value, 0).toString();
    }

    /** One member a line, indented by two; lists of plain values stay on one line. Ends with a line feed. */
    public static String pretty(Object value) {
        return new Json(true).write(value, 0).append('\n').toString();
    }

    private StringBuilder write(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            writeMap(map, depth);
        } else if (value instanceof Iterable<?> list) {
            writeList(list, depth);
        } else if (value != null && value.getClass().isArray()) {
            writeList(elements(value), depth);
        } else {
            writePlain(value);
        }
        return text;
    }

    private static List<Object> elements(Object array) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return list;
    }

    private void writePlain(Object value) {
        if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
            writeString(value.toString());
        } else if (value instanceof Number number) {
            text.append(Double.isFinite(number.doubleValue()) ? number.toString() : "null");
        } else {
            throw new IllegalArgumentException(
                    "json: no form for a value of %s; give a map, list, string or number".formatted(value.getClass()));
        }
    }

    private void writeMap(Map<?, ?> map, int depth) {
        text.append('{');
        Iterator<? extends Entry<?, ?>> members = map.entrySet().iterator();
        while (members.hasNext()) {
            Entry<?, ?> member = members.next();
            newLine(depth + 1);
            writeString(String.valueOf(member.getKey()));
            text.append(pretty ? ": " : ":");
            write(member.getValue(), depth + 1);
            text.append(members.hasNext() ? "," : "");
        }
        if (!map.isEmpty()) {
            newLine(depth);
        }
        text.append('}');
    }

    private void writeList(Iterable<?> list, int depth) {
        boolean nested = false;
        for (Object item : list) {
            nested |= item instanceof Map
                    || item instanceof Iterable
                    || item != null && item.getClass().isArray();
        }
        text.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
            if (nested) {
                newLine(depth + 1);
            }
            write(items.next(), depth + 1);
            text.append(!items.hasNext() ? "" : pretty && !nested ? ", " : ",");
        }
        if (nested) {
            newLine(depth);
        }
        text.append(']');
    }

    private void newLine(int depth) {
        if (pretty) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void writeString(String s) {
        text.append('"');
        for (int i = 0; i < s.length(); i++) {
            writeChar(s.charAt(i));
        }
        text.append('"');
    }

    private void writeChar(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ' || c == 0x7F || c == 0x2028 || c == 0x2029) { // the last two end a line in older JavaScript
                    text.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
                } else {
                    text.append(c);
                }
            }
        }
    }
}
