package org.pinn4j.validation.reference;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.pinn4j.pde.Axis;

/**
 * An initial value problem u_t = law(u, u_x, u_xx) in one space dimension, solved by central differences of order
 * {@code order} in space and the explicit Dormand-Prince method of order 8 with step control in time.
 * @param slopeJump of the initial datum across the wrap: right slope minus left slope, 0 if there is none
 */
record Evolution(
        Line line,
        Ends ends,
        Axis time,
        MethodOfLines.Law law,
        DoubleUnaryOperator initial,
        double slopeJump,
        int order) {
    /** A solution with the number of time steps it took. */
    record Run(SpaceTimeTable table, long steps) {}

    /**
     * Solves with {@code cells} intervals.
     * @param tolerance absolute error per step, root mean square over the unknowns
     */
    Run solve(int cells, double tolerance) {
        Line grid = line.withCells(cells);
        double[] times = Slices.over(time);
        double[][] values = new double[times.length][];
        values[0] = initialValues(grid);
        Stepper stepper = new Stepper(new MethodOfLines(grid, ends, Stencil.central(order), law), tolerance, time);
        double[] u = smoothed(values[0], grid);
        for (int k = 1; k < times.length; k++) {
            u = stepper.advance(u, times[k - 1], times[k]);
            values[k] = u;
        }
        return new Run(new SpaceTimeTable(grid, ends, time, times, values), stepper.steps);
    }

    /**
     * Goes from slice to slice. It starts each with the longest step of the one before, and grows steps slowly: diffusion makes a
     * step far beyond the stability limit overflow before its error can be seen.
     */
    private static final class Stepper {
        private static final double FIRST_STEP = 1e-3;
        private static final double GROWTH = 1.5;

        private final MethodOfLines equations;
        private final DormandPrince853Integrator integrator;
        private double longest;
        private long steps;

        Stepper(MethodOfLines equations, double tolerance, Axis time) {
            this.equations = equations;
            integrator = new DormandPrince853Integrator(1e-14 * time.length(), time.length(), tolerance, 0);
            integrator.setMaxGrowth(GROWTH);
            integrator.addStepHandler(this::accepted);
        }

        private void accepted(ODEStateInterpolator step) {
            steps++;
            longest = Math.max(
                    longest,
                    step.getCurrentState().getTime() - step.getPreviousState().getTime());
        }

        double[] advance(double[] u, double from, double to) {
            integrator.setInitialStepSize(longest == 0 ? FIRST_STEP * (to - from) : Math.min(longest, to - from));
            longest = 0;
            return integrator.integrate(equations, new ODEState(from, u), to).getPrimaryState();
        }
    }

    private double[] initialValues(Line grid) {
        double[] u = new double[ends.unknowns(grid.cells())];
        for (int i = 0; i < u.length; i++) {
            u[i] = initial.applyAsDouble(grid.x((i + ends.firstNode()) / (double) grid.cells()));
        }
        return u;
    }

    /**
     * A slope jump J at a node makes the trapezoidal rule, hence every later value, wrong by h²J/12 times the Green's function of
     * that node; raising the one value by hJ/12 cancels it.
     * Source: Kreiss, Thomée, Widlund, Comm. Pure Appl. Math. 23 (1970) 241, on smoothing of initial data.
     */
    private double[] smoothed(double[] exact, Line grid) {
        double[] u = exact.clone();
        if (slopeJump != 0) {
            u[0] += grid.slope(0) / grid.cells() * slopeJump / 12;
        }
        return u;
    }
}
