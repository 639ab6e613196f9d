package org.pinn4j.loss;

import org.pinn4j.args.Args;

/** The loss of variational residuals, on fixed points. */
public final class WeakLoss implements Loss, HeldOut {
    private final WeakObjective objective;

    public WeakLoss(WeakObjective objective) {
        this.objective = Args.given(objective, "objective");
    }

    @Override
    public WeakObjective objective() {
        return objective;
    }

    @Override
    public int points() {
        return objective.points();
    }

    @Override
    public boolean advance(int step, double[] theta) {
        Args.given(theta, "theta");
        return false;
    }

    @Override
    public String describe() {
        return objective.describe();
    }

    /** Of residuals against other functions than those that are trained on: the norm of the rows. */
    @Override
    public double size(double[] theta) {
        return Math.sqrt(2 * value(theta));
    }

    @Override
    public double value(double[] theta) {
        Args.given(theta, "theta");
        return objective.value(theta);
    }

    @Override
    public String diagnosis() {
        return objective.diagnosis();
    }
}
