package org.pinn4j.solution;

import java.util.Objects;

/**
 * One way to solve a statement, and what it came to. Immutable.
 * @param name {@code direct}: least squares in the output layer; {@code trained}: all weights by an optimiser
 * @param figure the residual of equations and conditions at the points of judgement over the size it can have; one measure for
 *     all rungs of a solve. NaN where it is not finite
 * @param steps made in it
 * @param taken whether the solution is its
 */
public record Rung(String name, double figure, int steps, boolean taken) {
    public Rung {
        Objects.requireNonNull(name, "name");
    }
}
