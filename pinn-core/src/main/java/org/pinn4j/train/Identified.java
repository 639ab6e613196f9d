package org.pinn4j.train;

import java.util.OptionalInt;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.pde.Problem;
import org.pinn4j.solution.Outcome;

/**
 * Coefficients by turns: what the readings say of them with the equations as constraints (see {@link Identification}), and the
 * network alone for these coefficients.
 *
 * <p>Trained together, a network soon solves the equations for the coefficients it happens to have; they follow slowly from
 * there, since every change of them is a change of the whole field that damping forbids. A linearised fit takes them most of
 * the way at once, and the network then has equations to solve whose coefficients do not move. It is the method of Gauss and
 * Newton in the coefficients, with training in the place of a solver. Measured for Fisher's equation, two coefficients
 * started at half: after 120 steps together a diffusivity of 0.05 stood at 0.0068 to 0.032; the first fit said 0.050 to
 * 0.055, and two turns later it was within its standard error.
 */
final class Identified {
    private static final int TOGETHER = 60; // steps before the first fit
    private static final int TURN = 30; // steps of the first turn
    private static final int MOST = 40; // turns, each half as long again

    private final Run run;
    private final Setup setup;
    private final Identification identification;

    Identified(Run run, Setup setup) {
        this.run = run;
        this.setup = setup;
        this.identification = new Identification(run.problem, setup, run.algebra());
    }

    /** Steps of a training until turns follow; empty where all is one training. */
    static OptionalInt first(Problem problem, Setup setup) {
        return Identification.isAsked(problem) && turns(setup) ? OptionalInt.of(TOGETHER) : OptionalInt.empty();
    }

    /** Other methods and stages of given length are run as they were asked for. */
    private static boolean turns(Setup setup) {
        return setup.recipe.stages().size() == 1
                && setup.recipe.stages().get(0).steps().isEmpty()
                && setup.recipe.stages().get(0).optimizer() instanceof LevenbergMarquardt
                && setup.loss.objective() instanceof LeastSquares;
    }

    Leg from(Leg first) {
        Leg leg = first;
        Leg best = first;
        Identification.Found found = identification.of(leg.network());
        Identification.Found kept = found;
        boolean goesOn = turns(setup);
        int steps = TURN;
        for (int turn = 0; turn < MOST && goesOn && !run.over(leg.result()); turn++) {
            leg = run.further(Frozen.of(setup.trainable(), found.start(), found.coefficients()), leg.result(), steps);
            if (leg.result().failed()) {
                break;
            }
            boolean before = found.isDetermined();
            found = identification.of(leg.network());
            goesOn = !(before && found.isDetermined() && leg.result().outcome() == Outcome.STALLED);
            if (found.isDetermined() || !kept.isDetermined()) {
                kept = found;
                best = leg;
            }
            steps += steps / 2;
        }
        return with(leg, best, kept);
    }

    private Leg with(Leg last, Leg best, Identification.Found kept) {
        double[] theta = kept.network().theta();
        TrainingResult result = last.result()
                .identified(setup.heldOutRatio(theta), setup.overZeroField(theta), kept.notes(), kept.uncertainties());
        return new Leg(kept.network(), best.onwards(), result);
    }
}
