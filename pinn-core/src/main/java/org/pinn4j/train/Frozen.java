package org.pinn4j.train;

import java.util.Arrays;
import java.util.function.UnaryOperator;
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
        double[] last = Arrays.copyOfRange(theta, theta.length - coefficients, theta.length);
        UnaryOperator<double[]> whole = t -> joined(t, last); // a report may keep it: it holds no objective
        return new Trainable(
                what.recipe(),
                what.ansatz(),
                new Network(
                        what.loss(), new FrozenTail((LeastSquares) what.loss().objective(), last), whole),
                new Judge(what.heldOut(), whole),
                Arrays.copyOf(theta, theta.length - coefficients),
                Arrays.copyOf(what.untrained(), theta.length - coefficients),
                t -> what.overZeroField().apply(whole.apply(t)),
                what.points(),
                whole);
    }

    private static double[] joined(double[] first, double[] last) {
        double[] all = Arrays.copyOf(first, first.length + last.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }

    private record Network(Loss all, FrozenTail objective, UnaryOperator<double[]> whole) implements Loss {
        @Override
        public int points() {
            return all.points();
        }

        @Override
        public boolean advance(int step, double[] theta) {
            return all.advance(step, whole.apply(theta));
        }

        @Override
        public boolean isFresh() {
            return all.isFresh();
        }

        @Override
        public String describe() {
            return all.describe();
        }
    }

    private record Judge(HeldOut all, UnaryOperator<double[]> whole) implements HeldOut {
        @Override
        public double size(double[] theta) {
            return all.size(whole.apply(theta));
        }

        @Override
        public double value(double[] theta) {
            return all.value(whole.apply(theta));
        }

        @Override
        public String diagnosis() {
            return all.diagnosis();
        }
    }
}
