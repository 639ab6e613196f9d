package org.pinn4j.validation.discrete;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Field;

/**
 * Newton's method for problems without time. A step is shortened until the Newton correction that the old matrix gives at the new
 * point is smaller than the step itself: the residual is measured in units of the unknowns, so that rows of different scale need
 * no weights. Source: Deuflhard, Newton Methods for Nonlinear Problems (2004), section 3.3, the natural monotonicity test. A
 * linear problem takes one step and refinements with the same matrix.
 * @param tolerance of the last correction, relative to the largest unknown
 * @param mostSteps Newton steps after which it gives up
 */
public record SteadySolver(double tolerance, int mostSteps) {
    private static final double SHORTEST = 1e-5;

    /** Corrections below this share of the unknowns that no longer fall are rounding. */
    private static final double ROUNDING = 1e-6;

    /** Of what rounding does to a solution: one alone may be small by chance. */
    private static final int SAMPLES = 3;

    public SteadySolver {
        if (!(tolerance > 0) || mostSteps < 1) {
            throw new IllegalArgumentException("steady solver: need a tolerance > 0 and at least 1 step, got %s and %d"
                    .formatted(tolerance, mostSteps));
        }
    }

    /** Down to rounding, in at most 60 steps. */
    public static SteadySolver standard() {
        return new SteadySolver(1e-13, 60);
    }

    /** From zero. @see #solve(DiscreteSystem, double[]) */
    public SteadySolution solve(DiscreteSystem system) {
        Args.given(system, "system");
        return solve(system, new double[system.size()]);
    }

    /**
     * Solves F(y) = 0.
     * @param start [unknowns], read only
     * @throws SingularSystemException if the statement has no or many solutions
     * @throws IllegalStateException if the iteration does not converge; the message has the figures
     */
    public SteadySolution solve(DiscreteSystem system, double[] start) {
        Args.given(system, "system", start, "start");
        if (!system.isSteady()) {
            throw new IllegalArgumentException(
                    "steady solver: the problem has a time axis; integrate it, or state it without one");
        }
        return new Iteration(system, start).run();
    }

    /** One solve. */
    private final class Iteration {
        private final DiscreteSystem system;
        private final boolean linear;
        private final double[] none;
        private double[] y;
        private LinearSolver solver;
        private int steps;

        Iteration(DiscreteSystem system, double[] start) {
            this.system = system;
            this.linear = system.isLinear();
            this.none = new double[system.size()];
            this.y = start.clone();
        }

        SteadySolution run() {
            double[] step = null;
            while (steps < mostSteps) {
                renewMatrix();
                step = linear && step != null ? step : correction(y);
                double size = largest(step);
                steps++;
                double factor = size <= tolerance * scale() ? 1 : 0;
                double[] next = null;
                for (double f = 1; factor == 0 && f >= SHORTEST; f /= 2) {
                    double[] trial = moved(step, f);
                    next = correction(trial);
                    factor = norm(next) <= (1 - f / 4) * norm(step) ? f : 0;
                    if (factor == 0 && size <= ROUNDING * scale()) {
                        return solution(size);
                    }
                }
                if (factor == 0) {
                    throw failure("no step however short brings the solution nearer", size);
                }
                y = moved(step, factor);
                if (next == null || factor == 1 && largest(next) <= tolerance * scale()) {
                    return solution(next == null ? size : largest(next));
                }
                step = next;
            }
            throw failure("%d steps were not enough".formatted(mostSteps), largest(step));
        }

        private void renewMatrix() {
            if (solver == null || !linear) {
                SparseMatrix.Builder builder = new SparseMatrix.Builder(system.size());
                system.entries(0, y, none, 0, builder);
                solver = new LinearSolver(builder.build(), system.lowerBandwidth(), system.upperBandwidth());
            }
        }

        /** -A⁻¹ F(at). */
        private double[] correction(double[] at) {
            double[] f = new double[at.length];
            system.residual(0, at, none, f);
            for (int i = 0; i < f.length; i++) {
                f[i] = -f[i];
            }
            solver.solve(f);
            return f;
        }

        private double[] moved(double[] step, double factor) {
            double[] result = y.clone();
            for (int i = 0; i < result.length; i++) {
                result[i] += factor * step[i];
            }
            return result;
        }

        private double scale() {
            return Math.max(largest(y), Math.max(system.knownSize(0), Double.MIN_NORMAL));
        }

        private IllegalStateException failure(String what, double size) {
            return new IllegalStateException(
                    "steady solver: %s (step %d, correction %.1e, largest unknown %.1e); start nearer to the solution, or the problem has none"
                            .formatted(what, steps, size, largest(y)));
        }

        private SteadySolution solution(double correction) {
            double largest = correction;
            double[] at = y.clone();
            for (int k = 0; k < SAMPLES; k++) {
                double[] next = correction(at);
                largest = Math.max(largest, largest(next));
                for (int i = 0; i < at.length; i++) {
                    at[i] += next[i];
                }
            }
            Map<Field, double[]> nodal = new LinkedHashMap<>();
            for (Field field : system.fields()) {
                nodal.put(field, system.values(field, y));
            }
            return new SteadySolution(system.grid(), system.fields(), nodal, steps, largest / scale(), solver.method());
        }
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
