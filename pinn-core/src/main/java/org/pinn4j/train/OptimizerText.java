package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pinn4j.optimize.Averaged;
import org.pinn4j.optimize.GradientMethod;
import org.pinn4j.optimize.Lbfgs;
import org.pinn4j.optimize.LevenbergMarquardt;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.SelfScaledBroyden;
import org.pinn4j.optimize.Spring;

/** The text form of the optimisers of this library, with every setting. */
final class OptimizerText {
    static final String OTHERS = "levenberg-marquardt, ssbroyden, lbfgs, spring"; // than gradient methods

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
        } else if (method instanceof Spring m) {
            List<Object> settings = new ArrayList<>(LearningRateText.write(m.rate()));
            settings.addAll(List.of("damping", m.damping(), "momentum", m.momentum()));
            return Optional.of(Terms.write("spring", settings.toArray()));
        } else if (method instanceof Averaged m) {
            return Optional.of(GradientMethodText.write(m));
        }
        return method instanceof GradientMethod m ? Optional.of(GradientMethodText.write(m)) : Optional.empty();
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

    /** A method with its standard settings. @throws IllegalArgumentException naming the known ones */
    static Optimizer standard(String name) {
        return switch (name) {
            case "levenberg-marquardt" -> LevenbergMarquardt.standard();
            case "ssbroyden" -> SelfScaledBroyden.standard();
            case "lbfgs" -> Lbfgs.standard();
            case "spring" -> Spring.standard();
            default -> GradientMethodText.standard(name, OTHERS);
        };
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
            case "spring" -> new Spring(LearningRateText.read(t), t.number("damping"), t.number("momentum"));
            default -> GradientMethodText.read(t, OTHERS);
        };
        t.requireAllRead();
        return method;
    }
}
