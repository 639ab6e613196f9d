package org.pinn4j.validation.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.pde.Pulse;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.estimate.DefectEstimate.Kind;
import org.pinn4j.validation.evolution.IntegrationException;

/** Grid after grid until two agree, nothing is left above round-off, or the next one would cost too much. Used once. */
final class DefectRefinement {
    /** Of the error told: what a pulse that was missed may have of its function's integral. */
    private static final double NEGLIGIBLE = 0.1;

    /** Corrections that do not agree are rounding where they are no more than so many times that of the values. */
    private static final double NEAR = 10;
    /** Corrections that differ by less are of one size; more, and neither says anything. */
    private static final double SAME_SIZE = 1;

    private static final String BETWEEN = "between the points of the finest grid affordable: ";
    private static final String MORE = " costs more than this effort allows; a finer estimate may take it";
    private static final String FIRST = "a correction on one grid" + MORE;
    private static final String NEXT = "a correction on a second grid" + MORE;
    /** By number of space axes. */
    private static final int[] FIRST_CELLS = {1, 32, 16};

    private static final int[] MOST_CELLS = {1 << 4, 2048, 96};
    /** Nominal error in time relative to the correction, on the first grid; a quarter of it on each finer one. */
    private static final double TIME_TOLERANCE = 1e-3;

    private final Solution solution;
    private final Grid grid;
    private final List<Pulse> pulses;
    private final RoundOff roundOff;
    private final GridCorrections corrections;
    private final Meter meter;
    private final int space;
    private OnGrid onGrid;
    private OnGrid.Level coarse;
    private double largest;
    private double disagreement = Double.NaN;
    private Optional<Pulse> missed = Optional.empty();
    private String failure = "";
    private int cells;

    DefectRefinement(
            Solution solution,
            Grid grid,
            Discretization discretization,
            List<Pulse> pulses,
            RoundOff roundOff,
            Meter meter) {
        this.solution = solution;
        this.grid = grid;
        this.pulses = pulses;
        this.roundOff = roundOff;
        this.meter = meter;
        this.corrections = new GridCorrections(solution, discretization, pulses);
        this.space = discretization.spaceAxes().size();
        this.cells = FIRST_CELLS[space];
    }

    DefectEstimate run() {
        Optional<Pulse> hopeless = pulses.stream()
                .filter(p -> p.share() > NEGLIGIBLE && p.axis().isSpace())
                .filter(p -> p.axis().length() > MOST_CELLS[space] * p.width())
                .findFirst();
        if (hopeless.isPresent()) {
            return DefectEstimate.none(BETWEEN + hopeless.get());
        }
        onGrid = new OnGrid(solution, grid);
        meter.spend(grid.size() * PointCost.of(solution, solution.fields()));
        double tolerance = TIME_TOLERANCE;
        for (; cells <= MOST_CELLS[space]; cells = next(), tolerance /= 4) {
            Optional<Correction> fine;
            try {
                fine = correction(tolerance);
            } catch (IntegrationException | IllegalStateException | IllegalArgumentException e) {
                failure = e.getMessage();
                if (coarse == null) {
                    continue;
                }
                break;
            }
            if (fine.isEmpty() && coarse == null && !meter.spent()) {
                failure = FIRST;
                continue;
            } else if (fine.isEmpty()) {
                failure = coarse == null ? FIRST : NEXT;
                break;
            }
            Optional<DefectEstimate> known = compared(onGrid.level(fine.get()));
            if (known.isPresent()) {
                return known.get();
            }
        }
        return asFarAsKnown();
    }

    /** The first grid may be too coarse for a solution to exist: it may cost half, so that a finer one has a chance. */
    private Optional<Correction> correction(double tolerance) {
        double allowed = coarse == null ? meter.left() / 2 : meter.left();
        Meter own = new Meter(allowed);
        try {
            return corrections.on(cells, tolerance, own);
        } finally {
            meter.spend(allowed - own.left());
        }
    }

    /** What is known now, if it is enough. */
    private Optional<DefectEstimate> compared(OnGrid.Level fine) {
        OnGrid.Level before = coarse;
        coarse = fine;
        if (before == null) {
            return Optional.empty();
        }
        largest = Math.max(before.relative(), fine.relative());
        disagreement = fine.distance(before);
        missed = missed(fine);
        boolean agree = disagreement <= DefectEstimate.AGREEMENT;
        return missed.isEmpty() && (agree || largest <= roundOff.relativeL2()) ? Optional.of(told()) : Optional.empty();
    }

    /** What the last grids say that were affordable. */
    private DefectEstimate asFarAsKnown() {
        if (missed.isPresent()) {
            return DefectEstimate.none(BETWEEN + missed.get());
        }
        if (coarse != null && Double.isNaN(disagreement)) {
            return coarse.relative() <= NEAR * roundOff.relativeL2()
                    ? roundOff(coarse.relative())
                    : DefectEstimate.none(failure);
        }
        return coarse == null ? DefectEstimate.none(failure) : told();
    }

    private DefectEstimate told() {
        double size = coarse.relative();
        if (size <= roundOff.relativeL2()) {
            return roundOff(size);
        } else if (disagreement <= DefectEstimate.SIZE_KNOWN) {
            return agreed();
        } else if (largest <= NEAR * roundOff.relativeL2()) {
            return roundOff(largest);
        }
        String apart = String.format(
                Locale.ROOT,
                "the corrections on the two finest grids affordable differ by %.0f %%",
                100 * disagreement);
        return disagreement <= SAME_SIZE
                ? without(Kind.AT_MOST, size * (1 + disagreement), apart)
                : DefectEstimate.none(apart);
    }

    /** The sum of the features rounds to so much, and what grids see of the residual's rounding may be more. */
    private DefectEstimate roundOff(double seen) {
        return without(Kind.ROUND_OFF, Math.max(seen, roundOff.relativeL2()), "the error is at round-off");
    }

    private DefectEstimate without(Kind kind, double figure, String reason) {
        return DefectEstimate.of(
                kind,
                OptionalDouble.of(figure),
                roundOff.relativeL2(),
                disagreement,
                coarse.correction().method(),
                reason);
    }

    /** What the statement has between the points of a grid, if it matters beside the error that would be told. */
    private Optional<Pulse> missed(OnGrid.Level fine) {
        return pulses.stream()
                .filter(p -> !(spacing(p) <= p.width()))
                .filter(p -> p.share() > NEGLIGIBLE * fine.relative())
                .max(Comparator.comparingDouble(Pulse::share));
    }

    /** Of the grid, or of the steps in time, where a pulse is. */
    private double spacing(Pulse p) {
        return p.axis().isTime()
                ? corrections.trajectory().map(y -> y.step(p.at())).orElse(Double.NaN)
                : p.axis().length() / cells;
    }

    /** Twice as many, or one and a half times where that is all that is affordable. */
    private int next() {
        int most = MOST_CELLS[space];
        return cells < most && 2 * cells > most ? Math.min(most, 3 * cells / 2) : 2 * cells;
    }

    private DefectEstimate agreed() {
        Correction fine = onGrid.known(coarse);
        Correction corrected = fine.withFloor(Math.max(1e-15, disagreement * coarse.relative()));
        ErrorReport report = solution.compare(corrected, grid);
        return DefectEstimate.estimated(corrected, report, whereDataAgree(report), roundOff.relativeL2(), disagreement);
    }

    private double whereDataAgree(ErrorReport report) {
        Disagreements disagreements = new Disagreements(solution.problem());
        return disagreements.none() ? report.relativeL2() : onGrid.relative(coarse, disagreements);
    }
}
