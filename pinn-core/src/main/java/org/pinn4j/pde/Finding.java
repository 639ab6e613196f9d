package org.pinn4j.pde;

import java.util.Objects;

/**
 * Something about a whole problem that is usually a mistake and sometimes meant.
 * @param key what {@link Problem#acknowledge(String, String)} names, for example {@code missing-initial:u}
 * @param message what was seen and what to do about it, one line
 */
public record Finding(String key, String message, Severity severity) {
    /** What a finding does to a solve that was told nothing else. */
    public enum Severity {
        /** It stops until acknowledged: the problem has no or many solutions, or its data contradict each other. */
        BLOCKING,
        /** It is worth knowing; methods act on it by themselves. */
        NOTE
    }

    public Finding {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(severity, "severity");
        if (!FindingKinds.has(key)) {
            throw new IllegalArgumentException("finding: '%s' is of no known kind, see FindingKinds".formatted(key));
        }
    }

    public boolean blocking() {
        return severity == Severity.BLOCKING;
    }

    @Override
    public String toString() {
        return message + " [" + key + "]";
    }
}
