package org.pinn4j.validation.evolution;

import java.util.function.BooleanSupplier;
import org.pinn4j.parallel.Workers;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * Dormand and Prince's method where a problem is mild, Radau IIA where it is stiff. Chosen by counting, see {@link WorkEstimate}; where
 * the explicit method turns out not to do, the implicit one starts again. Immutable.
 * @param workers share the linear systems; their number changes no bit
 * @param mostSteps taken and rejected steps together
 * @param stop asked before each step
 * @param steps how long one may be; only the implicit method is told
 */
record MethodChoice(Workers workers, int mostSteps, BooleanSupplier stop, ShortSteps steps) {
    private static final int STAGES = 5;
    /** References took 50 to 300 steps; more than so many are a tolerance below rounding, where the iteration of a step never ends well. */
    private static final int MOST_IMPLICIT_STEPS = 20_000;
    /** Evaluations that a few equations without space may take: under a second. */
    private static final long MOST_EVALUATIONS = 2_000_000;

    /** A trajectory and the name of the integrator it is by. */
    record Solved(Trajectory trajectory, String method) {}

    /** @throws IntegrationException if the tolerance cannot be met, or it was stopped */
    Solved solve(ImplicitSystem system, double start, double end, double tolerance) {
        try {
            ExplicitForm form = new ExplicitForm(system, start, end);
            WorkEstimate work = estimate(form, system, start, end, tolerance);
            if (work.mild() && steps.none()) {
                DormandPrince method = new DormandPrince(mostSteps, work.mostEvaluations(), stop);
                return new Solved(method.integrate(form, system.size(), start, end, tolerance), method.name());
            }
        } catch (IntegrationException e) {
            if (e.stopped()) {
                throw e;
            }
        }
        Radau radau = new Radau(STAGES, workers, Math.min(mostSteps, MOST_IMPLICIT_STEPS), stop, steps);
        return new Solved(radau.integrate(system, start, end, tolerance), radau.name());
    }

    /**
     * A few equations without space cost little either way, and between its steps the explicit method is the more exact one: 1e-12
     * against 1e-7 for van der Pol's equation, where the implicit one takes 345 steps and 1e-12 too. So stiffness is borne with.
     * @throws IntegrationException if the tolerance cannot be met, or it was stopped
     */
    Solved solveOrdinary(ImplicitSystem system, double start, double end, double tolerance) {
        if (steps.none()) {
            try {
                DormandPrince method = new DormandPrince(mostSteps, MOST_EVALUATIONS, stop);
                return new Solved(method.integrate(system, start, end, tolerance), method.name());
            } catch (IntegrationException e) {
                if (e.stopped()) {
                    throw e;
                }
            }
        }
        return solve(system, start, end, tolerance);
    }

    static WorkEstimate estimate(ExplicitForm form, ImplicitSystem system, double start, double end, double tolerance) {
        return WorkEstimate.of(system, SpectralRadius.of(form, start), end - start, tolerance);
    }
}
