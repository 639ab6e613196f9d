package org.pinn4j.train;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.pinn4j.compile.Thrown;
import org.pinn4j.direct.Candidate;
import org.pinn4j.direct.Direct;
import org.pinn4j.direct.DirectSolve;
import org.pinn4j.direct.Watch;
import org.pinn4j.loss.PartRows;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Names;
import org.pinn4j.random.RandomStream;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;

/** A direct solve as part of a run: budget, cancellation, progress, history and outcome as in a training. */
final class DirectRung implements Watch {
    private static final double AGREES = 1e-6;
    private static final System.Logger LOG = System.getLogger(DirectRung.class.getName());

    private final Run run;
    private final Recipe recipe;
    private final History history;
    private final double most;
    private DirectSolve work;
    private int steps; // so far
    private Candidate sofar; // null before there is one

    /** Alone: to the end of the budget. */
    DirectRung(Run run, Recipe recipe, History history) {
        this(run, recipe, history, Double.POSITIVE_INFINITY);
    }

    /** @param most operations that slabs of time may still take, see {@link DirectSolve} */
    DirectRung(Run run, Recipe recipe, History history, double most) {
        this.most = most;
        this.run = run;
        this.recipe = recipe;
        this.history = history;
    }

    /** The figure of any network by which candidates are judged; infinite where it is not finite. */
    double figure(TrainedNetwork network) {
        double figure = work().figure(network.ansatz(), network.theta());
        return Double.isFinite(figure) ? figure : Double.POSITIVE_INFINITY;
    }

    /** Made once: its points are those of all judgements of a run. */
    private DirectSolve work() {
        if (work == null) {
            work = made();
        }
        return work;
    }

    private DirectSolve made() {
        recipe.requireNames(run.problem);
        WeakSetup.requireStrong(recipe, run.problem);
        MemoryNeed.require(recipe.directly().orElseThrow(), run.problem.fields().size(), MemoryNeed.available());
        return new DirectSolve(
                run.problem,
                recipe.design(),
                recipe.directly().orElseThrow(),
                recipe.weights(),
                run.algebra(),
                RandomStream.of(run.settings.chosenSeed(), "pinn").substream("direct"),
                run.settings.budget().tolerance(),
                most,
                this);
    }

    /**
     * What is thrown after the first candidate ends the solve with the best candidate so far.
     * @throws IllegalArgumentException where the recipe and the problem, or the start, do not fit
     */
    Leg solve(Optional<TrainedNetwork> start) {
        try {
            return solved(start);
        } catch (Workers.Stopped e) {
            return ended(Outcome.CANCELLED, "");
        } catch (Throwable e) { // memory that is short among it
            boolean unfit = e instanceof IllegalArgumentException && steps == 0; // a start of other features
            if (sofar == null || unfit) {
                throw e;
            }
            LOG.log(Level.WARNING, "the direct solve ends: " + e, e);
            return ended(Outcome.FAILED, "after %s, %s".formatted(Names.count(steps, "step"), Thrown.words(e)));
        } finally {
            run.mayStop(false);
        }
    }

    private Leg ended(Outcome outcome, String words) {
        TrainingResult training = new TrainingResult(
                outcome,
                sofar.figure(),
                sofar.overZeroField(),
                steps,
                sofar.points(),
                run.clock.seconds(),
                words,
                List.of(),
                history);
        return new Leg(network(sofar), recipe, training);
    }

    private Leg solved(Optional<TrainedNetwork> start) {
        DirectSolve solve = work();
        DirectSolve.Result result =
                start.map(s -> solve.solveFrom(s.stretches())).orElseGet(solve::solve);
        Candidate best = result.best();
        TrainingResult training = new TrainingResult(
                outcome(result),
                best.figure(),
                best.overZeroField(),
                result.steps(),
                best.points(),
                run.clock.seconds(),
                message(result),
                result.notes(),
                history);
        Leg leg = new Leg(network(best), recipe, training);
        boolean solved = result.steps() > 0 && !training.failed();
        return solved && Identification.isAsked(run.problem) ? identified(leg) : leg;
    }

    /** With the coefficients that readings determine, their equations as constraints. */
    private Leg identified(Leg leg) {
        PartRows rows = work().rows(leg.network().stretches().get(0));
        Identification.Found found = new Identification(
                        run.problem, List.of(rows.objective()), rows.columns(), run.algebra())
                .of(leg.network());
        TrainingResult r = leg.result();
        double figure = found.isDetermined() ? figure(found.network()) : r.heldOut();
        OptionalDouble overZero = r.overZeroField().isPresent() && r.heldOut() > 0
                ? OptionalDouble.of(r.overZeroField().getAsDouble() * figure / r.heldOut())
                : r.overZeroField();
        return new Leg(
                found.network(), leg.onwards(), r.identified(figure, overZero, found.notes(), found.uncertainties()));
    }

    private static TrainedNetwork network(Candidate c) {
        return TrainedNetwork.of(c.stretches());
    }

    private Outcome outcome(DirectSolve.Result result) {
        if (run.settings.cancellation().isRequested()) {
            return Outcome.CANCELLED;
        } else if (!result.failure().isEmpty()) {
            return Outcome.NON_FINITE;
        } else if (contradicts(result)) {
            return Outcome.UNRESOLVED;
        } else if (result.content()) {
            return Outcome.CONVERGED;
        } else if (run.settings.budget().tolerance().isEmpty()) {
            return nothing(result) ? Outcome.BUDGET_SPENT : Outcome.COMPLETED;
        }
        return over(result.steps()) ? Outcome.BUDGET_SPENT : Outcome.STALLED;
    }

    /** Zero fields may be the solution; otherwise no step was made because the time was over. */
    private static boolean nothing(DirectSolve.Result result) {
        return result.steps() == 0
                && result.failure().isEmpty()
                && result.best().figure() > 0;
    }

    /** What is free makes a solution impossible unless the data agree with it (Fredholm). */
    private static boolean contradicts(DirectSolve.Result result) {
        return result.free().isPresent() && result.best().figure() > AGREES;
    }

    private static String message(DirectSolve.Result result) {
        if (contradicts(result)) {
            return String.format(
                    Locale.ROOT,
                    "%s is free, and the data do not agree with that (residual %.1e of its size): there is no solution",
                    result.free().orElseThrow(),
                    result.best().figure());
        }
        return nothing(result) ? "the time was over before the first step: nothing is solved" : result.failure();
    }

    private boolean over() {
        return run.settings.cancellation().isRequested() || run.clock.spent();
    }

    @Override
    public boolean over(int steps) {
        return over() || steps >= run.settings.budget().steps().orElse(Integer.MAX_VALUE);
    }

    @Override
    public void begun(Candidate unsolved) {
        sofar = unsolved;
        run.mayStop(true);
    }

    @Override
    public void solved(int step, double loss, Candidate best) {
        steps = step;
        sofar = best;
        double figure = best.figure();
        history.add(new History.Entry("direct", step, loss, figure));
        Going going = run.going(recipe, step);
        Supplier<Solution> interim = () -> run.interim(network(best), going, step, figure);
        run.tell(new Progress(
                "direct", step, loss, figure, run.clock.seconds(), share(step), best.description(), interim));
    }

    private double share(int step) {
        OptionalDouble inSteps = run.settings.budget().steps().stream()
                .mapToDouble(most -> (double) step / most)
                .findFirst();
        return Math.min(1, Math.max(inSteps.orElse(0), run.clock.share()));
    }

    /** What is decided before the first step, in words. */
    String explain() {
        Direct direct = recipe.directly().orElseThrow();
        StringBuilder text = new StringBuilder();
        text.append(
                "direct: %s; found by the residual at points no solve has seen%n".formatted(DirectText.write(direct)));
        int columns = run.problem.fields().size() * (direct.most() + 1);
        text.append(String.format(
                Locale.ROOT,
                "memory: at most %.1f MB for %s of %s features%n",
                1e-6 * DirectSolve.bytes(columns),
                Names.count(run.problem.fields().size(), "field"),
                direct.most()));
        return text.toString();
    }
}
