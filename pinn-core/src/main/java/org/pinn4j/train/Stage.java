package org.pinn4j.train;

import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.Algebra;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LeastSquares;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.SelfScaledBroyden;

/**
 * One optimiser and how long it runs.
 * @param steps at most; the last stage usually has no bound of its own
 */
public record Stage(Method method, int steps) {
    /** Makes the optimiser once the machinery is known. */
    @FunctionalInterface
    public interface Method {
        Optimizer<? super LeastSquares> with(Algebra algebra);
    }

    public Stage {
        if (steps < 1) {
            throw new IllegalArgumentException("stage: need at least one step, got " + steps);
        }
    }

    /** Until the budget ends. */
    public static Stage of(Method method) {
        return new Stage(method, Integer.MAX_VALUE);
    }

    public static Stage levenbergMarquardt() {
        return of(LevenbergMarquardt::with);
    }

    public static Stage selfScaledBroyden() {
        return of(SelfScaledBroyden::with);
    }

    public static Stage lbfgs() {
        return of(Lbfgs::with);
    }

    public static Stage adam() {
        return of(algebra -> Adam.standard());
    }

    public Stage forSteps(int most) {
        return new Stage(method, most);
    }
}
