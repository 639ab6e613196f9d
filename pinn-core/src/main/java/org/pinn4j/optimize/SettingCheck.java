package org.pinn4j.optimize;

/** Whether settings are in their ranges; the errors name method, setting, value and range. */
final class SettingCheck {
    private SettingCheck() {}

    private static IllegalArgumentException wrong(String method, String name, Object value, String wanted) {
        return new IllegalArgumentException("%s: %s = %s, need %s".formatted(method, name, value, wanted));
    }

    /** Finite and above 0. */
    static void positive(String method, String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw wrong(method, name, value, "a finite one above 0");
        }
    }

    /** Finite and not below 0. */
    static void notNegative(String method, String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw wrong(method, name, value, "a finite one of at least 0");
        }
    }

    /** In [0, 1): how much of the past is kept. */
    static void memory(String method, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw wrong(method, name, value, "[0, 1)");
        }
    }

    /** In (0, 1]. */
    static void share(String method, String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw wrong(method, name, value, "(0, 1]");
        }
    }

    /** In [0, 1]. */
    static void unit(String method, String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw wrong(method, name, value, "[0, 1]");
        }
    }

    static void atLeast(String method, String name, long least, long value) {
        if (!(value >= least)) {
            throw wrong(method, name, value, "at least " + least);
        }
    }
}
