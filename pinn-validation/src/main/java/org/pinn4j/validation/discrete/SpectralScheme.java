package org.pinn4j.validation.discrete;

import java.util.OptionalInt;
import org.pinn4j.pde.Axis;

/** Fourier modes where the axis closes on itself, Chebyshev polynomials elsewhere. */
record SpectralScheme() implements Scheme {
    @Override
    public String name() {
        return "spectral collocation";
    }

    @Override
    public OptionalInt accuracy() {
        return OptionalInt.empty();
    }

    @Override
    public AxisGrid on(Axis axis, int cells, boolean periodic) {
        return periodic ? new FourierGrid(axis, cells) : new ChebyshevGrid(axis, cells);
    }
}
