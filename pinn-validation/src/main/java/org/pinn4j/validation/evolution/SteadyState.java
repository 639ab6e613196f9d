package org.pinn4j.validation.evolution;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * F(y) = 0 for a system whose rows are all algebraic, by Newton's method from the initial values; a step is halved while the
 * correction that the same matrix gives at its end is not smaller than the step itself.
 * Source: Deuflhard, Newton Methods for Nonlinear Problems (2004), section 3.3, the natural monotonicity test.
 */
final class SteadyState {
    private static final int MOST_STEPS = 60;
    private static final double SHORTEST = 1e-4;
    /** Corrections below this share of the unknowns that no longer fall are round-off. */
    private static final double ROUND_OFF = 1e-7;

    private static final double DONE = 1e-14;

    private final ImplicitSystem system;
    private final BooleanSupplier stop;
    private final BandMatrix matrix;
    private final double[] rates;

    SteadyState(ImplicitSystem system, BooleanSupplier stop) {
        this.system = system;
        this.stop = stop;
        this.matrix = system.matrix();
        this.rates = new double[system.size()];
    }

    /** @throws IntegrationException if it does not converge */
    double[] solve() {
        double[] y = new double[system.size()];
        system.initial(y, rates);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (stop.getAsBoolean()) {
                throw IntegrationException.stopped("stopped: its time is up");
            }
            system.jacobian(0, y, rates, 0, matrix);
            if (!matrix.factorise()) {
                throw IntegrationException.failed("the equations are singular: the solution is not unique");
            }
            double[] correction = correction(y);
            double size = norm(correction);
            if (size <= DONE * norm(y)) {
                return moved(y, correction, 1);
            }
            double factor = 1;
            double[] next = moved(y, correction, factor);
            double after = norm(correction(next));
            while (!(after <= (1 - factor / 4) * size)) {
                if (size <= ROUND_OFF * norm(y)) {
                    return y;
                }
                factor /= 2;
                if (factor < SHORTEST) {
                    throw IntegrationException.failed(String.format(
                            Locale.ROOT,
                            "Newton's method fails from a correction of %.1e beside unknowns of %.1e",
                            size,
                            norm(y)));
                }
                next = moved(y, correction, factor);
                after = norm(correction(next));
            }
            y = next;
            if (factor == 1 && after <= DONE * norm(y)) {
                return moved(y, correction(y), 1);
            }
        }
        throw IntegrationException.failed("Newton's method does not converge in %d steps".formatted(MOST_STEPS));
    }

    private double[] correction(double[] y) {
        double[] f = new double[y.length];
        system.residual(0, y, rates, f);
        matrix.solve(f);
        return f;
    }

    private static double[] moved(double[] y, double[] correction, double factor) {
        double[] result = y.clone();
        RadauTableau.add(-factor, correction, result);
        return result;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
