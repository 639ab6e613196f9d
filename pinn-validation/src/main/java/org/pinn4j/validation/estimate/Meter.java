package org.pinn4j.validation.estimate;

/** The operations that are left to an estimate, see {@link Effort}. Confined to one thread. */
final class Meter {
    private double left;

    Meter(double operations) {
        this.left = operations;
    }

    void spend(double operations) {
        left -= operations;
    }

    boolean affords(double operations) {
        return operations <= left;
    }

    boolean spent() {
        return left <= 0;
    }

    double left() {
        return left;
    }
}
