package org.pinn4j.validation.discrete;

import java.util.OptionalInt;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;

/** Fourier modes where the axis closes on itself, Chebyshev polynomials elsewhere. */
record SpectralScheme() implements Scheme {
    private static final int MOST_CELLS = 8192; // a matrix of half a gigabyte

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
        Args.given(axis, "axis");
        Args.within(1, MOST_CELLS, cells, "cells");
        return periodic ? new FourierGrid(axis, cells) : new ChebyshevGrid(axis, cells);
    }
}
