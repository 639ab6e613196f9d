package org.pinn4j.validation.evolution;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.sampling.Grid;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.order.Richardson;

/**
 * Solves a problem on finer and finer grids, and more and more exactly in time, until the differences between the solutions say that
 * the error is small enough. Confined to one thread.
 * <p>A spectral solution is measured against one on a finer grid with smaller steps, and it is the measured one that is returned:
 * errors that fall faster than any power cannot be extrapolated. Of finite differences the finest is returned, its error by
 * Richardson's rule. In both cases the floor is twice the error found, for what the comparison cannot see.
 */
final class Refinement {
    /** A solution, the floor found for it, and why it is not smaller if that was asked for. */
    record Result(GridSolution solution, Scheme scheme, double floor, String shortfall) {
        boolean met() {
            return shortfall.isEmpty();
        }
    }

    private static final int[] SPECTRAL = {12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768};
    private static final int[] SPECTRAL_PLANE = {8, 12, 16, 24, 32, 40, 48, 56};
    private static final int FEWEST_CELLS = 32;
    private static final int MOST_CELLS = 16384;
    private static final int MOST_CELLS_PLANE = 128;
    private static final double SAFETY = 2;
    /** Ratio of the tolerances in time that are compared. */
    private static final double TIGHTER = 30;

    private static final double TIGHTEST = 1e-12;
    /** Differences below this are round-off whatever the method. */
    private static final double ROUND_OFF = 1e-15;
    /** A difference below this may be round-off of the finer grid, which Richardson's rule would divide away. */
    private static final double UNSAFE = 1e-12;

    private static final int PATIENCE = 3;
    /** A halving that divides the differences by less may be held up by the steps in time. */
    private static final double SLOW = 20;

    private final GridSolver solver;
    private final Grid record;
    private final List<Field> fields;
    private final double tolerance;
    private String failure = "";

    Refinement(Discretization discretization, Grid record, double tolerance, Workers workers, BooleanSupplier stop) {
        this.solver = new GridSolver(discretization, workers, stop);
        this.record = record;
        this.fields = discretization.fields();
        this.tolerance = tolerance;
    }

    private int spaceAxes() {
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
    private static double distance(double[][] u, double[][] v) {
        double worst = 0;
        for (int f = 0; f < u.length; f++) {
            double difference = 0;
            double size = 0;
            for (int i = 0; i < u[f].length; i++) {
                double d = u[f][i] - v[f][i];
                difference += d * d;
                size += v[f][i] * v[f][i];
            }
            worst = Math.max(worst, size == 0 ? Math.sqrt(difference) : Math.sqrt(difference / size));
        }
        return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
    }

    /** A solution with its values on the grid of record. */
    private record Level(int cells, double inTime, GridSolution solution, double[][] values) {}

    private Level level(Scheme scheme, int count, double inTime) {
        GridSolution solution = solver.solve(scheme, cells(count), inTime);
        return new Level(count, inTime, solution, values(solution));
    }

    /** Null if the grid is so coarse that the discrete problem has no solution; a finer one may have. */
    private Level levelOrNull(Scheme scheme, int count, double inTime) {
        try {
            return level(scheme, count, inTime);
        } catch (IntegrationException e) {
            if (e.stopped()) {
                throw e;
            }
            failure = e.getMessage();
        } catch (IllegalStateException e) {
            failure = e.getMessage();
        }
        return null;
    }

    /** The tolerance in time that brings an error down to a share of the one asked for; with kinks it falls as the power 0.6. */
    private double tighter(double inTime, double error) {
        return Math.max(TIGHTEST, inTime * Math.min(1 / TIGHTER, Math.pow(tolerance / error / 8, 1.7)));
    }

    private static Result better(Result a, Result b) {
        return a == null || b.floor < a.floor ? b : a;
    }

    private boolean steady() {
        return solver.discretization().time().isEmpty();
    }

    /** By spectral collocation. @return the best found; its shortfall says why it is not better */
    Result spectral() {
        return new Ladder(Scheme.spectral(), spaceAxes() == 2 ? SPECTRAL_PLANE : SPECTRAL).climb();
    }

    /** Whether spectral solutions of few modes already approach each other fast enough to reach the tolerance. */
    private final class Ladder {
        private final Scheme scheme;
        private final int[] counts;
        private double inTime = Math.max(TIGHTEST, tolerance / 10);
        private Level before;
        private Level current;
        private double differenceBefore = Double.NaN;
        private double best = Double.POSITIVE_INFINITY;
        private int vain;
        private double timeChecked = Double.POSITIVE_INFINITY;

        Ladder(Scheme scheme, int[] counts) {
            this.scheme = scheme;
            this.counts = counts;
        }

        Result climb() {
            String why = "the finest grid is not fine enough";
            Result found = null;
            try {
                for (int k = 0; k < counts.length; k++) {
                    before = current;
                    current = levelOrNull(scheme, counts[k], inTime);
                    if (before == null || current == null) {
                        differenceBefore = Double.NaN;
                        continue;
                    }
                    double difference = distance(before.values, current.values);
                    if (SAFETY * difference <= tolerance / 2) {
                        return confirmed();
                    }
                    found = better(found, new Result(before.solution, scheme, SAFETY * difference, why));
                    boolean slow = difference > differenceBefore / 4 && counts[k] >= 32;
                    if (slow && tightened(difference)) {
                        differenceBefore = Double.NaN;
                        continue;
                    }
                    if (!worthwhile(k, difference)) {
                        why = vain > 0
                                ? "finer grids do not change the solution by less: rounding errors, or it is not smooth"
                                : "the solution is not smooth enough for polynomials of high degree";
                        break;
                    }
                    differenceBefore = difference;
                }
            } catch (IntegrationException | IllegalStateException e) {
                why = e.getMessage();
            }
            return found == null
                    ? new Result(null, scheme, Double.POSITIVE_INFINITY, failure.isEmpty() ? why : failure)
                    : new Result(found.solution, scheme, found.floor, why);
        }

        /** Whether the rate at which the differences fall, as a power of e per cell, leads to the tolerance on the grids left. */
        private boolean worthwhile(int k, double difference) {
            vain = difference < 0.7 * best ? 0 : vain + 1;
            best = Math.min(best, difference);
            int cells = counts[k];
            if (cells < 64 && spaceAxes() == 1 || Double.isNaN(differenceBefore)) {
                return vain < 2 * PATIENCE;
            }
            double rate = Math.log(differenceBefore / difference) / (cells - counts[k - 1]);
            double needed = cells + Math.log(difference / tolerance) / rate;
            return vain < PATIENCE - 1 && rate > 0 && needed < 1.3 * counts[counts.length - 1];
        }

        /** Whether the differences no longer fall because of the steps in time, which then become smaller. */
        private boolean tightened(double difference) {
            if (steady() || inTime <= TIGHTEST || inTime >= timeChecked) {
                return false;
            }
            timeChecked = inTime;
            Level tighter = level(scheme, current.cells, inTime / TIGHTER);
            double inSteps = distance(current.values, tighter.values);
            if (inSteps < difference / 10) {
                return false;
            }
            inTime = tighter(inTime, inSteps);
            current = tighter;
            vain = 0;
            best = Double.POSITIVE_INFINITY;
            return true;
        }

        /** Measures the coarser solution against the finer grid with a smaller tolerance in time, until time is no matter. */
        private Result confirmed() {
            if (steady()) {
                double floor = SAFETY * distance(before.values, current.values);
                return new Result(before.solution, scheme, Math.max(floor, ROUND_OFF), "");
            }
            while (true) {
                Level tighter = level(scheme, current.cells, Math.max(TIGHTEST / TIGHTER, inTime / TIGHTER));
                double floor = SAFETY * distance(before.values, tighter.values);
                boolean tightest = inTime <= TIGHTEST;
                if (floor <= tolerance || tightest) {
                    String why =
                            floor <= tolerance ? "" : "rounding errors: smaller steps change the solution by as much";
                    return new Result(before.solution, scheme, Math.max(floor, ROUND_OFF), why);
                }
                inTime = Math.max(TIGHTEST, inTime * Math.min(0.1, tolerance / floor / 4));
                before = level(scheme, before.cells, inTime);
            }
        }
    }

    /** By finite differences of an order. @return the best found; its shortfall says why it is not better */
    Result finiteDifferences(int order) {
        Scheme scheme = Scheme.finiteDifferences(order);
        if (GridGrowth.of(solver.discretization(), scheme)) {
            String why = scheme.name() + " have modes between the ends that grow the faster the finer the grid";
            return new Result(null, scheme, Double.POSITIVE_INFINITY, why);
        }
        return new Halving(scheme).refine();
    }

    private final class Halving {
        private final Scheme scheme;
        private double inTime = Math.max(TIGHTEST, tolerance / 10);
        private double timeError = Double.NaN;

        Halving(Scheme scheme) {
            this.scheme = scheme;
        }

        Result refine() {
            int most = spaceAxes() == 2 ? MOST_CELLS_PLANE : MOST_CELLS;
            double ratio = Math.pow(2, scheme.accuracy());
            int fewest = spaceAxes() == 2 ? FEWEST_CELLS / 2 : FEWEST_CELLS;
            String why = "the finest grid is not fine enough";
            Result found = null;
            Level before = null;
            double coarse = Double.NaN;
            int vain = 0;
            try {
                for (int count = fewest; count <= most; count *= 2) {
                    Level current = levelOrNull(scheme, count, inTime);
                    if (current == null) {
                        before = null;
                        coarse = Double.NaN;
                        continue;
                    }
                    double fine = before == null ? Double.NaN : distance(before.values, current.values);
                    if (!Double.isNaN(coarse)) {
                        double error = Math.max(Richardson.error(coarse, fine, ratio), Math.min(fine, UNSAFE));
                        boolean slow = fine > coarse / SLOW && count > 2 * FEWEST_CELLS;
                        if (SAFETY * error <= tolerance / 2 || slow && fine < 1e-3) {
                            double inSteps = timeError(before);
                            double floor = SAFETY * (error + inSteps);
                            if (floor <= tolerance) {
                                return new Result(current.solution, scheme, Math.max(floor, ROUND_OFF), "");
                            }
                            if (inSteps > Math.min(tolerance, fine) / 10) {
                                inTime = tighter(inTime, inSteps);
                                current = level(scheme, count, inTime);
                                fine = Double.NaN;
                            }
                        }
                        found = better(
                                found, new Result(current.solution, scheme, SAFETY * (error + lastTimeError()), why));
                        vain = fine < 0.7 * coarse || Double.isNaN(fine) ? 0 : vain + 1;
                        if (vain >= PATIENCE) {
                            why = "finer grids do not change the solution by less";
                            break;
                        }
                    }
                    coarse = fine;
                    before = current;
                }
            } catch (IntegrationException | IllegalStateException e) {
                why = e.getMessage();
            }
            return found == null
                    ? new Result(null, scheme, Double.POSITIVE_INFINITY, failure.isEmpty() ? why : failure)
                    : new Result(found.solution, scheme, found.floor, why);
        }

        private double lastTimeError() {
            return Double.isNaN(timeError) ? inTime : timeError;
        }

        /** How far a solution is from one with smaller steps. */
        private double timeError(Level level) {
            if (steady()) {
                return 0;
            }
            if (Double.isNaN(timeError) || level.inTime < timeErrorAt) {
                Level tighter = level(scheme, level.cells, level.inTime / TIGHTER);
                timeError = distance(level.values, tighter.values);
                timeErrorAt = level.inTime;
            }
            return timeError;
        }

        private double timeErrorAt = Double.POSITIVE_INFINITY;
    }
}
