package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.solution.Solution;

/**
 * Where a training begins that follows a direct solution which is near: the first of several networks that can be fitted to it
 * as closely as it solves its equations, otherwise the closest of them. The last two are for what the usual ones cannot
 * represent: many waves, and more of everything.
 */
final class FittedStart {
    private final Run run;
    private final Solution solved;
    private final double enough;

    /** @param recipe that goes on from it @param steps of the run so far */
    record Start(Recipe recipe, TrainedNetwork network, int steps, String reason) {}

    /** @param enough misfit, relative */
    FittedStart(Run run, Solution solved, double enough) {
        this.run = run;
        this.solved = solved;
        this.enough = enough;
    }

    private static List<Recipe> tournament() {
        Recipe rough = TrainedRecipe.rough();
        return List.of(
                TrainedRecipe.smooth(),
                rough,
                rough.withNetwork(Mlp.of("sin", 20, 20), Initializer.glorotNormal()),
                rough.withNetwork(Mlp.of("tanh", 24, 24, 24), Initializer.glorotNormal()));
    }

    Start after(int before, History history) {
        List<String> said = new ArrayList<>();
        Fit.Fitted best = null;
        Recipe chosen = null;
        int steps = before;
        for (Recipe r : tournament()) {
            if (best != null && (best.misfit() <= enough || run.spent(steps))) {
                break;
            }
            Fit.Fitted fitted = new Fit(run, run.setup(r), solved).after(steps, history);
            steps = fitted.leg().result().steps();
            said.add(String.format(Locale.ROOT, "%s %.1e", r.architecture().describe(), fitted.misfit()));
            if (best == null || fitted.misfit() < best.misfit()) {
                best = fitted;
                chosen = r;
            }
        }
        return new Start(
                chosen,
                best.leg().network(),
                steps,
                "training begins at a fit of the direct solution; what networks miss of it: "
                        + String.join(", ", said));
    }
}
