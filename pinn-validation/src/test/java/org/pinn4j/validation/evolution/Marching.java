package org.pinn4j.validation.evolution;

import org.pinn4j.parallel.Workers;
import org.pinn4j.validation.system.ImplicitSystem;

/** Equal steps of a Radau method, without step control. */
final class Marching {
    private static final double TOLERANCE = 1e-15;

    private Marching() {}

    /** The state at the end. */
    static double[] march(ImplicitSystem system, RadauTableau tableau, double end, int steps) {
        RadauStep step = new RadauStep(system, tableau, Workers.of(1), TOLERANCE);
        double h = end / steps;
        step.start(0, h);
        for (int k = 0; k < steps; k++) {
            if (!step.tryTo(k * h, h)) {
                throw new IllegalStateException("the stages do not converge at t = " + k * h);
            }
            step.accept();
        }
        return step.state().clone();
    }

    /** Lengths of the steps, descending. */
    static double[] lengths(double end, int... steps) {
        double[] h = new double[steps.length];
        for (int k = 0; k < h.length; k++) {
            h[k] = end / steps[k];
        }
        return h;
    }
}
