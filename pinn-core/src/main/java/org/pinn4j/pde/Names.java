package org.pinn4j.pde;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;

/** The names a stored solution can be read back with, and how messages of all packages list and count. */
public final class Names {
    private Names() {}

    /** Longest name, in characters. */
    public static final int MAX_LENGTH = 100;

    static void check(String kind, String name) {
        requireName(kind, name);
        if (!isPlain(name, false)) {
            throw new IllegalArgumentException(
                    "%s name '%s': use a letter followed by letters and digits".formatted(kind, name));
        }
    }

    /** Of an unknown: {@code T_wall} and {@code k_eff} too, which no other name of the statement may make a derivative. */
    static void checkUnknown(String kind, String name) {
        requireName(kind, name);
        if (!isPlain(name, true)) {
            throw new IllegalArgumentException(
                    "%s name '%s': use a letter followed by letters and digits, with single underscores between them"
                            .formatted(kind, name));
        }
    }

    private static void requireName(String kind, String name) {
        Args.given(name, kind + " name");
        if (name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("%s name '%s...' of %d characters, at most %d: choose a shorter one"
                    .formatted(kind, name.substring(0, 20), name.length(), MAX_LENGTH));
        }
    }

    /** No pattern: those of this kind go back and forth, or take stack by the character. */
    private static boolean isPlain(String name, boolean underscores) {
        boolean before = false;
        for (int k = 0; k < name.length(); k++) {
            char c = name.charAt(k);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || k > 0 && c >= '0' && c <= '9';
            if (!letter && !(underscores && before && c == '_')) {
                return false;
            }
            before = letter;
        }
        return before;
    }

    /** Whether a name reads as a derivative of a field, {@code u_x}, or as the normal {@code n_x}. */
    static boolean readsAsDerivative(String name, String stem, Collection<Axis> axes) {
        return name.length() > stem.length() + 1
                && name.startsWith(stem + "_")
                && isMadeOf(name.substring(stem.length() + 1), axes);
    }

    /** Whether a word consists of names of axes. */
    private static boolean isMadeOf(String word, Collection<Axis> axes) {
        boolean[] reached = new boolean[word.length() + 1];
        reached[0] = true;
        for (int at = 0; at < word.length(); at++) {
            for (Axis axis : reached[at] ? axes : List.<Axis>of()) {
                if (word.startsWith(axis.name(), at)) {
                    reached[at + axis.name().length()] = true;
                }
            }
        }
        return reached[word.length()];
    }

    /** For messages: {@code (x, t)}. */
    static String tuple(Collection<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** For messages: {@code 1 condition}, {@code 2 conditions}. */
    public static String count(long n, String what) {
        Args.given(what, "what");
        return n + " " + word(n, what);
    }

    /** Its noun alone. */
    public static String word(long n, String what) {
        Args.given(what, "what");
        return what + (n == 1 ? "" : "s");
    }

    /** For messages: {@code x and t}. */
    public static String list(List<?> items) {
        Args.list(items, "items");
        List<String> names = items.stream().map(Object::toString).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
