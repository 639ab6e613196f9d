package org.pinn4j.optimize;

/** Counts consecutive steps that gain nothing beyond round-off. */
final class Stagnation {
    private static final double ROUND_OFF = 1e-15;
    private static final int PATIENCE = 20;

    private int idle;

    /** Notes a step from one value to the next; whether the method has stood still for too long. */
    boolean after(double before, double now) {
        idle = before - now > ROUND_OFF * Math.abs(before) ? 0 : idle + 1;
        return idle >= PATIENCE;
    }

    int idle() {
        return idle;
    }

    void set(int steps) {
        idle = steps;
    }
}
