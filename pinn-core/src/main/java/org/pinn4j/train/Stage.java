package org.pinn4j.train;

import java.util.Objects;
import java.util.OptionalInt;
import org.pinn4j.args.Args;
import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.SelfScaledBroyden;
import org.pinn4j.optimize.Spring;
import org.pinn4j.optimize.State;

/**
 * One optimiser and how long it runs.
 * @param steps at most; empty: until the budget ends
 */
public record Stage(Optimizer optimizer, OptionalInt steps) {
    public Stage {
        Args.given(steps, "steps");
        Objects.requireNonNull(optimizer, "optimizer");
        if (steps.isPresent() && steps.getAsInt() < 1) {
            throw new IllegalArgumentException("stage: need at least one step, got " + steps.getAsInt());
        }
    }

    /** Until the budget ends. */
    public static Stage of(Optimizer optimizer) {
        return new Stage(optimizer, OptionalInt.empty());
    }

    public static Stage levenbergMarquardt() {
        return of(LevenbergMarquardt.standard());
    }

    public static Stage selfScaledBroyden() {
        return of(SelfScaledBroyden.standard());
    }

    public static Stage lbfgs() {
        return of(Lbfgs.standard());
    }

    public static Stage spring() {
        return of(Spring.standard());
    }

    public static Stage adam() {
        return of(Adam.standard());
    }

    /**
     * Until the budget ends, by the method of this name with its standard settings: levenberg-marquardt, ssbroyden, lbfgs, spring,
     * sgd, momentum, nesterov, adagrad, rmsprop, adadelta, adam, adamax, amsgrad, nadam, adamw.
     * @throws IllegalArgumentException naming the known ones
     */
    public static Stage named(String name) {
        return of(OptimizerText.standard(Args.given(name, "name")));
    }

    /** The same with the method as a state of it has come to be. */
    Stage from(State state) {
        return new Stage(optimizer.from(state), steps);
    }

    public Stage forSteps(int most) {
        return new Stage(optimizer, OptionalInt.of(most));
    }
}
