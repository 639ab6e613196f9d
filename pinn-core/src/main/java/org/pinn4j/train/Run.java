package org.pinn4j.train;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.compile.Thrown;
import org.pinn4j.direct.Stretch;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Continuation;
import org.pinn4j.solution.ModelCard;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Piece;
import org.pinn4j.solution.Rung;
import org.pinn4j.solution.Solution;

/**
 * One solve from statement to result: the trials of the standard recipe where no recipe is given, then the training. Confined
 * to the calling thread and the workers it has until it is closed; may be cancelled from any thread.
 */
public final class Run implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    final Problem problem;
    final Settings settings;
    final Backend backend;
    final Workers workers;
    private final Optional<TrainedNetwork> start;
    private final Optional<Going> going;
    final Training.Clock clock;
    private final History history = new History();
    private final List<String> notes = new ArrayList<>();
    private Recipe chosen;
    private Optional<Leg> below = Optional.empty(); // what a training has to get past
    private BiPredicate<TrainedNetwork, Leg> isPast;
    private final List<String> heard = new ArrayList<>(); // what the listener threw first
    private Leg reached; // null before anything is
    private volatile boolean mayStop; // there is something to return, so that work under way may be dropped

    /** A solution and how it came about. */
    public record Ended(Solution solution, TrainingResult training) {
        public Ended {
            Args.given(solution, "solution", training, "training");
        }
    }

    private Run(Problem problem, Settings settings, Backend backend) {
        this.problem = problem;
        this.settings = settings;
        this.backend = backend;
        this.start = settings.start().map(Run::networks);
        this.going = settings.recipe().isPresent()
                ? Optional.empty()
                : settings.start().map(Going::from);
        this.clock = new Training.Clock(settings.budget());
        this.chosen = recipe();
        this.workers = Workers.of(settings.workers());
        workers.stopWhen(() -> mayStop && settings.cancellation().isRequested());
    }

    private static TrainedNetwork networks(Solution s) {
        List<Stretch> slabs = s.pieces().size() == 1
                ? List.of()
                : s.pieces().stream()
                        .map(p -> new Stretch(p.from(), p.to(), p.ansatz(), p.theta()))
                        .toList();
        return new TrainedNetwork(s.ansatz(), s.theta(), slabs);
    }

    /** With workers of its own. */
    public static Run of(Problem problem, Settings settings) {
        Args.given(problem, "problem", settings, "settings");
        return of(problem, settings, Backends.select(settings.backend()));
    }

    /** On linear algebra of the caller's. */
    static Run of(Problem problem, Settings settings, Backend backend) {
        return new Run(problem, settings, backend);
    }

    Algebra algebra() {
        return new Algebra(backend.blas(), backend.lapack(), workers);
    }

    @Override
    public void close() {
        workers.close();
    }

    /** @throws IllegalArgumentException where the recipe and the problem, or the start, do not fit */
    public Ended solve() {
        if (recipe().directly().isEmpty()
                && start.isPresent()
                && start.get().slabs().size() > 1) {
            throw new IllegalArgumentException(
                    "start: it has %d slabs of time, a training goes on from one network; go on with the recipe of the start"
                            .formatted(start.get().slabs().size()));
        }
        Leg judged = noted(leg()).judged();
        return new Ended(solution(judged), judged.result());
    }

    /** What is thrown after something is reached does not take it away. */
    private Leg leg() {
        try {
            return recipe().directly().isPresent()
                    ? direct(recipe()).solve(start)
                    : chooses() ? chosen() : once(setup(onwards()));
        } catch (Workers.Stopped e) {
            return reached.followedBy(Outcome.CANCELLED, "");
        } catch (Throwable e) { // memory that is short among it
            if (reached == null) {
                throw e;
            }
            LOG.log(Level.WARNING, "the run ends: " + e, e);
            return reached.followedBy(
                    Outcome.FAILED,
                    "after %s, %s".formatted(Names.count(reached.result().steps(), "step"), Thrown.words(e)));
        } finally {
            mayStop(false);
        }
    }

    /** Whether a cancellation may end work in the middle of a step: where what is best so far is kept elsewhere. */
    void mayStop(boolean may) {
        mayStop = may;
    }

    /** What stays if whatever follows throws. */
    Leg reached(Leg leg) {
        reached = leg;
        mayStop(true);
        return leg;
    }

    /** Tells the listener, whose troubles are its own: what it throws first is noted. */
    void tell(Progress progress) {
        try {
            settings.listener().accept(progress);
        } catch (Throwable e) {
            if (heard.isEmpty()) {
                LOG.log(Level.WARNING, "the progress listener failed; said once, whatever follows: " + e, e);
                heard.add("the progress listener threw %s after step %d; the solve went on"
                        .formatted(Thrown.words(e), progress.step()));
            }
        }
    }

    DirectRung direct(Recipe recipe) {
        return new DirectRung(this, recipe, history);
    }

    /** By the rungs that are open. */
    private Leg chosen() {
        if (!directFirst()) {
            return tried(0);
        }
        chosen = Recipe.direct();
        return new Ladder(this, new DirectRung(this, chosen, history, Ladder.patience(settings.budget()))).solve();
    }

    private boolean chooses() {
        return settings.recipe().isEmpty()
                && start.isEmpty()
                && problem.onlyWeakly().isEmpty();
    }

    boolean directFirst() {
        return chooses() && settings.rungs() == Rungs.ALL;
    }

    /** With a word on coefficients that may belong to another minimum. */
    private Leg noted(Leg leg) {
        List<String> all = new ArrayList<>(leg.result().notes());
        all.addAll(heard);
        if (start.isEmpty()) {
            all.addAll(
                    FarFromStart.notes(problem.parameters(), leg.network().theta(), Identification.isAsked(problem)));
        }
        return leg.withNotes(all);
    }

    /** The recipe that this run is told or goes on with, as it was chosen. */
    Recipe recipe() {
        return settings.recipe().or(() -> going.map(Going::chosen)).orElseGet(this::standard);
    }

    /** What residuals at points do not tell, an energy does. */
    private Recipe standard() {
        return problem.onlyWeakly().isPresent() ? Recipe.ritz() : TrainedRecipe.smooth();
    }

    Recipe onwards() {
        return going.map(Going::onwards).orElseGet(this::recipe);
    }

    /** A trial, and then what it says. @param before steps that were made in other ways */
    Leg tried(int before) {
        Recipe tried = TrainedRecipe.smooth();
        chosen = tried;
        Leg trial = trial(tried, before);
        TrainingResult first = trial.result();
        boolean over = first.steps() - before < TrainedRecipe.TRIAL_STEPS && first.outcome() != Outcome.STALLED;
        if (over || first.outcome() == Outcome.CONVERGED || first.failed()) {
            return identified(
                    new Leg(trial.network(), TrainedRecipe.after(first, trial.onwards()), first), () -> setup(tried));
        }
        notes.add(TrainedRecipe.reason(first));
        Recipe better = TrainedRecipe.choose(first);
        Setup setup = setup(better);
        Leg leg = train(better, setup, first.steps());
        if (leg.result().heldOut() <= first.heldOut()) {
            return identified(leg, () -> setup);
        }
        chosen = tried;
        notes.add("the network of the trial is kept: the training did not get past it");
        Leg kept = leg.behind(trial, TrainedRecipe.after(first, trial.onwards()));
        return identified(kept.withNotes(notes), () -> setup(tried));
    }

    /** A training that begins at a fit of a solution which is near. */
    Leg fitted(Leg near) {
        TrainingResult sofar = near.result();
        FittedStart.Start begin = new FittedStart(this, solution(near), sofar.heldOut()).after(sofar.steps(), history);
        notes.add(begin.reason());
        Setup setup = new Setup(
                begin.recipe(),
                problem,
                settings.chosenSeed(),
                workers,
                backend,
                Optional.of(begin.network()),
                Optional.empty());
        return identified(train(begin.recipe(), setup, begin.steps()), () -> setup);
    }

    /** Apart, so that its memory is free again before the training takes its own. */
    private Leg trial(Recipe recipe, int before) {
        Setup small = setup(recipe);
        return reached(new Training(this, small.trainable(), "trial", clock, before, history)
                .run(OptionalInt.of(TrainedRecipe.TRIAL_STEPS))
                .withNotes(small.compiled.design().notes()));
    }

    private Leg once(Setup setup) {
        return identified(train(recipe(), setup, 0), () -> setup);
    }

    /** With the coefficients that readings determine, where there are some. */
    private Leg identified(Leg leg, Supplier<Setup> setup) {
        boolean trained = leg.result().steps() > 0 && !leg.result().failed();
        return trained && Identification.isAsked(problem) ? new Identified(this, setup.get()).from(leg) : leg;
    }

    /** Whether nothing may follow a training that ended like this. */
    boolean over(TrainingResult r) {
        return r.outcome() == Outcome.CONVERGED || r.failed() || spent(r.steps());
    }

    boolean spent(int steps) {
        return settings.cancellation().isRequested()
                || clock.spent()
                || steps >= settings.budget().steps().orElse(Integer.MAX_VALUE);
    }

    /** Goes on with a training, where it stands, for some steps. */
    Leg further(Trainable what, TrainingResult sofar, int steps) {
        return new Training(this, what, "train", clock, sofar.steps(), history)
                .run(OptionalInt.of(steps))
                .withNotes(sofar.notes());
    }

    private Leg train(Recipe asked, Setup setup, int steps) {
        chosen = start.map(s -> new WarmStart(s).recipe(asked)).orElse(asked);
        start.flatMap(s -> new WarmStart(s).dropped(problem.parameters().size()))
                .ifPresent(notes::add);
        notes.addAll(0, setup.notes());
        notes.add("%s, %s, %s"
                .formatted(setup.networkText(), Names.count(setup.theta0.length, "parameter"), setup.loss.describe()));
        if (!chosen.code().isEmpty()) {
            notes.add("%s: code, of which a file keeps the name; going on from a file asks for it"
                    .formatted(String.join(", ", chosen.code())));
        }
        Leg leg = new Training(this, setup.trainable(), "train", clock, steps, history)
                .run(Identified.first(problem, setup));
        if (leg.result().outcome() != Outcome.FAILED) {
            setup.overfit(leg.network().theta()).ifPresent(notes::add);
        }
        return leg.withNotes(notes);
    }

    Setup setup(Recipe recipe) {
        Recipe fitting = start.map(s -> new WarmStart(s).recipe(recipe)).orElse(recipe);
        return new Setup(fitting, problem, settings.chosenSeed(), workers, backend, start, going.map(Going::steps));
    }

    private Solution solution(Leg leg) {
        TrainingResult r = leg.result();
        Outcome outcome = r.outcome();
        String advice = r.message().isEmpty() ? outcome.advice() : r.message() + "; " + outcome.advice();
        return solution(leg.network(), going(leg.onwards(), r.steps()), outcome, advice, r, leg.rungs());
    }

    /** What is best until a training gets past it. @param isPast whether a network is better than it */
    void fallsBackTo(BiPredicate<TrainedNetwork, Leg> isPast, Leg leg) {
        this.isPast = isPast;
        this.below = Optional.of(leg);
    }

    /** The best one so far, in the middle of a training. */
    Solution interim(TrainedNetwork best, Going now, int steps, double heldOut) {
        if (below.isPresent() && !isPast.test(best, below.get())) {
            return solution(below.get());
        }
        TrainingResult sofar = new TrainingResult(
                Outcome.RUNNING, heldOut, OptionalDouble.empty(), steps, 0, 0, "", List.of(), history);
        return solution(best, now, Outcome.RUNNING, "", sofar, List.of());
    }

    private Solution solution(
            TrainedNetwork network, Going trained, Outcome outcome, String advice, TrainingResult r, List<Rung> rungs) {
        ModelCard card = new ModelCard(
                trained.chosen().name(),
                settings.chosenSeed(),
                outcome,
                advice,
                r.steps(),
                r.points(),
                network.parameters(),
                r.heldOut(),
                r.overZeroField(),
                settings.budget().tolerance(),
                trained.chosen().knowledge(),
                r.notes(),
                backend.description(),
                ModelCard.VERSION,
                List.of(),
                r.uncertainties(),
                rungs);
        return solution(network, card).withBackend(backend).withContinuation(trained);
    }

    private Solution solution(TrainedNetwork network, ModelCard card) {
        if (network.slabs().isEmpty()) {
            return new Solution(problem, network.ansatz(), network.theta(), card);
        }
        List<Piece> pieces = network.slabs().stream()
                .map(s -> new Piece(s.from(), s.to(), s.ansatz(), s.theta()))
                .toList();
        return Solution.of(problem, problem.time().orElseThrow(), pieces, card);
    }

    /** What a solution of this moment holds for a run that goes on from it. */
    Going going(Recipe onwards, int steps) {
        return new Going(onwards.directly().isPresent() ? onwards : chosen, onwards, before() + steps);
    }

    /** Steps of the runs that this one goes on from. */
    private long before() {
        return settings.start()
                .map(s -> s.continuation().map(Continuation::steps).orElse((long)
                        s.card().steps()))
                .orElse(0L);
    }

    /** Everything decided before the first step, in words: equations, channels, ansatz, cost and memory. */
    public String explain() {
        return new Explanation(this).text();
    }
}
