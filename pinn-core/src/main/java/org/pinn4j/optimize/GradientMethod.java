package org.pinn4j.optimize;

import org.pinn4j.args.Args;

/**
 * A method that takes one gradient a step and compares no two values of the objective: for objectives that are noisy or change
 * at every step (fresh points, samples), and for many parameters. A member is its settings and its update; one state,
 * {@link GradientState}, keeps the rest. None of them stalls.
 * <p>Source of the family: Jentzen, Kuckuck and von Wurstemberger, Mathematical introduction to deep learning,
 * arXiv:2310.20360, chapter 7; each member names its own.
 */
public sealed interface GradientMethod extends Optimizer
        permits Sgd, Momentum, Nesterov, Adagrad, RmsProp, Adadelta, Adam, Adamax, AmsGrad, Nadam, AdamW {
    /** γ by step. */
    LearningRate rate();

    /** The same with another learning rate. */
    GradientMethod withRate(LearningRate rate);

    /** The learning rate of the first step, by its schedule. */
    default double learningRate() {
        return rate().first();
    }

    /** The same with another first rate and the same schedule. */
    default GradientMethod withLearningRate(double first) {
        return withRate(rate().withFirst(first));
    }

    @Override
    GradientState init(Objective objective, double[] theta0, Algebra algebra);

    /** With the learning rate, and the place in its schedule, that it has come to. */
    @Override
    default GradientMethod from(State state) {
        Args.given(state, "state");
        return state instanceof GradientState s ? withRate(s.rateFromHere()) : this;
    }
}
