package org.pinn4j.validation;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.reference.AllenCahnSpectrum;
import org.pinn4j.validation.reference.FiniteDifferences;

/**
 * What a solution of a catalogue problem can be compared with. Immutable; each call computes anew, in seconds on one core, and on
 * the caller's thread.
 */
public final class References {
    private static final int FEWEST_CELLS = 64;
    private static final Set<String> SOLVED = Set.of("burgers", "poisson-2d", "heat-1d", "allen-cahn");

    private final CatalogueProblem problem;
    private final Supplier<Reference> converged;
    private final IntFunction<Reference> byCells;
    private final int cells;
    private final int mostCells;

    private References(
            CatalogueProblem problem,
            Supplier<Reference> converged,
            IntFunction<Reference> byCells,
            int cells,
            int mostCells) {
        this.problem = problem;
        this.converged = converged;
        this.byCells = byCells;
        this.cells = cells;
        this.mostCells = mostCells;
    }

    /** Whether {@link #of} knows the problem. */
    public static boolean solves(CatalogueProblem problem) {
        return SOLVED.contains(problem.name());
    }

    /** @throws IllegalArgumentException if this package has no solver for the problem */
    public static References of(CatalogueProblem problem) {
        Objects.requireNonNull(problem, "problem");
        Supplier<Reference> exact = () -> problem.exact().orElseThrow();
        return switch (problem.name()) {
            case "burgers" -> new References(problem, exact, n -> FiniteDifferences.burgers(n, 1e-10), 512, 1024);
            case "poisson-2d" -> new References(problem, exact, n -> FiniteDifferences.poisson(n, 1e-13), 100, 256);
            case "heat-1d" -> new References(problem, exact, n -> FiniteDifferences.heat(n, 1e-13), 100, 256);
            case "allen-cahn" ->
                new References(
                        problem,
                        () -> AllenCahnSpectrum.reference(8192, 8),
                        n -> FiniteDifferences.allenCahn(n, 1e-10),
                        2048,
                        4096);
            default ->
                throw new IllegalArgumentException(
                        "no reference solver for '%s'; known are burgers, poisson-2d, heat-1d, allen-cahn"
                                .formatted(problem.name()));
        };
    }

    /** The truth itself where the problem has it, otherwise a converged solution: the one to measure errors with. */
    public Reference best() {
        return converged.get();
    }

    /** By finite differences: another discretisation and another integrator than {@link #best}. */
    public Reference finiteDifferences() {
        return byCells.apply(cells);
    }

    /**
     * By finite differences with the fewest cells, doubled from 64, whose floor is at most {@code floor}.
     * @throws IllegalArgumentException if that takes more cells than about a minute pays for
     */
    public Reference finiteDifferences(double floor) {
        double reached = Double.POSITIVE_INFINITY;
        for (int n = FEWEST_CELLS; n <= mostCells; n *= 2) {
            Reference reference = byCells.apply(n);
            reached = reference.floor();
            if (reached <= floor) {
                return reference;
            }
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%s: finite differences reach a floor of %.1e with %d cells, not %.1e; ask for a larger one",
                problem.name(),
                reached,
                mostCells,
                floor));
    }
}
