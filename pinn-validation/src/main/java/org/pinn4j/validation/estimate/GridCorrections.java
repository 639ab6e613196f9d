package org.pinn4j.validation.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Pulse;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.discrete.SteadySolution;
import org.pinn4j.validation.discrete.SteadySolver;
import org.pinn4j.validation.evolution.IntegrationException;
import org.pinn4j.validation.evolution.Radau;
import org.pinn4j.validation.evolution.ShortSteps;
import org.pinn4j.validation.evolution.Trajectory;

/** Solves the defect equation of one solution on one grid after another, as long as a meter affords it. Confined to one thread. */
final class GridCorrections {
    private static final int ORDER = 4;
    private static final int STAGES = 3;
    private static final int MOST_STEPS = 4000;
    /** Steps in time as short as errors ask, and as many more where they are short because of rounding. */
    private static final int PATIENCE = 64;
    /** Steps in time before any was counted, and their growth from grid to grid. */
    private static final double FIRST_STEPS = 60;

    private static final double MORE_STEPS = 1.2;
    /** Of a solution in slabs, in each: residuals change sign many times in one. */
    private static final double LEAST_IN_PIECE = 4;
    /** Steps that cost as much as a start behind an edge: an iteration of its own, and matrices of a new length. */
    private static final double OF_EDGE = 2;
    /** Of the last step, relative to the correction: far below what a grid resolves. */
    private static final double NEWTON_TOLERANCE = 1e-4;

    private static final int NEWTON_STEPS = 40;
    /** Newton steps before any was counted. */
    private static final double FIRST_NEWTON_STEPS = 3;

    private final Solution solution;
    private final Discretization discretization;
    private final List<Pulse> pulses;
    private double steps;
    private Optional<Trajectory> trajectory = Optional.empty();

    GridCorrections(Solution solution, Discretization discretization, List<Pulse> pulses) {
        this.solution = solution;
        this.discretization = discretization;
        this.pulses = pulses;
        this.steps = discretization.time().isPresent()
                ? Math.max(
                        FIRST_STEPS / MORE_STEPS,
                        LEAST_IN_PIECE * solution.pieces().size())
                : FIRST_NEWTON_STEPS;
    }

    /** Of the last correction, if it moves. */
    Optional<Trajectory> trajectory() {
        return trajectory;
    }

    /**
     * The correction on a grid.
     * @param tolerance in time, relative to the correction
     * @param meter of the operations
     * @return empty if it would cost more than is left, foreseen or seen
     * @throws RuntimeException if it does not exist there, see {@link SteadySolver} and {@link Radau}
     */
    Optional<Correction> on(int cells, double tolerance, Meter meter) {
        int[] each = new int[discretization.spaceAxes().size()];
        Arrays.fill(each, cells);
        PricedBackground background = PricedBackground.of(solution, meter);
        DiscreteSystem system = discretization.system(Scheme.finiteDifferences(ORDER), background, each);
        SystemCost cost = new SystemCost(system, STAGES);
        meter.spend(cost.construction());
        String method = "the defect equation, differences of order " + ORDER + name(each);
        return discretization
                .time()
                .map(t -> moving(system, background, cost, t, tolerance, method, meter))
                .orElseGet(() -> steady(system, background, cost, method, meter));
    }

    private static String name(int[] cells) {
        return cells.length == 0
                ? ""
                : ", " + (cells.length == 2 ? cells[0] + " × " + cells[1] : cells[0] + "") + " cells";
    }

    private Optional<Correction> steady(
            DiscreteSystem system, PricedBackground background, SystemCost cost, String method, Meter meter) {
        double expected = system.isLinear() ? 1 : steps;
        if (!meter.affords(expected * cost.newtonStep() + system.grid().nodes() * background.pointCost())) {
            return Optional.empty();
        }
        SteadySolution e = new SteadySolver(NEWTON_TOLERANCE, NEWTON_STEPS).solve(system);
        steps = e.steps();
        meter.spend((system.isLinear() ? 1 : steps) * cost.newtonStep());
        return Optional.of(Correction.of(solution, e::values, 1e-15, method));
    }

    private Optional<Correction> moving(
            DiscreteSystem system,
            PricedBackground background,
            SystemCost cost,
            Axis time,
            double tolerance,
            String method,
            Meter meter) {
        double step = cost.timeStep();
        double perStep = step + STAGES * system.grid().nodes() * background.pointCost();
        double edges = OF_EDGE * step * system.breaks().length;
        if (!meter.affords(MORE_STEPS * steps * perStep + edges)) {
            return Optional.empty();
        }
        meter.spend(edges);
        int[] tried = new int[1];
        try (Workers workers = Workers.of(1)) {
            Radau radau = new Radau(
                    STAGES, workers, MOST_STEPS, () -> stop(step, tried, meter), ShortSteps.of(pulses), PATIENCE);
            Trajectory y = radau.integrate(system, time.min(), time.max(), tolerance);
            trajectory = Optional.of(y);
            steps = tried[0];
            return Optional.of(Correction.of(
                    solution, new MovingCorrection(system, y, time, tried[0] > PATIENCE)::values, 1e-15, method));
        } catch (IntegrationException e) {
            if (meter.spent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asked before each step. */
    private boolean stop(double step, int[] tried, Meter meter) {
        tried[0]++;
        meter.spend(step);
        return meter.spent();
    }
}
