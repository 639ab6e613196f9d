package org.pinn4j.validation.evolution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Pulse;
import org.pinn4j.pde.Pulses;
import org.pinn4j.sampling.Grid;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.fourier.PeriodicCourse;
import org.pinn4j.validation.fourier.PeriodicForm;
import org.pinn4j.validation.order.RelativeL2;

/**
 * Solves a problem on finer and finer grids, and more and more exactly in time, until the differences between the solutions say that
 * the error is small enough. Confined to one thread.
 * <p>A spectral solution is measured against one on a finer grid with smaller steps, and it is the measured one that is returned:
 * errors that fall faster than any power cannot be extrapolated. Of finite differences the finest is returned, its error by
 * Richardson's rule. In both cases the floor is twice the error found, for what the comparison cannot see, and never below what
 * rounding is seen to do.
 * <p>{@link SpectralLadder} and {@link Halving} are the two ways; they share what solves and measures here.
 */
final class Refinement {
    /** A solution, the floor found for it, and why it is not smaller if that was asked for. */
    record Result(GridSolution solution, Scheme scheme, double floor, String shortfall) {
        boolean met() {
            return shortfall.isEmpty();
        }
    }

    /** For what a comparison cannot see. */
    static final double SAFETY = 2;
    /** Ratio of the tolerances in time that are compared. */
    static final double TIGHTER = 30;

    static final double TIGHTEST = 1e-12;
    static final String ROUNDING = "rounding errors are larger than that, whatever the grid and the steps";

    /** Differences below this are round-off whatever the method. */
    private static final double ROUND_OFF = 1e-15;
    /** Errors by rounding over what corrections show of them, measured on beams: see docs/decisions.md. */
    private static final double UNSEEN = 10;

    private final GridSolver solver;
    private final List<Pulse> pulses;
    private final Grid record;
    private final List<Field> fields;
    private final double tolerance;
    private String failure = "";
    private boolean ended;

    private final Optional<PeriodicForm> plane;
    private final BooleanSupplier stop;

    Refinement(Discretization discretization, Grid record, double tolerance, Workers workers, BooleanSupplier stop) {
        this.pulses = Pulses.of(discretization.problem()).stream()
                .filter(p -> p.share() > tolerance)
                .toList();
        this.solver = new GridSolver(discretization, workers, stop, ShortSteps.of(pulses));
        this.plane = PeriodicForm.of(discretization.problem());
        this.stop = stop;
        this.record = record;
        this.fields = discretization.fields();
        this.tolerance = tolerance;
    }

    int spaceAxes() {
        return solver.discretization().spaceAxes().size();
    }

    private int[] cells(int count) {
        List<Axis> axes = solver.discretization().spaceAxes();
        int[] cells = new int[axes.size()];
        Arrays.fill(cells, count);
        return cells;
    }

    /** Values of all fields on the grid of record. */
    private double[][] values(GridSolution solution) {
        return fields.stream()
                .map(f -> solution.values(f, record.coordinates(f.axes()), record.size()))
                .toArray(double[][]::new);
    }

    /** The largest relative L2 distance of a field. */
    static double distance(double[][] u, double[][] v) {
        double worst = 0;
        for (int f = 0; f < u.length; f++) {
            worst = Math.max(worst, new RelativeL2().add(u[f], v[f]).value());
        }
        return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
    }

    /** A solution with its values on the grid of record. */
    record Level(int cells, double inTime, GridSolution solution, double[][] values) {}

    Level level(Scheme scheme, int count, double inTime) {
        GridSolution solution = solver.solve(scheme, cells(count), inTime);
        return new Level(count, inTime, solution, values(solution));
    }

    /** Null if the grid is so coarse that the discrete problem has no solution or not the data; a finer one may have. */
    Level levelOrNull(Scheme scheme, int count, double inTime) {
        Optional<Pulse> between = pulses.stream()
                .filter(p -> p.axis().isSpace() && p.axis().length() > count * p.width())
                .findFirst();
        if (between.isPresent()) {
            failure = "between the nodes of %s: %s".formatted(Names.count(count, "cell"), between.get());
            return null;
        }
        try {
            return level(scheme, count, inTime);
        } catch (IntegrationException e) {
            if (e.stopped()) {
                throw e;
            }
            failure = e.getMessage();
            ended |= e.ended();
        } catch (IllegalStateException e) {
            failure = e.getMessage();
        }
        return null;
    }

    /** Whether an integration came to a time beyond which no step succeeds. */
    boolean ended() {
        return ended;
    }

    /** The tolerance in time that brings an error down to a share of the one asked for; with kinks it falls as the power 0.6. */
    double tighter(double inTime, double error) {
        return Math.max(TIGHTEST, inTime * Math.min(1 / TIGHTER, Math.pow(tolerance / error / 8, 1.7)));
    }

    static Result better(Result a, Result b) {
        return a == null || b.floor < a.floor ? b : a;
    }

    boolean steady() {
        return solver.discretization().time().isEmpty();
    }

    double tolerance() {
        return tolerance;
    }

    /** What a search comes back with whose error is small enough, unless rounding is not. */
    Result reached(Scheme scheme, Level level, double floor) {
        boolean rounded = UNSEEN * level.solution.rounding() > tolerance;
        return new Result(level.solution, scheme, floor(level.solution, floor), rounded ? ROUNDING : "");
    }

    /** What a search comes back with that ended short of the tolerance. @param found null for nothing */
    Result shortOf(Scheme scheme, Result found, String why) {
        return found == null
                ? new Result(null, scheme, Double.POSITIVE_INFINITY, failure.isEmpty() ? why : failure)
                : new Result(found.solution, scheme, floor(found.solution, found.floor), why);
    }

    /** Not below what rounding is seen to do. */
    private static double floor(GridSolution solution, double floor) {
        return Math.max(Math.max(floor, UNSEEN * solution.rounding()), ROUND_OFF);
    }

    /** By spectral collocation. @return the best found; its shortfall says why it is not better */
    Result spectral() {
        return plane.isPresent() ? new ExponentialLadder(this).climb() : new SpectralLadder(this).climb();
    }

    Scheme modes() {
        return Scheme.spectral();
    }

    /** A run on a plane that closes on itself; null if the solution leaves the range of numbers. @param steps over all of time */
    Level plane(int nodes, int steps) {
        Discretization discretization = solver.discretization();
        Axis time = discretization.time().orElseThrow();
        double[] times = DoubleStream.concat(DoubleStream.of(time.min()), Arrays.stream(record.coordinates(time)))
                .sorted()
                .distinct()
                .toArray();
        PeriodicCourse course;
        try {
            course = new PeriodicCourse(plane.orElseThrow(), nodes, time.length() / steps, times, stop);
        } catch (CancellationException e) {
            throw e;
        } catch (IllegalStateException e) {
            failure = e.getMessage();
            return null;
        }
        GridSolution solution = new GridSolution(
                discretization,
                discretization.grid(modes(), cells(nodes)),
                course::at,
                ", exponential Runge-Kutta of order 4, %s".formatted(Names.count(course.steps(), "step")),
                0);
        return new Level(nodes, 0, solution, values(solution));
    }

    /** By finite differences of an order. @return the best found; its shortfall says why it is not better */
    Result finiteDifferences(int order) {
        Scheme scheme = Scheme.finiteDifferences(order);
        if (GridGrowth.of(solver.discretization(), scheme)) {
            return shortOf(
                    scheme,
                    null,
                    scheme.name() + " have modes between the ends that grow the faster the finer the grid");
        }
        return new Halving(this, scheme).refine();
    }
}
