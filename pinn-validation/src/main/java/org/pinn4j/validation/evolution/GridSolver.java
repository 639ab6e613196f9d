package org.pinn4j.validation.evolution;

import java.util.function.BooleanSupplier;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Names;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.discrete.SteadySolution;
import org.pinn4j.validation.discrete.SteadySolver;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/** Solves one problem on one grid after another. Confined to one thread. */
final class GridSolver {
    private static final int MOST_STEPS = 200_000;

    private final Discretization discretization;
    private final Workers workers;
    private final BooleanSupplier stop;
    private final ShortSteps steps;

    GridSolver(Discretization discretization, Workers workers, BooleanSupplier stop, ShortSteps steps) {
        this.discretization = discretization;
        this.workers = workers;
        this.stop = stop;
        this.steps = steps;
    }

    Discretization discretization() {
        return discretization;
    }

    /**
     * @param inTime nominal tolerance of the integrator; nothing for a steady problem
     * @throws IntegrationException if the integration fails or is stopped
     */
    GridSolution solve(Scheme scheme, int[] cells, double inTime) {
        if (stop.getAsBoolean()) {
            throw IntegrationException.stopped("stopped: its time is up");
        }
        DiscreteSystem system = discretization.system(scheme, cells);
        return discretization.time().isPresent()
                ? evolved(system, discretization.time().get(), inTime)
                : steady(system);
    }

    /** From zero: on each grid anew, so that a solution does not depend on the grids before it. */
    private GridSolution steady(DiscreteSystem system) {
        SteadySolution solution = SteadySolver.standard().solve(system);
        return new GridSolution(
                discretization, system.grid(), (field, t) -> solution.nodal(field), "", solution.rounding());
    }

    private GridSolution evolved(DiscreteSystem system, Axis time, double tolerance) {
        MethodChoice choice = new MethodChoice(workers, MOST_STEPS, stop, steps);
        BandLimited limited = new BandLimited(discretization, system);
        MethodChoice.Solved solved = discretization.spaceAxes().isEmpty()
                ? choice.solveOrdinary(limited, time.min(), time.max(), tolerance)
                : choice.solve(limited, time.min(), time.max(), tolerance);
        return new GridSolution(
                discretization,
                system.grid(),
                (field, t) -> {
                    double[] y = new double[system.size()];
                    solved.trajectory().at(t, y);
                    return system.values(field, y);
                },
                ", %s, %s"
                        .formatted(
                                solved.method(), Names.count(solved.trajectory().steps(), "step")),
                0);
    }

    /** The same system from band-limited initial values. */
    private record BandLimited(Discretization discretization, DiscreteSystem system) implements ImplicitSystem {
        @Override
        public int size() {
            return system.size();
        }

        @Override
        public int lowerBandwidth() {
            return system.lowerBandwidth();
        }

        @Override
        public int upperBandwidth() {
            return system.upperBandwidth();
        }

        @Override
        public void residual(double t, double[] y, double[] yDot, double[] f) {
            system.residual(t, y, yDot, f);
        }

        @Override
        public void jacobian(double t, double[] y, double[] yDot, double shift, BandMatrix out) {
            system.jacobian(t, y, yDot, shift, out);
        }

        @Override
        public void algebraicResidual(double t, double[] y, double[] f) {
            system.algebraicResidual(t, y, f);
        }

        @Override
        public long products() {
            return system.products();
        }

        @Override
        public boolean algebraic(int row) {
            return system.algebraic(row);
        }

        @Override
        public void initial(double[] y, double[] yDot) {
            system.initial(y, yDot);
            InitialData.bandLimit(discretization.problem(), system, y);
        }
    }
}
