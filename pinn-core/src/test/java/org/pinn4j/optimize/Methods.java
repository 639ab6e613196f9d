package org.pinn4j.optimize;

import java.util.stream.Stream;

/** Every method of the package under one type, for the laws that hold for all of them. */
enum Methods {
    LEVENBERG_MARQUARDT {
        @Override
        State init(LeastSquares f, double[] start) {
            return LevenbergMarquardt.with(Plain.ALGEBRA).init(f, start);
        }
    },
    LBFGS {
        @Override
        State init(LeastSquares f, double[] start) {
            return new Lbfgs(Plain.ALGEBRA, 7).init(f, start);
        }
    },
    BFGS {
        @Override
        State init(LeastSquares f, double[] start) {
            return broyden(SelfScaledBroyden.Update.BFGS).init(f, start);
        }
    },
    SSBFGS {
        @Override
        State init(LeastSquares f, double[] start) {
            return broyden(SelfScaledBroyden.Update.SSBFGS).init(f, start);
        }
    },
    SSBROYDEN2 {
        @Override
        State init(LeastSquares f, double[] start) {
            return broyden(SelfScaledBroyden.Update.SSBROYDEN2).init(f, start);
        }
    },
    ADAM {
        @Override
        State init(LeastSquares f, double[] start) {
            return Adam.standard().withLearningRate(0.03).withDecay(0.9, 100).init(f, start);
        }
    };

    abstract State init(LeastSquares f, double[] start);

    static SelfScaledBroyden broyden(SelfScaledBroyden.Update update) {
        return SelfScaledBroyden.with(Plain.ALGEBRA).update(update);
    }

    static Stream<Methods> quasiNewton() {
        return Stream.of(LBFGS, BFGS, SSBFGS, SSBROYDEN2);
    }
}
