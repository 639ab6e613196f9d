package org.pinn4j.train;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.loss.HeldOut;
import org.pinn4j.loss.Loss;

/**
 * All that the training loop has to know.
 * @param recipe whose stages it runs through
 * @param ansatz what the parameters belong to
 * @param loss what is made small
 * @param heldOut what judges it
 * @param theta0 where it begins
 * @param untrained what held-out figures are relative to
 * @param overZeroField the residual over that of the zero field; empty for a loss that is no residual, which is not judged
 * @param points those of the recipe, as they follow by now
 * @param whole all parameters of the ansatz and the coefficients, from those that are trained
 */
record Trainable(
        Recipe recipe,
        Ansatz ansatz,
        Loss loss,
        HeldOut heldOut,
        double[] theta0,
        double[] untrained,
        Function<double[], OptionalDouble> overZeroField,
        Supplier<Points> points,
        UnaryOperator<double[]> whole) {
    /** All parameters are trained. */
    Trainable(
            Recipe recipe,
            Ansatz ansatz,
            Loss loss,
            HeldOut heldOut,
            double[] theta0,
            double[] untrained,
            Function<double[], OptionalDouble> overZeroField,
            Supplier<Points> points) {
        this(recipe, ansatz, loss, heldOut, theta0, untrained, overZeroField, points, UnaryOperator.identity());
    }

    /** The held-out figure that others are relative to: that of the untrained network. */
    double heldOutStart() {
        double start = heldOut.size(untrained);
        return start > 0 && Double.isFinite(start) ? start : 1; // a ratio to infinity would be 0
    }
}
