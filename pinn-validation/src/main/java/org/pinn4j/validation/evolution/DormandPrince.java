package org.pinn4j.validation.evolution;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Names;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * Dormand and Prince's explicit method of order 8 with error estimates of order 5 and 3, as Hipparchus has it, on the explicit form of
 * an implicit system: for problems without stiffness, whose derivatives in time have a constant regular matrix.
 * Source: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I (1993), section II.5.
 * @param mostSteps taken and rejected steps together
 * @param mostEvaluations of the right-hand side; a problem that needs more is stiff
 * @param stop asked before each step
 */
public record DormandPrince(int mostSteps, long mostEvaluations, BooleanSupplier stop) implements Integrator {
    public DormandPrince {
        Args.given(stop, "stop");
    }

    private static final int MOST_STEPS = 1_000_000;

    public DormandPrince() {
        this(MOST_STEPS, Long.MAX_VALUE, () -> false);
    }

    @Override
    public String name() {
        return "Dormand-Prince 8(5,3)";
    }

    /** {@inheritDoc} {@link IntegrationException#unsuitable} if there is no explicit form or too many evaluations are needed. */
    @Override
    public Trajectory integrate(ImplicitSystem system, double start, double end, double tolerance) {
        Args.given(system, "system");
        Args.finite(start, "start");
        Args.finite(end, "end");
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("Dormand-Prince: need a tolerance in (0, 1), got " + tolerance);
        }
        if (!(start < end)) {
            throw new IllegalArgumentException("Dormand-Prince: need start < end, got %s and %s".formatted(start, end));
        }
        return integrate(new ExplicitForm(system, start, end), system.size(), start, end, tolerance);
    }

    /** @param form of a system of n unknowns */
    Trajectory integrate(ExplicitForm form, int n, double start, double end, double tolerance) {
        return new Run(form, n, start, end, tolerance).toEnd();
    }

    private final class Run {
        private final ExplicitForm form;
        private final double start;
        private final double end;
        private final long before;
        private final double[] state;
        private final double[] rates;
        private final DormandPrinceSteps steps;
        private final Trajectory.Builder trajectory = new Trajectory.Builder();
        private double t;
        private int tried;

        Run(ExplicitForm form, int n, double start, double end, double tolerance) {
            this.form = form;
            this.start = start;
            this.end = end;
            this.before = form.evaluations();
            this.state = new double[n];
            this.rates = new double[n];
            this.t = start;
            this.steps = new DormandPrinceSteps(end - start, tolerance, this::ask);
            steps.addStepHandler(this::accept);
        }

        Trajectory toEnd() {
            ask();
            try {
                steps.integrate(form, new ODEState(start, form.initial()), end);
            } catch (MathRuntimeException e) {
                throw IntegrationException.ended(String.format(
                        Locale.ROOT, "no step succeeds at t = %.6g: the solution may not exist beyond it", t));
            }
            return trajectory.build();
        }

        private void ask() {
            if (++tried > mostSteps || stop.getAsBoolean()) {
                throw IntegrationException.stopped(String.format(
                        Locale.ROOT,
                        "stopped at t = %.6g of %.6g after %s; more time or a larger tolerance is needed",
                        t,
                        end,
                        Names.count(tried - 1, "step")));
            }
            if (form.evaluations() - before > mostEvaluations) {
                throw IntegrationException.unsuitable(String.format(
                        Locale.ROOT,
                        "stiff: at t = %.6g of %.6g after %d evaluations, the most it was given; use Radau",
                        t,
                        end,
                        form.evaluations() - before));
            }
        }

        private void accept(ODEStateInterpolator step) {
            double from = step.getPreviousState().getTime();
            double to = step.getCurrentState().getTime();
            if (t == start) {
                add(
                        start,
                        step.getPreviousState().getPrimaryState(),
                        step.getPreviousState().getPrimaryDerivative(),
                        to - from);
            }
            // The last sum of times may miss the end by its rounding.
            t = Math.abs(end - to) <= 4 * Math.ulp(end) ? end : to;
            add(
                    t,
                    step.getCurrentState().getPrimaryState(),
                    step.getCurrentState().getPrimaryDerivative(),
                    from - to);
        }

        private void add(double at, double[] y, double[] yDot, double inward) {
            form.complete(at, y, yDot, inward, state, rates);
            trajectory.add(at, state, rates);
        }
    }
}
