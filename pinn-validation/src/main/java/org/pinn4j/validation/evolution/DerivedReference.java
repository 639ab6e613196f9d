package org.pinn4j.validation.evolution;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.pinn4j.args.Args;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.discrete.Discretization;

/** A reference computed from the statement of a problem, with the floor that its own refinements show. Immutable. */
public final class DerivedReference implements Reference {
    /** A method that comes this far and no further has met rounding errors, and another would meet them sooner. */
    private static final double GOOD = 1e-6;

    private final Problem problem;
    private final Refinement.Result result;
    private final boolean ended;
    private final boolean cut;

    private DerivedReference(Problem problem, Refinement.Result result, boolean ended, boolean cut) {
        this.problem = problem;
        this.result = result;
        this.ended = ended;
        this.cut = cut;
    }

    /** How the nodes are placed and the derivatives taken. */
    public enum Method {
        /** Fourier modes on periodic axes, Chebyshev polynomials on others. */
        SPECTRAL,
        /** Finite differences of order 6, or of order 4 where those are unstable. */
        FINITE_DIFFERENCES,
        /** The first of the two that reaches the tolerance. */
        AUTOMATIC
    }

    /**
     * Refines until the floor is at most {@code tolerance}, or no method gets any further. The bits depend on neither the number
     * of workers nor the clock, unless {@code stop} ends it early.
     * @param record the grid on whose points the floor is measured
     * @param stop asked now and then; once it says yes, the best so far is returned
     * @return the best found, see {@link #shortfall} and {@link #exists}
     * @throws IllegalArgumentException if the statement cannot be put on a grid, with the reason
     */
    public static DerivedReference of(
            Problem problem, Grid record, Method method, double tolerance, Workers workers, BooleanSupplier stop) {
        Args.given(problem, "problem", record, "record");
        Args.given(method, "method", workers, "workers");
        Args.given(stop, "stop");
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("reference: need a tolerance in (0, 1), got " + tolerance);
        }
        Refinement refinement = new Refinement(Discretization.determined(problem), record, tolerance, workers, stop);
        Refinement.Result best = null;
        for (Attempt attempt : attempts(refinement, method)) {
            Refinement.Result next = attempt.run();
            best = best == null || next.floor() < best.floor() ? next : best;
            if (best.met() || best.floor() <= GOOD || stop.getAsBoolean()) {
                break;
            }
        }
        return new DerivedReference(problem, best, refinement.ended(), stop.getAsBoolean());
    }

    private interface Attempt {
        Refinement.Result run();
    }

    private static List<Attempt> attempts(Refinement refinement, Method method) {
        Attempt spectral = refinement::spectral;
        Attempt sixth = () -> refinement.finiteDifferences(6);
        Attempt fourth = () -> refinement.finiteDifferences(4);
        return switch (method) {
            case SPECTRAL -> List.of(spectral);
            case FINITE_DIFFERENCES -> List.of(sixth, fourth);
            case AUTOMATIC -> List.of(spectral, sixth, fourth);
        };
    }

    @Override
    public String kind() {
        if (result.solution() == null) {
            return "none";
        }
        String how = result.solution().description();
        return problem.spaceAxes().isEmpty()
                ? how
                : "%s, %s".formatted(result.scheme().name(), how);
    }

    @Override
    public double floor() {
        return result.floor();
    }

    /** Spectral or by finite differences, whichever it came to be computed by. */
    public Method method() {
        return result.scheme().accuracy().isPresent() ? Method.FINITE_DIFFERENCES : Method.SPECTRAL;
    }

    /** Why the tolerance is not met; empty if it is. */
    public String shortfall() {
        return result.shortfall();
    }

    /** Whether there are no values because the solution seems to exist up to a time only, which {@link #shortfall} names. */
    public boolean ended() {
        return ended && !exists();
    }

    /** Whether it may be what there was when it was stopped, and not what the method comes to. */
    public boolean isCut() {
        return cut;
    }

    /** Whether there are values at all. */
    public boolean exists() {
        return result.solution() != null;
    }

    @Override
    public double[] values(Field field, double[] x, int n) {
        Args.given(field, "field", x, "x");
        Args.within(0, x.length, n, "n");
        check(field, x, n);
        return result.solution().values(field, x, n);
    }

    /** {@inheritDoc} Along space axes, by the differences that solved the problem. */
    @Override
    public Optional<double[]> derivative(Field field, Axis by, double[] x, int n) {
        Args.given(field, "field", by, "by");
        Args.given(x, "x");
        Args.within(0, x.length, n, "n");
        check(field, x, n);
        return problem.spaceAxes().contains(by)
                ? Optional.of(result.solution().derivative(field, by, x, n))
                : Optional.empty();
    }

    private void check(Field field, double[] x, int n) {
        if (!problem.fields().contains(field)) {
            throw new IllegalArgumentException(
                    "reference: knows the fields %s, not %s".formatted(problem.fields(), field));
        }
        int axes = field.axes().size();
        if (x.length < axes * n) {
            throw new IllegalArgumentException(
                    "reference: points need [%d × %d] coordinates, got %d".formatted(axes, n, x.length));
        }
    }
}
