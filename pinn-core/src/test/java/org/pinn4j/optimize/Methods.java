package org.pinn4j.optimize;

import java.util.stream.Stream;

/** Every method of the package under one type, for the laws that hold for all of them. */
enum Methods {
    LEVENBERG_MARQUARDT {
        @Override
        State init(LeastSquares f, double[] start) {
            return LevenbergMarquardt.standard().init(f, start, Plain.ALGEBRA);
        }
    },
    LBFGS {
        @Override
        State init(LeastSquares f, double[] start) {
            return new Lbfgs(7).init(f, start, Plain.ALGEBRA);
        }
    },
    BFGS {
        @Override
        State init(LeastSquares f, double[] start) {
            return broyden(SelfScaledBroyden.Update.BFGS).init(f, start, Plain.ALGEBRA);
        }
    },
    SSBFGS {
        @Override
        State init(LeastSquares f, double[] start) {
            return broyden(SelfScaledBroyden.Update.SSBFGS).init(f, start, Plain.ALGEBRA);
        }
    },
    SSBROYDEN2 {
        @Override
        State init(LeastSquares f, double[] start) {
            return broyden(SelfScaledBroyden.Update.SSBROYDEN2).init(f, start, Plain.ALGEBRA);
        }
    },
    ADAM {
        @Override
        State init(LeastSquares f, double[] start) {
            return Adam.standard().withLearningRate(0.03).withDecay(0.9, 100).init(f, start, Plain.ALGEBRA);
        }
    };

    abstract State init(LeastSquares f, double[] start);

    static SelfScaledBroyden broyden(SelfScaledBroyden.Update update) {
        return new SelfScaledBroyden(update);
    }

    static Stream<Methods> quasiNewton() {
        return Stream.of(LBFGS, BFGS, SSBFGS, SSBROYDEN2);
    }
}
