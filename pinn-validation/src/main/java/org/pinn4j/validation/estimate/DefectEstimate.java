package org.pinn4j.validation.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Pulse;
import org.pinn4j.pde.Pulses;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.discrete.SteadySolution;
import org.pinn4j.validation.discrete.SteadySolver;
import org.pinn4j.validation.evolution.IntegrationException;
import org.pinn4j.validation.evolution.Radau;
import org.pinn4j.validation.evolution.ShortSteps;
import org.pinn4j.validation.evolution.Trajectory;
import org.pinn4j.validation.order.RelativeL2;

/**
 * The error of a solution without a reference: the defect equation F(U + e) = 0, all conditions included, solved for e by finite
 * differences. U and its derivatives are exact, differences act on e alone, so a coarse grid tells a small error: the grid has to
 * resolve e to a few tenths and not u to the error. Grids are refined until two agree. An estimate, no bound. Immutable.
 * Source: Skeel, SIAM J. Numer. Anal. 19 (1982) 171 (deferred correction); Stetter, Numer. Math. 29 (1978) 425 (defect correction).
 */
public final class DefectEstimate {
    /** Two grids agree if their corrections differ by at most this part of the finer one. */
    public static final double AGREEMENT = 0.2;

    /** Up to here the two finest grids affordable still tell the size of the error, with {@link #disagreement} beside it. */
    public static final double SIZE_KNOWN = 0.5;

    /** Of the error told: what a pulse that was missed may have of its function's integral. */
    private static final double NEGLIGIBLE = 0.1;

    private static final String BETWEEN = "between the points of the finest grid affordable: ";
    private static final int ORDER = 4;
    /** By number of space axes. */
    private static final int[] FIRST_CELLS = {1, 32, 16};

    private static final int[] MOST_CELLS = {1 << 4, 2048, 96};
    /** Points at which the network may be evaluated on one grid: some seconds. */
    private static final long MOST_POINTS = 4_000_000;

    private static final int STAGES = 3;
    private static final int MOST_STEPS = 4000;
    /** Nominal error in time relative to the correction, on the first grid; a quarter of it on each finer one. */
    private static final double TIME_TOLERANCE = 1e-3;

    /** Of the last step, relative to the correction: far below what a grid resolves. */
    private static final double NEWTON_TOLERANCE = 1e-4;

    private static final int NEWTON_STEPS = 40;

    private final Optional<Reference> corrected;
    private final Optional<ErrorReport> report;
    private final OptionalDouble whereDataAgree;
    private final double disagreement;
    private final String method;
    private final String reason;

    private DefectEstimate(
            Optional<Reference> corrected,
            Optional<ErrorReport> report,
            OptionalDouble whereDataAgree,
            double disagreement,
            String method,
            String reason) {
        this.corrected = corrected;
        this.report = report;
        this.whereDataAgree = whereDataAgree;
        this.disagreement = disagreement;
        this.method = method;
        this.reason = reason;
    }

    private static DefectEstimate none(String reason) {
        return new DefectEstimate(
                Optional.empty(), Optional.empty(), OptionalDouble.empty(), Double.NaN, "none", reason);
    }

    /**
     * The estimate on a grid of all axes. Costs some seconds at most; the work does not depend on the machine.
     * @throws IllegalArgumentException if the grid has other axes than the problem
     */
    public static DefectEstimate of(Solution solution, Grid grid) {
        return of(solution, grid, Pulses.of(solution.problem()));
    }

    static DefectEstimate of(Solution solution, Grid grid, List<Pulse> pulses) {
        Discretization discretization;
        try {
            discretization = Discretization.determined(solution.problem());
        } catch (IllegalArgumentException e) { // no grid for it, or a coefficient that has no derivative
            return none(e.getMessage());
        }
        return new Refinement(solution, grid, discretization, pulses).run();
    }

    /** The error on the grid as the correction tells it; empty if there is none that two grids agree on. */
    public Optional<ErrorReport> report() {
        return report;
    }

    /**
     * The relative L2 error over the points of the grid at which no two given values contradict each other, as far as the
     * statement has acknowledged that some do; empty as {@link #report}.
     */
    public OptionalDouble whereDataAgree() {
        return whereDataAgree;
    }

    /** The solution plus the correction, with its own uncertainty as the floor; empty as {@link #report}. */
    public Optional<Reference> corrected() {
        return corrected;
    }

    /** How far the corrections of the last two grids are apart, relative to the finer one; NaN if there are not two. */
    public double disagreement() {
        return disagreement;
    }

    /** What was solved and on which grid, for tables; {@code none} without a correction. */
    public String method() {
        return method;
    }

    /** Why there is no estimate; empty if there is one. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return report.map(r -> String.format(Locale.ROOT, "relative L2 %.2e by %s", r.relativeL2(), method))
                .orElse("no estimate: " + reason);
    }

    /** Grid after grid until two agree. */
    private static final class Refinement {
        private final Solution solution;
        private final Grid grid;
        private final Discretization discretization;
        private final List<Pulse> pulses;
        private Correction coarse;
        private Optional<Trajectory> trajectory = Optional.empty();
        private Optional<Pulse> missed = Optional.empty();
        private double disagreement = Double.NaN;
        private int cells;
        private double tolerance = TIME_TOLERANCE;

        Refinement(Solution solution, Grid grid, Discretization discretization, List<Pulse> pulses) {
            this.solution = solution;
            this.grid = grid;
            this.discretization = discretization;
            this.pulses = pulses;
            this.cells = FIRST_CELLS[discretization.spaceAxes().size()];
        }

        DefectEstimate run() {
            int space = discretization.spaceAxes().size();
            boolean moves = discretization.time().isPresent();
            String failure = "";
            Optional<Pulse> hopeless = pulses.stream()
                    .filter(p -> p.share() > NEGLIGIBLE && p.axis().isSpace())
                    .filter(p -> p.axis().length() > MOST_CELLS[space] * p.width())
                    .findFirst();
            if (hopeless.isPresent()) {
                return none(BETWEEN + hopeless.get());
            }
            for (; cells <= MOST_CELLS[space]; cells = next(), tolerance /= 4) {
                Correction fine;
                try {
                    fine = correction(space, moves);
                } catch (IntegrationException | IllegalStateException | IllegalArgumentException e) {
                    failure = e.getMessage();
                    if (coarse == null) {
                        continue;
                    }
                    break;
                }
                if (coarse != null) {
                    disagreement = fine.distance(coarse, grid);
                    missed = missed(fine);
                    if (disagreement <= AGREEMENT && missed.isEmpty()) {
                        return agreed(fine);
                    }
                }
                coarse = fine;
            }
            if (missed.isPresent()) {
                return none(BETWEEN + missed.get());
            }
            if (disagreement <= SIZE_KNOWN) {
                return agreed(coarse);
            }
            return none(
                    failure.isEmpty() || !Double.isNaN(disagreement)
                            ? String.format(
                                    Locale.ROOT,
                                    "the corrections on the two finest grids affordable differ by %.0f %%",
                                    100 * disagreement)
                            : failure);
        }

        /** What the statement has between the points of a grid, if it matters beside the error that would be told. */
        private Optional<Pulse> missed(Correction fine) {
            List<Pulse> between =
                    pulses.stream().filter(p -> !(spacing(p) <= p.width())).toList();
            if (between.isEmpty()) {
                return Optional.empty();
            }
            double told = solution.compare(fine, grid).relativeL2();
            return between.stream()
                    .filter(p -> p.share() > NEGLIGIBLE * told)
                    .max(Comparator.comparingDouble(Pulse::share));
        }

        /** Of the grid, or of the steps in time, where a pulse is. */
        private double spacing(Pulse p) {
            return p.axis().isTime()
                    ? trajectory.map(y -> y.step(p.at())).orElse(Double.NaN)
                    : p.axis().length() / cells;
        }

        /** Twice as many, or one and a half times where that is all that is affordable. */
        private int next() {
            int most = MOST_CELLS[discretization.spaceAxes().size()];
            return cells < most && 2 * cells > most ? Math.min(most, 3 * cells / 2) : 2 * cells;
        }

        private DefectEstimate agreed(Correction fine) {
            ErrorReport raw = solution.compare(fine, grid);
            Reference corrected = fine.withFloor(Math.max(1e-15, disagreement * raw.relativeL2()));
            return new DefectEstimate(
                    Optional.of(corrected),
                    Optional.of(solution.compare(corrected, grid)),
                    OptionalDouble.of(whereDataAgree(corrected)),
                    disagreement,
                    fine.method(),
                    "");
        }

        private double whereDataAgree(Reference corrected) {
            Disagreements disagreements = new Disagreements(solution.problem());
            double[] x = grid.coordinates(solution.problem().axes());
            int n = grid.size();
            int[] kept = IntStream.range(0, n)
                    .filter(i -> !disagreements.at(x, n, i))
                    .toArray();
            RelativeL2 error = new RelativeL2();
            for (Field field : solution.fields()) {
                Evaluator evaluator = solution.evaluator(field);
                double[] u = new double[n];
                evaluator.evaluate(x, n, u, evaluator.scratch());
                double[] truth = corrected.values(field, x.clone(), n);
                error.add(at(kept, u), at(kept, truth));
            }
            return error.value();
        }

        private static double[] at(int[] kept, double[] values) {
            return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
        }

        private Correction correction(int space, boolean moves) {
            int[] each = new int[space];
            Arrays.fill(each, cells);
            SolutionBackground background = new SolutionBackground(solution);
            var system = discretization.system(Scheme.finiteDifferences(ORDER), background, each);
            String method = "the defect equation, differences of order " + ORDER
                    + (space == 0 ? "" : ", " + cells + (space == 2 ? " × " + cells : "") + " cells");
            if (!moves) {
                SteadySolution e = new SteadySolver(NEWTON_TOLERANCE, NEWTON_STEPS).solve(system);
                return new Correction(solution, e::values, 1e-15, method);
            }
            try (Workers workers = Workers.of(1)) {
                Radau radau = new Radau(
                        STAGES, workers, MOST_STEPS, () -> background.evaluated() > MOST_POINTS, ShortSteps.of(pulses));
                var axis = discretization.time().orElseThrow();
                Trajectory y = radau.integrate(system, axis.min(), axis.max(), tolerance);
                trajectory = Optional.of(y);
                return new Correction(solution, new MovingCorrection(system, y, axis)::values, 1e-15, method);
            }
        }
    }
}
