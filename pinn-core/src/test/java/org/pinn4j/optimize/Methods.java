package org.pinn4j.optimize;

import java.util.stream.Stream;

/** Every method of the package under one type, for the laws that hold for all of them. */
enum Methods {
    LEVENBERG_MARQUARDT(LevenbergMarquardt.standard()),
    LBFGS(new Lbfgs(7)),
    BFGS(new SelfScaledBroyden(SelfScaledBroyden.Update.BFGS)),
    SSBFGS(new SelfScaledBroyden(SelfScaledBroyden.Update.SSBFGS)),
    SSBROYDEN2(new SelfScaledBroyden(SelfScaledBroyden.Update.SSBROYDEN2)),
    SPRING(Spring.standard()),
    SGD(new Sgd(LearningRate.constant(0.3))),
    MOMENTUM(new Momentum(LearningRate.constant(0.04), 0.9)),
    NESTEROV(new Nesterov(LearningRate.constant(0.04), 0.9)),
    ADAGRAD(new Adagrad(LearningRate.constant(0.1), 1e-10)),
    RMSPROP(new RmsProp(LearningRate.constant(0.01), 0.9, 1e-10)),
    ADADELTA(new Adadelta(LearningRate.constant(1), 0.95, 1e-4)),
    ADAM(Adam.standard().withLearningRate(0.03).withDecay(0.9, 100)),
    ADAMAX(new Adamax(LearningRate.constant(0.1), 0.9, 0.999)),
    AMSGRAD(new AmsGrad(LearningRate.constant(0.03), 0.9, 0.999, 1e-8, false)),
    AMSGRAD_CORRECTED(new AmsGrad(LearningRate.constant(0.03), 0.9, 0.999, 1e-8, true)),
    NADAM(new Nadam(LearningRate.of(0.03, new Schedule.Cosine(10, 100, 0.1)), 0.9, 0.999, 1e-8)),
    ADAM_W(new AdamW(LearningRate.constant(0.03), 0.9, 0.999, 1e-8, 0.01)),
    TAIL_OF_ADAM(Averaged.tail(Adam.published().withLearningRate(0.03), 50)),
    MEAN_OF_NADAM(Averaged.exponential(Nadam.standard().withLearningRate(0.03), 0.9));

    private final Optimizer method;

    Methods(Optimizer method) {
        this.method = method;
    }

    State init(LeastSquares f, double[] start) {
        return method.init(f, start, Plain.ALGEBRA);
    }

    static Stream<Methods> quasiNewton() {
        return Stream.of(LBFGS, BFGS, SSBFGS, SSBROYDEN2);
    }
}
