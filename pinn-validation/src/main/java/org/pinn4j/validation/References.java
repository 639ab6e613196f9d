package org.pinn4j.validation;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pinn4j.args.Args;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.problems.CatalogueProblem;
import org.pinn4j.problems.Potential;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.evolution.DerivedReference;
import org.pinn4j.validation.evolution.DerivedReference.Method;
import org.pinn4j.validation.kept.KeptReferences;
import org.pinn4j.validation.order.RelativeL2;
import org.pinn4j.validation.potential.PotentialReference;

/**
 * What a solution of a problem can be compared with, derived from its statement alone. Immutable; each call computes anew, on the
 * caller's thread and a few workers, whose number changes no bit; {@link #keptIn} makes {@link #best} look into files first.
 */
public final class References {
    /** The floor that {@link #best}, unless a problem of the catalogue needs another, and {@link #finiteDifferences()} aim at. */
    public static final double STANDARD = 1e-8;

    /** A floor above it is no digit: what has it is no reference. */
    private static final double WORTHLESS = 0.1;

    private static final Duration CAP = Duration.ofMinutes(5);
    /** As many as there are matrices to factorise at once. */
    private static final int MOST_WORKERS = 3;

    private final String name;
    private final Problem problem;
    private final Grid record;
    private final Optional<Reference> exact;
    private final Optional<Potential> potential;
    private final double needed;
    private final Duration cap;
    private final Optional<KeptReferences> kept;

    private References(
            String name,
            Problem problem,
            Grid record,
            Optional<Reference> exact,
            Optional<Potential> potential,
            double needed,
            Duration cap,
            Optional<KeptReferences> kept) {
        this.name = name;
        this.problem = problem;
        this.record = record;
        this.exact = exact;
        this.potential = potential;
        this.needed = needed;
        this.cap = cap;
        this.kept = kept;
    }

    /** Whether {@link #best} has an answer: a closed form, or a statement, its own or that of a potential, that grids can solve. */
    public static boolean solves(CatalogueProblem problem) {
        Args.given(problem, "problem");
        return problem.exact().isPresent() || of(problem).refusal().isEmpty();
    }

    /** Those of a problem of the catalogue, floors measured on its grid of record. */
    public static References of(CatalogueProblem problem) {
        Args.given(problem, "problem");
        return new References(
                problem.name(),
                problem.statement(),
                problem.grid(),
                problem.exact(),
                problem.potential(),
                problem.floor(),
                CAP,
                Optional.empty());
    }

    /** Those of any problem. @param record the grid on whose points floors are measured */
    public static References of(Problem problem, Grid record) {
        Args.given(problem, "problem");
        Objects.requireNonNull(record, "record");
        String name = problem.name().isEmpty() ? "problem" : problem.name();
        return new References(
                name, problem, record, Optional.empty(), Optional.empty(), STANDARD, CAP, Optional.empty());
    }

    /** The same with another limit on the time that one call may take; the standard is five minutes. */
    public References within(Duration limit) {
        Args.given(limit, "limit");
        return new References(name, problem, record, exact, potential, needed, limit, kept);
    }

    /** The same whose {@link #best} is computed once and kept there. */
    public References keptIn(KeptReferences files) {
        Args.given(files, "files");
        return new References(name, problem, record, exact, potential, needed, cap, Optional.of(files));
    }

    /** Why {@link #best} has no truth to compute; empty if it has. */
    public Optional<String> refusal() {
        return potential.isPresent() ? Optional.empty() : Discretization.refusal(problem);
    }

    /**
     * The truth itself where the problem has it, otherwise what is computed to the floor that it needs, or as near to that as the
     * method comes: the one to measure errors with. What the limit on time has cut short is not kept in files.
     * @throws IllegalArgumentException if there is none, with the reason
     */
    public Reference best() {
        if (exact.isPresent()) {
            return exact.get();
        }
        return potential.isPresent()
                ? keptOr(
                        () -> PotentialReference.of(potential.get(), record, needed, late()),
                        r -> r.shortfall().isEmpty())
                : keptOr(() -> computed(Method.AUTOMATIC, needed), r -> !r.isCut());
    }

    private <R extends Reference> Reference keptOr(Supplier<R> anew, Predicate<R> worth) {
        return kept.isEmpty() ? anew.get() : kept.get().reference(problem, record, needed, anew, worth);
    }

    private BooleanSupplier late() {
        long end = System.nanoTime() + cap.toNanos();
        return () -> System.nanoTime() - end > 0;
    }

    /**
     * Computed by whichever method reaches the tolerance.
     * @throws IllegalArgumentException if none does, with the floor that was reached and the reason
     */
    public DerivedReference derived(double tolerance) {
        return meeting(Method.AUTOMATIC, tolerance);
    }

    /** By finite differences to a floor of {@link #STANDARD} or as near to it as they come. */
    public Reference finiteDifferences() {
        return computed(Method.FINITE_DIFFERENCES, STANDARD);
    }

    /**
     * By finite differences on grids doubled until the floor is at most {@code tolerance}.
     * @throws IllegalArgumentException if they do not reach it, with the floor that was reached and the reason
     */
    public DerivedReference finiteDifferences(double tolerance) {
        return meeting(Method.FINITE_DIFFERENCES, tolerance);
    }

    /** √(Σe²/Σu²) over the points of the grid of record and all fields, u the truth; √(Σe²) where it is zero. */
    public double distance(Reference reference, Reference truth) {
        Args.given(reference, "reference", truth, "truth");
        RelativeL2 distance = new RelativeL2();
        for (Field field : problem.fields()) {
            double[] x = record.coordinates(field.axes());
            distance.add(reference.values(field, x.clone(), record.size()), truth.values(field, x, record.size()));
        }
        return distance.value();
    }

    /**
     * By Fourier modes and Chebyshev polynomials.
     * @throws IllegalArgumentException if they do not reach the tolerance, with the floor that was reached and the reason
     */
    public DerivedReference spectral(double tolerance) {
        return meeting(Method.SPECTRAL, tolerance);
    }

    private DerivedReference meeting(Method method, double tolerance) {
        DerivedReference reference = computed(method, tolerance);
        if (!reference.shortfall().isEmpty()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: %s reach a floor of %.1e, not %.1e: %s; ask for a larger one",
                    name,
                    reference.kind(),
                    reference.floor(),
                    tolerance,
                    reference.shortfall()));
        }
        return reference;
    }

    /**
     * By a method to a floor of {@code tolerance}, or as near to it as the method comes: see {@link DerivedReference#shortfall}.
     * @throws NoReferenceException if it has no values at all, or a floor above {@value #WORTHLESS}, with the reason
     * @throws IllegalArgumentException if the statement cannot be put on a grid
     */
    public DerivedReference computed(Method method, double tolerance) {
        Args.given(method, "method");
        BooleanSupplier late = late();
        int count = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        try (Workers workers = Workers.of(count)) {
            DerivedReference reference = DerivedReference.of(problem, record, method, tolerance, workers, late);
            if (!reference.exists()) {
                throw new NoReferenceException(name, reference.shortfall(), reference.ended());
            } else if (!(reference.floor() <= WORTHLESS)) { // written so that NaN is refused too
                throw new NoReferenceException(
                        name,
                        String.format(
                                Locale.ROOT,
                                "%s know it up to %.1e of its size only, which is no reference: %s",
                                reference.kind(),
                                reference.floor(),
                                reference.shortfall()),
                        false);
            }
            return reference;
        }
    }
}
