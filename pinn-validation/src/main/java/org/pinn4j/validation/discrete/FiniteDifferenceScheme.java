package org.pinn4j.validation.discrete;

import org.pinn4j.pde.Axis;

/** Finite differences on equally spaced nodes. */
record FiniteDifferenceScheme(int accuracy) implements Scheme {
    private static final int HIGHEST = 10;

    FiniteDifferenceScheme {
        if (accuracy < 2 || accuracy > HIGHEST || accuracy % 2 != 0) {
            throw new IllegalArgumentException(
                    "finite differences: need an even order from 2 to %d, got %d".formatted(HIGHEST, accuracy));
        }
    }

    @Override
    public String name() {
        return "finite differences of order " + accuracy;
    }

    @Override
    public AxisGrid on(Axis axis, int cells, boolean periodic) {
        return new UniformGrid(axis, cells, periodic, accuracy);
    }
}
