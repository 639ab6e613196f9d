package org.pinn4j.pde;

import java.util.Objects;

/** An equation on a region, with the name that weights, logs and errors use (empty: the problem gives one). */
public record Condition(Equation equation, Region region, String name) {
    public Condition {
        Objects.requireNonNull(equation, "equation");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(name, "name");
    }

    public Condition named(String newName) {
        return new Condition(equation, region, newName);
    }

    @Override
    public String toString() {
        return equation + " on " + region;
    }
}
