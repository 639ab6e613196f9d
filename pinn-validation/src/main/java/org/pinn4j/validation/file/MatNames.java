package org.pinn4j.validation.file;

import java.util.Locale;
import java.util.Set;

/** How the names of arrays in the field's files stand for the names of axes and fields. */
final class MatNames {
    /** No name of this kind. */
    static final int NONE = 4;

    private static final Set<String> ENDINGS =
            Set.of("sol", "ref", "exact", "true", "star", "data", "val", "vals", "values", "grid", "span");

    private MatNames() {}

    /** 0 for the name itself, 1 in other letters (T), 2 doubled (tt) or spelt out (time), 3 with an ending (usol, u_exact), or NONE. */
    static int distance(String found, String wanted, boolean isTime) {
        if (found.equals(wanted)) {
            return 0;
        }
        String name = found.toLowerCase(Locale.ROOT).replace("_", "");
        String lower = wanted.toLowerCase(Locale.ROOT);
        if (name.equals(lower)) {
            return 1;
        }
        if (name.equals(lower + lower) || isTime && name.equals("time")) {
            return 2;
        }
        return name.startsWith(lower) && ENDINGS.contains(name.substring(lower.length())) ? 3 : NONE;
    }
}
