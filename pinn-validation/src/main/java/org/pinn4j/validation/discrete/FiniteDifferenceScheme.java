package org.pinn4j.validation.discrete;

import java.util.OptionalInt;
import org.pinn4j.pde.Axis;

/** Finite differences on equally spaced nodes. */
record FiniteDifferenceScheme(int order) implements Scheme {
    private static final int HIGHEST = 10;

    FiniteDifferenceScheme {
        if (order < 2 || order > HIGHEST || order % 2 != 0) {
            throw new IllegalArgumentException(
                    "finite differences: need an even order from 2 to %d, got %d".formatted(HIGHEST, order));
        }
    }

    @Override
    public String name() {
        return "finite differences of order " + order;
    }

    @Override
    public OptionalInt accuracy() {
        return OptionalInt.of(order);
    }

    @Override
    public AxisGrid on(Axis axis, int cells, boolean periodic) {
        return new UniformGrid(axis, cells, periodic, order);
    }
}
