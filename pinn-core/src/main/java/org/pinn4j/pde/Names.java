package org.pinn4j.pde;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names a stored solution can be read back with, and how messages of all packages list and count. */
public final class Names {
    private Names() {}

    static void check(String kind, String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException(
                    "%s name '%s': use a letter followed by letters and digits".formatted(kind, name));
        }
    }

    /** Of an unknown: {@code T_wall} and {@code k_eff} too, which no other name of the statement may make a derivative. */
    static void checkUnknown(String kind, String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "%s name '%s': use a letter followed by letters and digits, with single underscores between them"
                            .formatted(kind, name));
        }
    }

    /** Whether a name reads as a derivative of a field, {@code u_x}, or as the normal {@code n_x}. */
    static boolean readsAsDerivative(String name, String stem, Collection<Axis> axes) {
        String spelled = axes.stream().map(Axis::name).collect(Collectors.joining("|"));
        return name.startsWith(stem + "_") && name.substring(stem.length() + 1).matches("(" + spelled + ")+");
    }

    /** {@code stem} itself, else the first of stem2, stem3, ... that is free. */
    static String unused(String stem, Set<String> taken) {
        String name = stem;
        for (int k = 2; taken.contains(name); k++) {
            name = stem + k;
        }
        return name;
    }

    /** For messages: {@code (x, t)}. */
    static String tuple(Collection<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** For messages: {@code 1 condition}, {@code 2 conditions}. */
    public static String count(long n, String what) {
        return n + " " + word(n, what);
    }

    /** Its noun alone. */
    public static String word(long n, String what) {
        return what + (n == 1 ? "" : "s");
    }

    /** For messages: {@code x and t}. */
    public static String list(List<?> items) {
        List<String> names = items.stream().map(Object::toString).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
