package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.ansatz.Design;
import org.pinn4j.args.Args;
import org.pinn4j.linear.RowsQr;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.PartRows;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

/**
 * Solves a statement in the output layers of networks whose hidden layers stand still, and finds these by the residual at
 * points that no fit has seen: first the shape of the bandwidths at the least number of features, then half as many
 * features more each time, while the figure falls. No clock decides anything.
 */
public final class DirectSolve {
    private static final double GAIN = 0.5;
    private static final double CLEAN = 1e-13; // rounding of features that hardly cancel each other
    private static final double FINE = 1e-9; // below it growth ends at rounding, whatever the shape
    private static final double MOST_OPERATIONS_UNFIT = 2e11;
    private static final int PATIENCE = 2;
    private static final double BELOW_TOLERANCE = 0.1; // rows that were solved say less than others
    private static final int LESS_ON_A_LINE = 4;

    private final Direct settings;
    private final Supplier<Judge> anywhere;
    private final CandidateSolve candidates;
    private final OptionalDouble tolerance;
    private final Bandwidths first; // with the layers that the statement speaks of
    private final Effort effort;
    private final Optional<March> march;
    private final Optional<PeriodicMarch> periodic;
    private final List<String> notes = new ArrayList<>();
    private List<Stretch> waves = List.of(); // of a neighbouring statement
    private Bandwidths bandwidths; // those of the best
    private Candidate best;
    private Contenders contenders;
    private double roundOffBefore = Double.POSITIVE_INFINITY; // of the best at the last smaller size

    /**
     * What came of it.
     * @param best zero fields if there was no time for any step
     * @param content whether the tolerance is met
     * @param steps least-squares solves
     * @param free the function that a linear statement leaves free, in words; empty if there is none
     * @param failure condition and point where a residual is not finite; otherwise empty
     */
    public record Result(
            Candidate best, boolean content, int steps, Optional<String> free, String failure, List<String> notes) {
        public Result {
            Args.given(best, "best", free, "free");
            Args.given(failure, "failure");
            Args.list(notes, "notes");
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param design inputs and forms of the user's choice; conditions are rows whatever it says
     * @param weights of the squared relative residual by name of the condition, where they are not the usual ones
     * @param tolerance the figure to be content with
     * @param most floating-point operations that slabs of time may still take; where it would be more, what follows has its turn
     */
    public DirectSolve(
            Problem problem,
            Design design,
            Direct settings,
            Map<String, Double> weights,
            Algebra algebra,
            RandomStream random,
            OptionalDouble tolerance,
            double most,
            Watch watch) {
        Args.given(problem, "problem", design, "design");
        Args.given(settings, "settings");
        Args.map(weights, "weights");
        Args.given(algebra, "algebra", random, "random");
        Args.given(tolerance, "tolerance", watch, "watch");
        AnsatzDesign soft = design.withoutFoundSymmetries()
                .withoutHardConditions()
                .of(problem)
                .withPhases();
        Judge judge = new Judge(problem, soft, algebra.workers(), algebra.blas(), random.substream("judge"));
        this.anywhere = () -> new Judge(problem, soft, Workers.of(1), algebra.blas(), random.substream("judge"));
        Means means = new Means(
                settings.rows(),
                weights,
                BELOW_TOLERANCE * tolerance.orElse(0),
                CompiledProblem.initialCoefficients(problem),
                algebra,
                random.substream("features"));
        Ground whole = Ground.whole(soft, judge);
        this.settings = settings;
        this.effort = new Effort(watch);
        this.candidates = new CandidateSolve(whole, means, effort);
        this.tolerance = tolerance;
        int inputs = soft.features().size();
        int least = problem.axes().size() == 1 ? Math.max(1, settings.least() / LESS_ON_A_LINE) : settings.least();
        boolean sought = !problem.parameters().isEmpty(); // coefficients belong to all of the time
        Optional<Slabs> slabs = sought ? Optional.empty() : Slabs.of(problem, whole, means);
        Bandwidths even = Bandwidths.even(least, inputs);
        Bandwidths small = Bandwidths.of(problem, soft, settings.least());
        this.first = slabs.isPresent()
                ? small
                : new Ripples(problem, soft, judge, random.substream("ripples")).carriedBy(small, settings.most());
        this.march = slabs.map(s -> new March(s, even, settings.most(), tolerance.orElse(0), most, means, effort));
        this.periodic = slabs.flatMap(s -> PeriodicMarch.of(problem, s, even, means, tolerance.orElse(0), effort));
    }

    /** The rows of a solution at fresh points, with output layers and coefficients for parameters. */
    public PartRows rows(Stretch solved) {
        Args.given(solved, "solved");
        return candidates.rows(solved);
    }

    /** Memory of a solve with so many coefficients: the panel, and its triangle four times. */
    public static long bytes(int columns) {
        return RowsQr.bytes(columns, 1);
    }

    /**
     * The figure by which candidates are judged, of networks that anything made for this statement. May be asked for by any
     * thread, and after the workers are closed.
     */
    public double figure(Ansatz ansatz, double[] theta) {
        Args.given(ansatz, "ansatz", theta, "theta");
        Judge judge = anywhere.get().of(ansatz.folds());
        return judge.figure(judge.relative(judge.compiled(ansatz)), theta);
    }

    public Result solve() {
        return search(Optional.empty());
    }

    /**
     * Begins with the features and weights of a solution of a neighbouring statement: other data, other coefficients.
     * @param solved its networks, one for each slab of time if there are several
     * @throws IllegalArgumentException if it has no features that fit this statement
     */
    public Result solveFrom(List<Stretch> solved) {
        Args.list(solved, "solved");
        Args.atLeast(1, solved.size(), "solved");
        if (periodic.isPresent()) {
            solved.forEach(s -> candidates.requireFeatures(s.ansatz(), s.theta()));
            waves = solved;
            return search(Optional.empty());
        }
        if (solved.size() > 1 && march.isEmpty()) {
            throw new IllegalArgumentException(
                    "start: it has %d slabs of time, and this statement is not solved in slabs; solve without a start"
                            .formatted(solved.size()));
        }
        return search(Optional.of(best -> solved.size() > 1
                ? march.orElseThrow().from(solved)
                : candidates.from(solved.get(0).ansatz(), solved.get(0).theta(), best)));
    }

    private Result search(Optional<UnaryOperator<Candidate>> start) {
        bandwidths = first;
        best = candidates.unsolved(bandwidths);
        effort.begun(best);
        start.ifPresent(s -> {
            keep(s.apply(best));
            roundOffBefore = best.roundOff();
        });
        if (periodic.isPresent() && !ended()) {
            keep(periodic.get().solve(waves));
        }
        if (!ended() && march.isPresent() && periodic.filter(this::carries).isEmpty()) {
            keep(march.get().solve());
        } else if (march.isEmpty()) {
            grow();
        }
        effort.judged(best);
        notes.add(String.format(
                Locale.ROOT,
                "direct: %s, %s: residual %.1e of its size, of which rounding makes %.1e",
                best.description(),
                Names.count(best.points(), "point"),
                best.figure(),
                best.roundOff()));
        boolean content = tolerance.isPresent() && best.figure() <= tolerance.getAsDouble();
        return new Result(best, content, effort.steps(), free(), effort.failure(), notes);
    }

    /** What its waves do not carry, features that are drawn do not either: on periodic axes they are fewer of the same waves. */
    private boolean carries(PeriodicMarch waves) {
        return waves.complete() && best.figure() < Candidate.FITS;
    }

    private void grow() {
        contenders = new Contenders(first, settings.least());
        int idle = 0;
        for (int m = first.features(); m <= settings.most() && idle < PATIENCE && !ended(); m = next(m)) {
            double before = best.figure();
            grow(m);
            idle = best.figure() < GAIN * before ? 0 : idle + 1;
        }
    }

    /** At the least number of features, which costs little and shows any function that is not rough. */
    private Optional<String> free() {
        boolean solved = effort.steps() > 0 && effort.failure().isEmpty();
        Optional<String> free = solved ? candidates.free(bandwidths.withFeatures(settings.least())) : Optional.empty();
        free.ifPresent(f -> notes.add(
                "the equations and conditions leave %s free: the answer is one of many; a condition has to say which"
                        .formatted(f)));
        return free;
    }

    /** Half as many more, the largest number last. */
    private int next(int features) {
        int more = Setting.more(features);
        return features < settings.most() ? Math.min(more, settings.most()) : more;
    }

    /** What may win with so many features, then what is near the best of it. */
    private void grow(int features) {
        double before = best.figure();
        contenders.at(features).forEach(this::offer);
        boolean idle = best.figure() > GAIN * before && best.figure() > FINE && !noiseDecides();
        Bandwidths centre = bandwidths.withFeatures(features);
        if (best.figure() > Candidate.FITS || idle) {
            centre.neighbours().forEach(this::offer);
        }
    }

    /** Whether equations give way to noise of readings: no features change that. */
    private boolean noiseDecides() {
        return best.points() > 0 && candidates.misfit(best.first()) > best.figure();
    }

    private void offer(Bandwidths tried) {
        if (ended() || !contenders.isNew(tried)) {
            return;
        }
        Candidate candidate = candidates.solve(tried, best);
        contenders.tried(tried, candidate.figure());
        double roundOff = best.roundOff();
        if (keep(candidate)) {
            roundOffBefore = tried.features() == bandwidths.features() ? roundOffBefore : roundOff;
            bandwidths = tried;
        }
    }

    private boolean keep(Candidate candidate) {
        boolean better = candidate.figure() < best.figure();
        best = better ? candidate : best;
        effort.judged(best);
        return better;
    }

    private boolean ended() {
        boolean met = best.figure() <= tolerance.orElse(0) || atRounding();
        boolean unfit = best.figure() > Candidate.FITS && effort.operations() > MOST_OPERATIONS_UNFIT;
        return effort.over() || met || unfit;
    }

    /**
     * Rounding is the end only where it is that of the problem. Features of too small a bandwidth cancel each other by large
     * weights, and more of them round less: as long as rounding falls with their number there is something to gain.
     */
    private boolean atRounding() {
        boolean falls = best.roundOff() > CLEAN && best.roundOff() < GAIN * roundOffBefore;
        return best.isAtRoundOff() && !falls;
    }
}
