package org.pinn4j.pde.text;

import java.util.Collection;
import java.util.stream.Collectors;
import org.pinn4j.pde.Names;

/** A position in a text that is being read, and the errors that name it. */
final class TextCursor {
    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    IllegalArgumentException error(String format, Object... values) {
        return errorAt(at, format, values);
    }

    IllegalArgumentException errorAt(int position, String format, Object... values) {
        int from = Math.max(0, Math.min(position, text.length()) - 20);
        String near = text.substring(from, Math.min(text.length(), from + 40)).replaceAll("\\p{Cntrl}", " ");
        return new Located(
                "expression, column %d: %s, in '%s'".formatted(position + 1, format.formatted(values), near));
    }

    /** An error that says where it is. */
    static final class Located extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Located(String message) {
            super(message);
        }
    }

    /** The beginning of what may be long, for messages. */
    static String brief(Object what) {
        String text = String.valueOf(what);
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }

    /** Names as they stand in messages: {@code (x, t)}. */
    static String tuple(Collection<?> names) {
        String more = names.size() > 20 ? ", ... %d in all)".formatted(names.size()) : ")";
        return names.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", ", "(", more));
    }

    int position() {
        return at;
    }

    char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean atEnd() {
        peek();
        return at == text.length();
    }

    boolean skip(char c) {
        boolean found = !atEnd() && peek() == c;
        at += found ? 1 : 0;
        return found;
    }

    void expect(char c) {
        if (!skip(c)) {
            throw error(atEnd() ? "'%s' is missing at the end" : "expected '%s'", c);
        }
    }

    /** A letter and the letters and digits after it; empty if there is none. */
    String name() {
        peek();
        int from = at;
        while (at < text.length() && isWord(text.charAt(at), at > from)) {
            at++;
        }
        return text.substring(from, at);
    }

    /** The same with what follows after underscores, as long as that makes a declared name. */
    String name(java.util.function.Predicate<String> declared) {
        String name = name();
        int best = at;
        int most = Math.min(text.length(), at - name.length() + Names.MAX_LENGTH);
        for (int end = at; !name.isEmpty() && end < most && text.charAt(end) == '_'; ) {
            end++;
            while (end < text.length() && isWord(text.charAt(end), true)) {
                end++;
            }
            best = declared.test(text.substring(at - name.length(), end)) ? end : best;
        }
        String longest = text.substring(at - name.length(), best);
        at = best;
        return longest;
    }

    private static boolean isWord(char c, boolean digits) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || digits && c >= '0' && c <= '9';
    }

    /** The letters and digits at the position, spaces not skipped. */
    String word() {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at), true)) {
            at++;
        }
        return text.substring(from, at);
    }

    /** An unsigned decimal number such as 1, .5 or 2.5E-7. */
    double number() {
        int from = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        int mantissa = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            at += at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? 1 : 0;
            int exponent = at;
            digits();
            at = at == exponent ? mantissa : at;
        }
        return finite(from, text.substring(from, at));
    }

    private double finite(int from, String digits) {
        double value;
        try {
            value = Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    errorAt(from, "'%s' is not a number", brief(digits)).getMessage(), e);
        }
        if (Double.isInfinite(value)) {
            throw errorAt(from, "the number %s is too large for a double", brief(digits));
        }
        return value;
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }
}
