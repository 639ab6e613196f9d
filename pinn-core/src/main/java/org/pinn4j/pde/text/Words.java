package org.pinn4j.pde.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of one line: what stands between spaces; a quoted one may hold spaces and the escapes of the writer. */
final class Words {
    /** Most words of a line, but for arrays, which are read number by number: a condition, a point, a field of many axes. */
    private static final int MOST = 10_000;

    /** Most digits and signs of a number; the longest exact double has some 770. */
    private static final int LONGEST_NUMBER = 1000;

    private final String text;
    private int at;

    Words(String text, int from) {
        this.text = text;
        this.at = from;
        skip();
    }

    /** All words that are left. */
    List<String> rest() {
        List<String> words = new ArrayList<>();
        while (at < text.length()) {
            if (words.size() == MOST) {
                throw new IllegalArgumentException(
                        "more than %d words in one line; state arrays of a shape as arrays".formatted(MOST));
            }
            words.add(next());
        }
        return words;
    }

    /** The next word; empty at the end. */
    String next() {
        String word;
        if (at < text.length() && text.charAt(at) == '"') {
            word = quoted();
        } else {
            int from = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            word = text.substring(from, at);
        }
        skip();
        return word;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String quoted() {
        StringBuilder word = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return word.toString();
            }
            boolean escape = c == '\\' && at + 1 < text.length();
            word.append(escape ? unescaped(text.charAt(++at)) : c);
        }
        throw new IllegalArgumentException("a quote is not closed");
    }

    private static char unescaped(char c) {
        return c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }

    /** The numbers that are left. @param most of them that are taken */
    double[] numbers(int most) {
        double[] numbers = new double[16];
        int n = 0;
        for (; at < text.length(); n++) {
            if (n == most) {
                throw new IllegalArgumentException("more than %d numbers in one array of a text".formatted(most));
            }
            numbers = n == numbers.length ? Arrays.copyOf(numbers, 2 * n) : numbers;
            numbers[n] = number(next());
        }
        return Arrays.copyOf(numbers, n);
    }

    static double number(String text) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is not a number".formatted(TextCursor.brief(text)), e);
        }
        throw new IllegalArgumentException(
                "'%s' is a number of more than %d characters".formatted(TextCursor.brief(text), LONGEST_NUMBER));
    }
}
