package org.pinn4j.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pinn4j.solution.Outcome;
import org.pinn4j.solution.Rung;

/**
 * What a run does that is told no recipe: solves directly where features carry the solution, and trains where that does not
 * reach the digits. One figure judges both, the residual at points that depend on neither; the better one is returned.
 *
 * <p>Training begins at a fit of the direct solution where that is near. Where it is not, the usual start is better: features
 * that do not carry the solution give a wrong field, which is worse than none.
 */
final class Ladder {
    static final String DIRECT = "direct";
    static final String TRAINED = "trained";
    /** Of the figure of zero fields: below it a direct solution is good enough where no tolerance is given. */
    static final double ENOUGH = 1e-8;

    /** Floating-point operations of slabs to come that a direct solve goes on for, for each second of the budget: two cores make as many. */
    private static final double EACH_SECOND = 6e9;
    /** Below it a direct solution is a start for training. */
    private static final double NEAR = 1e-2;

    private final Run run;
    private final DirectRung rung;

    Ladder(Run run, DirectRung rung) {
        this.run = run;
        this.rung = rung;
    }

    /** What a direct rung may plan to spend: by the budget that is stated, not by a clock, so that equal runs are equal. */
    static double patience(Budget budget) {
        Duration time = budget.time().or(() -> Budget.standard().time()).orElseThrow();
        return EACH_SECOND * time.toMillis() * 1e-3;
    }

    Leg solve() {
        Leg direct = run.reached(rung.solve(Optional.empty()));
        TrainingResult solved = direct.result();
        if (enough(solved) || nothingFollows(solved)) {
            return direct.withRungs(List.of(new Rung(DIRECT, solved.heldOut(), solved.steps(), true)));
        }
        run.fallsBackTo(this::better, direct);
        Leg trained = solved.heldOut() < NEAR ? run.fitted(direct) : run.tried(solved.steps());
        double figure = rung.figure(trained.network());
        boolean better = better(trained.network(), direct);
        List<Rung> rungs = List.of(
                new Rung(DIRECT, solved.heldOut(), solved.steps(), !better),
                new Rung(TRAINED, figure, trained.result().steps() - solved.steps(), better));
        Leg taken = better ? trained : kept(direct, trained);
        return taken.withNotes(notes(direct, trained, figure)).withRungs(rungs);
    }

    private boolean better(TrainedNetwork network, Leg direct) {
        double held = direct.result().heldOut();
        return rung.figure(network) < held || !Double.isFinite(held);
    }

    private boolean enough(TrainingResult direct) {
        boolean found = !run.problem.parameters().isEmpty()
                && direct.uncertainties().size() == run.problem.parameters().size(); // noise holds the figure up
        return found || meets(direct);
    }

    private boolean meets(TrainingResult direct) {
        OptionalDouble tolerance = run.settings.budget().tolerance();
        return tolerance.isPresent()
                ? direct.outcome() == Outcome.CONVERGED
                : direct.outcome() != Outcome.NON_FINITE
                        && direct.overZeroField().orElse(direct.heldOut()) <= ENOUGH;
    }

    /** Where there is no solution to train for, or no time. */
    private boolean nothingFollows(TrainingResult direct) {
        return direct.outcome() == Outcome.CANCELLED
                || direct.outcome() == Outcome.UNRESOLVED
                || run.spent(direct.steps());
    }

    /** The direct solution after a training that is worse: it says how the run ended, unless it failed or was content. */
    private static Leg kept(Leg direct, Leg trained) {
        Outcome last = trained.result().outcome();
        boolean own = last == Outcome.NON_FINITE || last == Outcome.CONVERGED;
        return trained.behind(
                direct,
                direct.onwards(),
                own ? direct.result().outcome() : last,
                own ? direct.result().message() : trained.result().message());
    }

    private static List<String> notes(Leg direct, Leg trained, double figure) {
        List<String> all = new ArrayList<>(direct.result().notes());
        all.addAll(trained.result().notes());
        all.add(String.format(
                Locale.ROOT,
                "residual at the points of judgement over its size: %.1e solved directly, %.1e trained",
                direct.result().heldOut(),
                figure));
        return all;
    }
}
