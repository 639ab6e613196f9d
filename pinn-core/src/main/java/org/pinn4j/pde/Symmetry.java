package org.pinn4j.pde;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pinn4j.args.Args;

/**
 * The statement is unchanged under x → 2·centre − x with each field multiplied by its parity.
 * @param parity +1 for even, −1 for odd, by field
 */
public record Symmetry(Axis axis, double centre, Map<Field, Integer> parity) {
    public Symmetry {
        Args.given(axis, "axis");
        Args.map(parity, "parity");
        parity = Collections.unmodifiableMap(new LinkedHashMap<>(parity));
        if (!parity.values().stream().allMatch(p -> p == 1 || p == -1)) {
            throw new IllegalArgumentException("symmetry in %s: a parity is +1 or -1, got %s".formatted(axis, parity));
        }
    }

    public boolean even(Field field) {
        Args.given(field, "field");
        return parity.getOrDefault(field, 0) == 1;
    }

    public boolean odd(Field field) {
        Args.given(field, "field");
        return parity.getOrDefault(field, 0) == -1;
    }

    /** Whether the reflection maps the axis to itself without a wrap. */
    boolean aboutMiddle() {
        return Math.abs(centre - (axis.min() + axis.length() / 2)) <= 1e-12 * axis.length();
    }

    /** For example {@code u is odd in x about 0}. */
    @Override
    public String toString() {
        return String.join(
                ", ",
                parity.entrySet().stream()
                        .map(e -> "%s is %s in %s about %s"
                                .formatted(e.getKey(), e.getValue() > 0 ? "even" : "odd", axis, Printer.number(centre)))
                        .toList());
    }
}
