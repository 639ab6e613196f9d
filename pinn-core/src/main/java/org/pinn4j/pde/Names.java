package org.pinn4j.pde;

/** The names a stored solution can be read back with. */
final class Names {
    private Names() {}

    static void check(String kind, String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
            throw new IllegalArgumentException(
                    "%s name '%s': use a letter followed by letters and digits".formatted(kind, name));
        }
    }
}
