package org.pinn4j.train;

import java.util.Locale;
import java.util.Optional;
import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.SelfScaledBroyden;

/** The text form of the optimisers of this library, with every setting. */
final class OptimizerText {
    private OptimizerText() {}

    /** Empty for a method of somebody else's. */
    static Optional<String> write(Optimizer method) {
        if (method instanceof LevenbergMarquardt m) {
            return Optional.of(levenbergMarquardt(m.settings()));
        } else if (method instanceof SelfScaledBroyden m) {
            return Optional.of(
                    Terms.write("ssbroyden", "update", m.update().name().toLowerCase(Locale.ROOT)));
        } else if (method instanceof Lbfgs m) {
            return Optional.of(Terms.write("lbfgs", "memory", m.memory()));
        }
        return method instanceof Adam m ? Optional.of(adam(m)) : Optional.empty();
    }

    private static String levenbergMarquardt(LevenbergMarquardt.Settings s) {
        return Terms.write(
                "levenberg-marquardt",
                "lambda",
                s.lambda(),
                "lambdaMax",
                s.lambdaMax(),
                "scaleDecay",
                s.scaleDecay(),
                "scaleFloor",
                s.scaleFloor(),
                "geodesic",
                s.geodesic(),
                "tries",
                s.tries());
    }

    private static String adam(Adam a) {
        return Terms.write(
                "adam",
                "learningRate",
                a.learningRate(),
                "decay",
                a.decay(),
                "decaySteps",
                a.decaySteps(),
                "beta1",
                a.beta1(),
                "beta2",
                a.beta2(),
                "epsilon",
                a.epsilon());
    }

    static Optimizer parse(String text) {
        Terms t = Terms.parse(text);
        Optimizer method = switch (t.name()) {
            case "levenberg-marquardt" ->
                new LevenbergMarquardt(new LevenbergMarquardt.Settings(
                        t.number("lambda"),
                        t.number("lambdaMax"),
                        t.number("scaleDecay"),
                        t.number("scaleFloor"),
                        t.flag("geodesic"),
                        t.whole("tries")));
            case "ssbroyden" -> new SelfScaledBroyden(Terms.constant(SelfScaledBroyden.Update.class, t.text("update")));
            case "lbfgs" -> new Lbfgs(t.whole("memory"));
            case "adam" ->
                new Adam(
                        t.number("learningRate"),
                        t.number("decay"),
                        t.whole("decaySteps"),
                        t.number("beta1"),
                        t.number("beta2"),
                        t.number("epsilon"));
            default -> throw t.unknown("levenberg-marquardt, ssbroyden, lbfgs, adam");
        };
        t.requireAllRead();
        return method;
    }
}
