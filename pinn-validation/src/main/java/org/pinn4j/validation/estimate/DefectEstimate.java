package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Pulse;
import org.pinn4j.pde.Pulses;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.ErrorReport;
import org.pinn4j.solution.Reference;
import org.pinn4j.solution.Solution;
import org.pinn4j.validation.discrete.Discretization;

/**
 * The error of a solution without a reference: the defect equation F(U + e) = 0, all conditions included, solved for e by finite
 * differences. U and its derivatives are exact, differences act on e alone, so a coarse grid tells a small error: the grid has to
 * resolve e to a few tenths and not u to the error. Grids are refined until two agree. An estimate, no bound. Immutable.
 * <p>A solution may be better than any grid can tell: where the corrections are no larger than what rounding makes of its values,
 * that is told, and where the grids that the effort affords do not resolve them, the most that they can be.
 * Source: Skeel, SIAM J. Numer. Anal. 19 (1982) 171 (deferred correction); Stetter, Numer. Math. 29 (1978) 425 (defect correction).
 */
public final class DefectEstimate {
    /** Two grids agree if their corrections differ by at most this part of the finer one. */
    public static final double AGREEMENT = 0.2;

    /** Up to here the two finest grids affordable still tell the size of the error, with {@link #disagreement} beside it. */
    public static final double SIZE_KNOWN = 0.5;

    /** What is known of the error. */
    public enum Kind {
        /** Nothing, for a reason. */
        NONE,
        /** The error, by two grids that agree. */
        ESTIMATED,
        /** No more than a figure: the grids affordable do not resolve the error. */
        AT_MOST,
        /** It is at round-off: no more than what rounding makes of the values of this solution, or of its residual. */
        ROUND_OFF
    }

    private final Kind kind;
    private final OptionalDouble figure;
    private final double roundOff;
    private final Optional<Reference> corrected;
    private final Optional<ErrorReport> report;
    private final OptionalDouble whereDataAgree;
    private final double disagreement;
    private final String method;
    private final String reason;

    private DefectEstimate(
            Kind kind,
            OptionalDouble figure,
            double roundOff,
            Optional<Reference> corrected,
            Optional<ErrorReport> report,
            OptionalDouble whereDataAgree,
            double disagreement,
            String method,
            String reason) {
        this.kind = kind;
        this.figure = figure;
        this.roundOff = roundOff;
        this.corrected = corrected;
        this.report = report;
        this.whereDataAgree = whereDataAgree;
        this.disagreement = disagreement;
        this.method = method;
        this.reason = reason;
    }

    static DefectEstimate none(String reason) {
        return of(Kind.NONE, OptionalDouble.empty(), Double.NaN, Double.NaN, "none", reason);
    }

    /** A figure without a corrected solution. */
    static DefectEstimate of(
            Kind kind, OptionalDouble figure, double roundOff, double disagreement, String method, String reason) {
        return new DefectEstimate(
                kind,
                figure,
                roundOff,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                disagreement,
                method,
                reason);
    }

    static DefectEstimate estimated(
            Correction corrected, ErrorReport report, double whereDataAgree, double roundOff, double disagreement) {
        return new DefectEstimate(
                Kind.ESTIMATED,
                OptionalDouble.of(report.relativeL2()),
                roundOff,
                Optional.of(corrected),
                Optional.of(report),
                OptionalDouble.of(whereDataAgree),
                disagreement,
                corrected.method(),
                "");
    }

    /**
     * The estimate on a grid of all axes, with the work of {@link Effort#QUICK}.
     * @throws IllegalArgumentException if the grid has other axes than the problem
     */
    public static DefectEstimate of(Solution solution, Grid grid) {
        Args.given(solution, "solution", grid, "grid");
        return of(solution, grid, Effort.QUICK);
    }

    /**
     * The estimate on a grid of all axes; the work does not depend on the machine.
     * @throws IllegalArgumentException if the grid has other axes than the problem
     */
    public static DefectEstimate of(Solution solution, Grid grid, Effort effort) {
        Args.given(solution, "solution", grid, "grid");
        Args.given(effort, "effort");
        if (solution.problem().onlyWeakly().isPresent()) {
            return none(solution.problem().onlyWeakly().get());
        }
        return of(
                solution,
                grid,
                Pulses.of(solution.problem()),
                RoundOff.of(solution),
                new Meter(effort.operations(solution)));
    }

    static DefectEstimate of(Solution solution, Grid grid, List<Pulse> pulses, RoundOff roundOff, Meter meter) {
        Optional<Axis> along = solution.along().filter(a -> !a.isTime());
        if (along.isPresent()) { // differences of a correction would be taken across its jump, and that of its slope
            return none("the solution is in pieces along %s, and a grid knows how to start again along time only"
                    .formatted(along.get().name()));
        }
        Discretization discretization;
        try {
            discretization = Discretization.determined(solution.problem());
        } catch (IllegalArgumentException e) { // no grid for it, or a coefficient that has no derivative
            return none(e.getMessage());
        }
        return new DefectRefinement(solution, grid, discretization, pulses, roundOff, meter).run();
    }

    /** What {@link #relativeL2} says. */
    public Kind kind() {
        return kind;
    }

    /** The relative L2 error on the grid, as {@link #kind} says; empty if that is {@link Kind#NONE}. */
    public OptionalDouble relativeL2() {
        return figure;
    }

    /** 2⁻⁵²·Σ|c_j||φ_j| over the fields, in L2, c the output weights and φ what they multiply; NaN if nothing is known. */
    public double roundOff() {
        return roundOff;
    }

    /** The error on the grid as the correction tells it; empty unless it is {@link Kind#ESTIMATED}. */
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

    /** Why the error is not known better; empty if it is estimated. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        String size = figure.isPresent() ? String.format(Locale.ROOT, "%.2e", figure.getAsDouble()) : "";
        return switch (kind) {
            case NONE -> "no estimate: " + reason;
            case ESTIMATED -> "relative L2 " + size + " by " + method;
            case AT_MOST -> "relative L2 at most " + size + ": " + reason;
            case ROUND_OFF -> "relative L2 at round-off, about " + size;
        };
    }
}
