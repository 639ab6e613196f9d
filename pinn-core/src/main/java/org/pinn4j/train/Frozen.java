package org.pinn4j.train;

import java.util.Arrays;
import org.pinn4j.loss.HeldOut;
import org.pinn4j.loss.Loss;
import org.pinn4j.optimize.FrozenTail;
import org.pinn4j.optimize.LeastSquares;

/** The training of a network alone, with coefficients that stand still. */
final class Frozen {
    private Frozen() {}

    /**
     * @param what all of it, with a sum of squares for its objective
     * @param theta where the network begins and the coefficients stay: [all parameters]
     * @param coefficients how many of the last ones stay
     */
    static Trainable of(Trainable what, double[] theta, int coefficients) {
        int first = theta.length - coefficients;
        FrozenTail tail =
                new FrozenTail((LeastSquares) what.loss().objective(), Arrays.copyOfRange(theta, first, theta.length));
        return new Trainable(
                what.recipe(),
                what.ansatz(),
                new Network(what.loss(), tail),
                new Judge(what.heldOut(), tail),
                Arrays.copyOf(theta, first),
                Arrays.copyOf(what.untrained(), first),
                t -> what.overZeroField().apply(tail.whole(t)),
                what.points(),
                tail::whole);
    }

    private record Network(Loss all, FrozenTail objective) implements Loss {
        @Override
        public int points() {
            return all.points();
        }

        @Override
        public boolean advance(int step, double[] theta) {
            return all.advance(step, objective.whole(theta));
        }

        @Override
        public String describe() {
            return all.describe();
        }
    }

    private record Judge(HeldOut all, FrozenTail tail) implements HeldOut {
        @Override
        public double size(double[] theta) {
            return all.size(tail.whole(theta));
        }

        @Override
        public double value(double[] theta) {
            return all.value(tail.whole(theta));
        }

        @Override
        public String diagnosis() {
            return all.diagnosis();
        }
    }
}
