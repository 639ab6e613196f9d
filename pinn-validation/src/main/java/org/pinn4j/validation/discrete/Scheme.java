package org.pinn4j.validation.discrete;

import java.util.OptionalInt;
import org.pinn4j.pde.Axis;

/** A way to put nodes on an axis and to differentiate on them. Immutable. */
public interface Scheme {
    /** For tables: {@code finite differences of order 4}. */
    String name();

    /** Order of accuracy; empty if spectral, faster than every power. */
    OptionalInt accuracy();

    /**
     * Nodes on an axis.
     * @param cells number of intervals: as many nodes if periodic, otherwise one more
     */
    AxisGrid on(Axis axis, int cells, boolean periodic);

    /**
     * Equally spaced nodes; central where they fit and one-sided of the same order at the ends.
     * @param order of accuracy: 2, 4, 6 or another even number up to 10
     */
    static Scheme finiteDifferences(int order) {
        return new FiniteDifferenceScheme(order);
    }

    /** Fourier modes on a periodic axis, Chebyshev polynomials on others. */
    static Scheme spectral() {
        return new SpectralScheme();
    }
}
