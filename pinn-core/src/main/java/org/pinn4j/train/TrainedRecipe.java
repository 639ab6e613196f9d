package org.pinn4j.train;

import java.util.Locale;
import java.util.function.Function;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;

/**
 * Chooses a recipe for a problem of which only the statement is known. A short trial on a small network and fixed points
 * tells two kinds of problem apart: one whose held-out residual falls by three orders at once is smooth, and goes on with fixed
 * points; any other gets a deeper network and points that follow the residual.
 *
 * <p>Measured on the first four problems of the catalogue, three seeds each: after 40 steps the relative held-out residual
 * was 5e-7 to 1e-5 on the smooth ones and 1e-2 to 4e-1 on the others. The spread of the residual over the points, rms ÷ mean,
 * was 1.2 to 1.5 on the smooth ones and 1.3 to 1.9 on the others: no use for the choice.
 */
final class TrainedRecipe {
    static final int TRIAL_STEPS = 40;
    private static final double SMOOTH = 1e-3;

    private TrainedRecipe() {}

    /** The trial, and the recipe of smooth problems. */
    static Recipe smooth() {
        return Recipe.of("trained")
                .withNetwork(Mlp.of("tanh", 20, 20), Initializer.glorotNormal())
                .withPoints(Points.fixed(2));
    }

    /** Layers, fronts, kinks. */
    static Recipe rough() {
        return Recipe.of("trained")
                .withNetwork(Mlp.of("tanh", 16, 16, 16), Initializer.glorotNormal())
                .withPoints(Points.adaptive(5));
    }

    /** The recipe to go on with after the trial. */
    static Recipe choose(TrainingResult trial) {
        return trial.heldOut() < SMOOTH ? smooth() : rough();
    }

    /** What to go on with from the network of the trial itself, with what the trial has come to. */
    static Recipe after(TrainingResult trial, Recipe onwards) {
        return trial.heldOut() < SMOOTH ? onwards : onwards.withPoints(rough().points());
    }

    /** Why, for the log. */
    static String reason(TrainingResult trial) {
        Function<Boolean, String> meaning = smooth -> smooth
                ? "smooth: 2 layers of 20, fixed points"
                : "not resolved yet: 3 layers of 16, points that follow the residual";
        return String.format(
                Locale.ROOT,
                "after %d trial steps the held-out residual is %.1e of its start: %s",
                TRIAL_STEPS,
                trial.heldOut(),
                meaning.apply(trial.heldOut() < SMOOTH));
    }
}
