package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Strings by key that are being read: each must be there, and each must be asked for. */
final class Entries {
    private final Map<String, String> all;
    private final Set<String> read = new HashSet<>();

    Entries(Map<String, String> all) {
        this.all = all;
    }

    boolean has(String key) {
        return all.containsKey(key);
    }

    String text(String key) {
        String value = all.get(key);
        if (value == null) {
            throw new IllegalArgumentException("entry '%s' is missing".formatted(key));
        }
        read.add(key);
        return value;
    }

    /** The entries key.0, key.1 ... */
    List<String> list(String key) {
        List<String> list = new ArrayList<>();
        while (has(key + "." + list.size())) {
            list.add(text(key + "." + list.size()));
        }
        return list;
    }

    /** The same, of which a reader takes no more than some. */
    List<String> atMost(String key, int most) {
        List<String> list = list(key);
        if (list.size() > most) {
            throw new IllegalArgumentException(
                    "%d entries '%s', at most %d are read".formatted(list.size(), key, most));
        }
        return list;
    }

    int integer(String key) {
        return Math.toIntExact(whole(key));
    }

    long whole(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("entry '%s': '%s' is no whole number".formatted(key, text(key)), e);
        }
    }

    double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("entry '%s': '%s' is no number".formatted(key, text(key)), e);
        }
    }

    /** @throws IllegalArgumentException if there are entries that nobody asked for */
    void requireAllRead() {
        for (String key : all.keySet()) {
            if (!read.contains(key)) {
                throw new IllegalArgumentException("entry '%s' is unknown".formatted(key));
            }
        }
    }
}
