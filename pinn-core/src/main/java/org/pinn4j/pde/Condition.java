package org.pinn4j.pde;

import java.util.Objects;
import org.pinn4j.args.Args;

/**
 * An equation on a region, with the name that weights, logs and errors use (empty: the problem gives one).
 * @param terminal whether it may stand on the end of time, see {@link #terminal()}
 */
public record Condition(Equation equation, Region region, String name, boolean terminal) {
    public Condition {
        Objects.requireNonNull(equation, "equation");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(name, "name");
    }

    public Condition(Equation equation, Region region, String name) {
        this(equation, region, name, false);
    }

    public Condition named(String newName) {
        Args.given(newName, "newName");
        return new Condition(equation, region, newName, terminal);
    }

    /** This condition declared to be meant for the end of time, as in a backward or control problem. */
    public Condition asTerminal() {
        return new Condition(equation, region, name, true);
    }

    /** What both sides of the equation are made of. */
    public Leaves leaves() {
        return Leaves.of(equation.left(), equation.right());
    }

    boolean mentions(Field field) {
        return leaves().fields().contains(field);
    }

    @Override
    public String toString() {
        return equation + " on " + region;
    }
}
