package org.pinn4j.validation.evolution;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import org.pinn4j.args.Args;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Names;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * The Radau IIA methods of order 5, 9, 13 or 17 for F(t, y, y') = 0 of index at most one, with step control. The last stage is the
 * new state, so algebraic equations hold at every step; the stages follow data that depend on time at the order of the
 * method. The local error is that of the derivative at the start of the step, extrapolated from the stages and damped by
 * one implicit step; it is of order s + 1, and the tolerance is translated as in Hairer's code RADAU.
 * Source: Hairer, Wanner, Solving Ordinary Differential Equations II (1996), section IV.8.
 * @param stages 3, 5, 7 or 9
 * @param workers share the linear systems; their number changes no bit
 * @param mostSteps taken and rejected steps together
 * @param stop asked before each step
 * @param longest the longest step from a time on: shorter where the data have something that a step would pass over
 * @param patience steps that are tried as short as errors ask where the unknowns are a small correction of a background; after that
 *     no step is refused for its error that is at most the rest over so many. What stays rough however short the steps are is the
 *     rounding of the background's residual
 */
public record Radau(
        int stages, Workers workers, int mostSteps, BooleanSupplier stop, DoubleUnaryOperator longest, int patience)
        implements Integrator {
    public Radau {
        Args.given(workers, "workers", stop, "stop");
        Args.given(longest, "longest");
    }

    private static final int MOST_STEPS = 100_000;
    private static final double SAFETY = 0.9;
    private static final double GROWTH = 0.6;
    private static final double SHRINK = 0.2;
    private static final double KEEP = 1.25;
    private static final double FIRST_STEP = 1e-6;
    private static final double LEAST_STEP = 1e-14;
    /**
     * Steps at least, and their growth, at a tolerance of 1e-9; steps shrink with the tolerance's tenth power, so that the
     * polynomials between steps of any solution become exact with it, whatever limits the steps.
     */
    private static final int FEWEST_STEPS = 48;

    private static final double USUAL_TOLERANCE = 1e-9;

    public Radau(int stages, Workers workers) {
        this(stages, Args.given(workers, "workers"), MOST_STEPS, () -> false);
    }

    /** Steps of any length. */
    public Radau(int stages, Workers workers, int mostSteps, BooleanSupplier stop) {
        this(
                stages,
                Args.given(workers, "workers"),
                mostSteps,
                Args.given(stop, "stop"),
                t -> Double.POSITIVE_INFINITY);
    }

    /** Without end of patience. */
    public Radau(int stages, Workers workers, int mostSteps, BooleanSupplier stop, DoubleUnaryOperator longest) {
        this(
                stages,
                Args.given(workers, "workers"),
                mostSteps,
                Args.given(stop, "stop"),
                Args.given(longest, "longest"),
                Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return "Radau IIA of order " + (2 * stages - 1);
    }

    @Override
    public Trajectory integrate(ImplicitSystem system, double start, double end, double tolerance) {
        Args.given(system, "system");
        return new Run(system, start, end, tolerance).toEnd();
    }

    private final class Run {
        private final double start;
        private final double end;
        private final RadauStep step;
        private final double goal;
        private final double density;
        private final Trajectory.Builder trajectory = new Trajectory.Builder();
        private double t;
        private double h;
        private double errorBefore = 1;
        private double stepBefore;
        private int tried;
        /** A step that is not longer is taken whatever its error. */
        private double shortest;
        /** At which the system jumps, and how many are behind. */
        private final double[] breaks;

        private int passed;
        private boolean first = true;

        Run(ImplicitSystem system, double start, double end, double tolerance) {
            if (!(tolerance > 0 && tolerance < 1)) {
                throw new IllegalArgumentException("Radau: need a tolerance in (0, 1), got " + tolerance);
            }
            if (!(start < end)) {
                throw new IllegalArgumentException("Radau: need start < end, got %s and %s".formatted(start, end));
            }
            this.start = start;
            this.end = end;
            this.breaks = system.breaks();
            this.goal = Math.pow(tolerance, (stages + 1.0) / (2 * stages)) / 10;
            this.step = new RadauStep(system, new RadauTableau(stages), workers, tolerance);
            this.t = start;
            this.density = Math.pow(USUAL_TOLERANCE / tolerance, 0.1);
            this.h = FIRST_STEP * (end - start) / density;
        }

        Trajectory toEnd() {
            step.start(start, h);
            while (t < end) {
                proceed();
                if (passed < breaks.length && t == breaks[passed]) {
                    pass();
                }
            }
            return trajectory.build();
        }

        /** Steps are as long as before: errors say whether they have to be shorter. */
        private void pass() {
            step.pass(t, h);
            trajectory.jump();
            passed++;
            first = true;
        }

        /** Where a step ends: before a break they are of one length, since a short last one would be the first one behind it. */
        private double target() {
            if (passed == breaks.length) {
                return t + h * 1.0000001 >= end ? end : t + h;
            }
            double rest = breaks[passed] - t;
            double count = Math.ceil(rest / h * 0.9999999);
            return count <= 1 ? breaks[passed] : t + rest / count;
        }

        private void proceed() {
            if (++tried > mostSteps || stop.getAsBoolean()) {
                throw IntegrationException.stopped(String.format(
                        Locale.ROOT,
                        "stopped at t = %.6g of %.6g after %s of late %.2e; more time or a larger tolerance is needed",
                        t,
                        end,
                        Names.count(tried - 1, "step"),
                        h));
            }
            if (h < LEAST_STEP * (end - start)) {
                throw IntegrationException.ended(String.format(
                        Locale.ROOT, "no step succeeds at t = %.6g: the solution may not exist beyond it", t));
            }
            if (tried > patience && shortest == 0) {
                shortest = (end - t) / patience;
            }
            h = Math.min(Math.max(h, shortest()), longest.applyAsDouble(t));
            double to = target();
            if (!step.tryTo(t, to - t)) {
                h = (to - t) * (step.hopeless() ? SHRINK : 0.5);
                return;
            }
            double error = step.error() / goal;
            double factor = SAFETY * Math.pow(error, -1.0 / (stages + 1));
            if (!(error <= 1) && !(isShortest(to - t) && error < Double.MAX_VALUE)) {
                h = (to - t) * Math.max(SHRINK, Math.min(SAFETY, factor));
                step.reject();
                return;
            }
            accept(to, error, factor);
        }

        /** Grows from step to step: the polynomials between steps of very different length are none of the solution. */
        private double shortest() {
            return step.isSmall() ? Math.min(shortest, (1 + GROWTH) * stepBefore) : 0;
        }

        private boolean isShortest(double length) {
            return length <= shortest() * 1.0000001;
        }

        private void accept(double to, double error, double factor) {
            double taken = to - t;
            if (first) {
                trajectory.add(t, step.state(), step.rateAtStart());
                first = false;
            } else {
                factor = Math.min(
                        factor,
                        SAFETY * taken / stepBefore * Math.pow(errorBefore / (error * error), 1.0 / (stages + 1)));
            }
            step.accept();
            t = to;
            trajectory.add(t, step.state(), step.rate());
            stepBefore = taken;
            errorBefore = Math.max(error, 1e-2);
            double grown = Math.max(SHRINK, Math.min(1 + GROWTH / density, factor));
            grown = Math.min(grown, (end - start) / (FEWEST_STEPS * density) / taken);
            h = taken * (grown >= 1 && grown <= KEEP && to < end ? 1 : grown);
        }
    }
}
