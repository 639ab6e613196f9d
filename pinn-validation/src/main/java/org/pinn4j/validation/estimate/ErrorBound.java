package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Pulse;
import org.pinn4j.pde.Pulses;
import org.pinn4j.solution.Solution;

/**
 * A bound on the error of a solution: the stability constant of a class of problems times norms of the residual and of the
 * mismatch on initial values and boundary, all by quadrature. The inequality is proven, the norms are computed: pulses of the
 * statement have nodes of their own, but a peak of the network between the nodes of two resolutions that agree would be missed, so
 * this is no certificate. Immutable.
 * @param kind the class, and the norm in which the argument is made; {@code none} without a bound
 * @param absoluteL2 bound on √∫e² over space and time; NaN without one, infinite where errors may grow without limit
 * @param absoluteMax bound on the largest error; NaN where the class gives none
 * @param relativeL2 {@code absoluteL2} over the least norm the truth can have then; infinite where that is zero
 * @param residual √∫R² over space and time, R scaled as the class says, plus the norms of the mismatch at the start and
 *     of the jumps between slabs of time
 * @param reason why there is no bound, or why it says nothing; empty otherwise
 */
public record ErrorBound(
        String kind, double absoluteL2, double absoluteMax, double relativeL2, double residual, String reason) {
    public ErrorBound {
        Args.given(kind, "kind", reason, "reason");
    }

    static ErrorBound none(String reason) {
        return new ErrorBound("none", Double.NaN, Double.NaN, Double.NaN, Double.NaN, reason);
    }

    /** Of the class that the statement of the solution's problem belongs to, with the work of {@link Effort#QUICK}. */
    public static ErrorBound of(Solution solution) {
        Args.given(solution, "solution");
        return of(solution, Effort.QUICK);
    }

    /** Of the class that the statement of the solution's problem belongs to. */
    public static ErrorBound of(Solution solution, Effort effort) {
        Args.given(solution, "solution", effort, "effort");
        if (solution.problem().onlyWeakly().isPresent()) {
            return none(solution.problem().onlyWeakly().get());
        }
        return of(
                solution, Pulses.of(solution.problem()), RoundOff.of(solution), new Meter(effort.operations(solution)));
    }

    static ErrorBound of(Solution solution, List<Pulse> pulses, RoundOff roundOff, Meter meter) {
        try {
            return BoundSearch.of(solution, pulses, meter).rounded(roundOff);
        } catch (NoBoundException | IllegalArgumentException e) { // a coefficient that has no derivative, for one
            return none(e.getMessage());
        }
    }

    /** The inequality is one for the exact values of a network; those that are computed are rounded. */
    private ErrorBound rounded(RoundOff roundOff) {
        boolean known = Double.isFinite(relativeL2);
        double norm = known && relativeL2 > 0 ? absoluteL2 / relativeL2 + absoluteL2 : 0; // of the fields
        return new ErrorBound(
                kind,
                absoluteL2 + roundOff.relativeL2() * norm,
                absoluteMax + roundOff.largest(),
                known ? relativeL2 + roundOff.relativeL2() : relativeL2,
                residual,
                reason);
    }

    /** The relative bound if it says anything. */
    public OptionalDouble relative() {
        return Double.isFinite(relativeL2) ? OptionalDouble.of(relativeL2) : OptionalDouble.empty();
    }

    /** The stability constant that this amounts to: {@code absoluteL2} over {@code residual}. */
    public double constant() {
        return absoluteL2 / residual;
    }

    @Override
    public String toString() {
        return relative().isEmpty()
                ? "no bound: " + reason
                : String.format(
                        Locale.ROOT,
                        "relative L2 at most %.2e (%s, constant %.3g; by quadrature)",
                        relativeL2,
                        kind,
                        constant());
    }
}
