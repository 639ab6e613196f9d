package org.pinn4j.train;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.compile.Thrown;
import org.pinn4j.optimize.State;
import org.pinn4j.optimize.Status;
import org.pinn4j.parallel.Workers;
import org.pinn4j.pde.Names;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Solution;

/**
 * The one training loop: it owns progress, log, budget, cancellation, the held-out set and the best network. Whatever is
 * decided on the way depends on steps and values; the clock only ends the run, between two steps.
 */
final class Training {
    private static final int CHECK_EVERY = 5;
    private static final int BLIND_CHECKS = 3;
    private static final System.Logger LOG = System.getLogger(Training.class.getName());

    private final Run run;
    private final Trainable what;
    private final Budget budget;
    private final Clock clock;
    private final Cancellation cancellation;
    private final String label;
    private final KeepBest best;
    private final Course course;
    private final History history;
    private final double heldOutStart;
    private int step;
    private int blind; // checks in a row that were not finite, while none ever was
    private String message = "";

    /** Training time, shared by a run and its trials. */
    static final class Clock {
        private final long start = System.nanoTime();
        private final double limit;

        Clock(Budget budget) {
            limit = budget.time()
                    .map(t -> t.getSeconds() + t.getNano() * 1e-9) // nanoseconds alone may overflow
                    .orElse(Double.POSITIVE_INFINITY);
        }

        double seconds() {
            return (System.nanoTime() - start) * 1e-9;
        }

        boolean spent() {
            return seconds() >= limit;
        }

        /** Of the limit that is over. */
        double share() {
            return seconds() / limit;
        }
    }

    Training(Run run, Trainable what, String label, Clock clock, int firstStep, History history) {
        this.run = run;
        this.what = what;
        this.label = label;
        this.budget = run.settings.budget();
        this.clock = clock;
        this.cancellation = run.settings.cancellation();
        this.history = history;
        this.step = firstStep;
        this.best = new KeepBest(what.theta0());
        this.course = new Course(what);
        this.heldOutStart = what.heldOutStart();
    }

    Leg run(OptionalInt most) {
        double[] theta = what.theta0().clone();
        Outcome outcome = Outcome.COMPLETED;
        int last = most.isPresent() ? step + most.getAsInt() : Integer.MAX_VALUE;
        for (int k = 0; k < what.recipe().stages().size() && !ended(last); k++) {
            outcome = attempt(k, theta, last);
            if (outcome == Outcome.NON_FINITE || outcome == Outcome.FAILED || outcome == Outcome.CONVERGED) {
                break;
            }
        }
        return result(outcome);
    }

    /** One stage from theta, which it leaves where it ends. Whatever is thrown on the way, the best network so far stays. */
    private Outcome attempt(int k, double[] theta, int last) {
        int before = step;
        try {
            run.mayStop(true);
            Stage stage = what.recipe().stages().get(k);
            State state = stage.optimizer().init(what.loss().objective(), theta, run.algebra());
            course.enter(k, state, step);
            Outcome outcome = stage(stage, state, last);
            System.arraycopy(state.theta(), 0, theta, 0, theta.length);
            return outcome;
        } catch (Workers.Stopped e) {
            return Outcome.CANCELLED;
        } catch (IllegalArgumentException e) {
            if (step == before && !Double.isFinite(best.heldOut())) { // the method does not suit the loss
                throw e;
            }
            return failed(e);
        } catch (Throwable e) { // code of the user among it, and memory that is short
            return failed(e);
        } finally {
            run.mayStop(false);
        }
    }

    private Outcome failed(Throwable e) {
        LOG.log(Level.WARNING, "the training ends: " + e, e);
        message = "after %s, %s".formatted(Names.count(step, "step"), Thrown.words(e));
        return Outcome.FAILED;
    }

    private Outcome stage(Stage stage, State state, int last) {
        int end =
                stage.steps().isPresent() ? Math.min(last, step + stage.steps().getAsInt()) : last;
        check(state);
        while (state.status() == Status.RUNNING && step < end && !ended(last)) {
            state.step();
            step++;
            if (what.loss().isFresh()) {
                advance(state);
            }
            if (step % CHECK_EVERY == 0 && check(state)) {
                return Outcome.CONVERGED;
            }
            report(state);
            if (!what.loss().isFresh()) {
                advance(state);
            }
        }
        check(state);
        if (state.status() == Status.NON_FINITE) {
            message = state.detail();
        }
        return switch (state.status()) {
            case RUNNING -> Outcome.RUNNING;
            case STALLED -> Outcome.STALLED;
            case NON_FINITE -> Outcome.NON_FINITE;
        };
    }

    private void advance(State state) {
        if (state.status() != Status.NON_FINITE && what.loss().advance(step, state.theta())) {
            state.objectiveChanged();
        }
    }

    private boolean ended(int last) {
        return cancellation.isRequested()
                || blind >= BLIND_CHECKS
                || clock.spent()
                || step >= last
                || budget.steps().isPresent() && step >= budget.steps().getAsInt();
    }

    /** @return whether the tolerance is met */
    private boolean check(State state) {
        double loss = state.value(); // first: it may take a step back that turned out not finite
        double heldOut = relative(what.heldOut().size(state.theta()));
        history.add(new History.Entry(label, step, loss, heldOut));
        blind = Double.isFinite(heldOut) || Double.isFinite(best.heldOut()) ? 0 : blind + 1;
        return best.offer(state.theta(), heldOut)
                && budget.tolerance().isPresent()
                && heldOut <= budget.tolerance().getAsDouble();
    }

    private double relative(double heldOut) {
        return heldOut / heldOutStart;
    }

    /** Of the network alone: a listener may keep the last report of a trial while the training takes its memory. */
    private static Supplier<Solution> interim(
            Run run, Trainable what, KeepBest best, Going going, int step, double heldOut) {
        Ansatz ansatz = what.ansatz();
        UnaryOperator<double[]> whole = what.whole();
        return () -> run.interim(new TrainedNetwork(ansatz, whole.apply(best.theta())), going, step, heldOut);
    }

    private void report(State state) {
        int now = step;
        Going going = run.going(course.left(now), now);
        double heldOut = best.heldOut();
        run.tell(new Progress(
                label,
                now,
                state.value(),
                heldOut,
                clock.seconds(),
                share(),
                state.detail(),
                interim(run, what, best, going, now, heldOut)));
    }

    private TrainedNetwork network() {
        return new TrainedNetwork(what.ansatz(), what.whole().apply(best.theta()));
    }

    /** Of the budget that is spent, by the bound that is nearer. */
    private double share() {
        double inSteps =
                budget.steps().isPresent() ? (double) step / budget.steps().getAsInt() : 0;
        return Math.min(1, Math.max(inSteps, clock.share()));
    }

    private Leg result(Outcome ending) {
        boolean failed = ending == Outcome.FAILED;
        Outcome last = blind > 0 && !failed ? Outcome.NON_FINITE : ending;
        if (blind > 0 && !failed && ending != Outcome.NON_FINITE) {
            message = "at a held-out point, " + what.heldOut().diagnosis();
        }
        boolean ended = failed || last == Outcome.NON_FINITE || last == Outcome.CONVERGED;
        Outcome outcome =
                !failed && cancellation.isRequested() ? Outcome.CANCELLED : ended ? last : afterAllSteps(last);
        TrainingResult result = new TrainingResult(
                outcome,
                best.heldOut(),
                failed ? OptionalDouble.empty() : what.overZeroField().apply(best.theta()),
                step,
                what.loss().points(),
                clock.seconds(),
                message,
                List.of(),
                history);
        return new Leg(network(), failed ? what.recipe() : course.left(step), result);
    }

    /** The last check may meet the tolerance when the steps are used up or the method has stalled. */
    private Outcome afterAllSteps(Outcome last) {
        if (step == 0) {
            message = "the time was over before the first step: nothing is trained";
            return Outcome.BUDGET_SPENT;
        }
        OptionalDouble tolerance = budget.tolerance();
        if (tolerance.isPresent() && best.heldOut() <= tolerance.getAsDouble()) {
            return Outcome.CONVERGED;
        }
        return last == Outcome.STALLED ? last : tolerance.isPresent() ? Outcome.BUDGET_SPENT : Outcome.COMPLETED;
    }
}
