package org.pinn4j.direct;

import java.util.function.DoubleSupplier;

/** A figure that is found when it is first asked for, and what it takes let go then. Of one thread. */
final class Once implements DoubleSupplier {
    private DoubleSupplier source;
    private double value;

    Once(DoubleSupplier source) {
        this.source = source;
    }

    @Override
    public double getAsDouble() {
        if (source != null) {
            value = source.getAsDouble();
            source = null;
        }
        return value;
    }
}
