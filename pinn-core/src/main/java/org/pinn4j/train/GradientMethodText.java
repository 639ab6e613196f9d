package org.pinn4j.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.optimize.Adadelta;
import org.pinn4j.optimize.Adagrad;
import org.pinn4j.optimize.Adam;
import org.pinn4j.optimize.AdamW;
import org.pinn4j.optimize.Adamax;
import org.pinn4j.optimize.AmsGrad;
import org.pinn4j.optimize.Averaged;
import org.pinn4j.optimize.Averaging;
import org.pinn4j.optimize.GradientMethod;
import org.pinn4j.optimize.Momentum;
import org.pinn4j.optimize.Nadam;
import org.pinn4j.optimize.Nesterov;
import org.pinn4j.optimize.Optimizer;
import org.pinn4j.optimize.RmsProp;
import org.pinn4j.optimize.Sgd;

/**
 * The text form of gradient methods: the learning rate, see {@link LearningRateText}, the method's own settings, and
 * {@code average=tail;after=100} or {@code average=exponential;memory=0.999} behind them where iterates are averaged.
 */
final class GradientMethodText {
    static final String KNOWN =
            "sgd, momentum, nesterov, adagrad, rmsprop, adadelta, adam, adamax, amsgrad, nadam, adamw";

    private GradientMethodText() {}

    static String write(Averaged a) {
        return a.averaging() instanceof Averaging.Tail t
                ? write(a.method(), "average", "tail", "after", t.after())
                : write(
                        a.method(),
                        "average",
                        "exponential",
                        "memory",
                        ((Averaging.Exponential) a.averaging()).memory());
    }

    /** @param behind keys and values in turns */
    static String write(GradientMethod method, Object... behind) {
        List<Object> settings = new ArrayList<>(LearningRateText.write(method.rate()));
        settings.addAll(own(method));
        settings.addAll(Arrays.asList(behind));
        return Terms.write(name(method), settings.toArray());
    }

    private static String name(GradientMethod method) {
        return method.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Object> own(GradientMethod method) {
        if (method instanceof Momentum m) {
            return List.of("mu", m.mu());
        } else if (method instanceof Nesterov m) {
            return List.of("mu", m.mu());
        } else if (method instanceof Adagrad m) {
            return List.of("epsilon", m.epsilon());
        } else if (method instanceof RmsProp m) {
            return List.of("beta", m.beta(), "epsilon", m.epsilon());
        } else if (method instanceof Adadelta m) {
            return List.of("rho", m.rho(), "epsilon", m.epsilon());
        } else if (method instanceof Adam m) {
            return List.of("beta1", m.beta1(), "beta2", m.beta2(), "epsilon", m.epsilon());
        } else if (method instanceof Adamax m) {
            return List.of("beta1", m.beta1(), "beta2", m.beta2());
        } else if (method instanceof AmsGrad m) {
            boolean corrected = m.biasCorrected();
            return List.of("beta1", m.beta1(), "beta2", m.beta2(), "epsilon", m.epsilon(), "biasCorrected", corrected);
        } else if (method instanceof Nadam m) {
            return List.of("beta1", m.beta1(), "beta2", m.beta2(), "epsilon", m.epsilon());
        } else if (method instanceof AdamW m) {
            return List.of("beta1", m.beta1(), "beta2", m.beta2(), "epsilon", m.epsilon(), "weightDecay", m.decay());
        }
        return List.of(); // SGD
    }

    /** @throws IllegalArgumentException if it is none of them */
    static Optimizer read(Terms t, String others) {
        GradientMethod method = method(t, others);
        if (!t.has("average")) {
            return method;
        }
        String average = t.text("average");
        return switch (average) {
            case "tail" -> Averaged.tail(method, t.whole("after"));
            case "exponential" -> Averaged.exponential(method, t.number("memory"));
            default ->
                throw new IllegalArgumentException("average '%s': known are tail, exponential".formatted(average));
        };
    }

    private static GradientMethod method(Terms t, String others) {
        return switch (t.name()) {
            case "sgd" -> new Sgd(LearningRateText.read(t));
            case "momentum" -> new Momentum(LearningRateText.read(t), t.number("mu"));
            case "nesterov" -> new Nesterov(LearningRateText.read(t), t.number("mu"));
            case "adagrad" -> new Adagrad(LearningRateText.read(t), t.number("epsilon"));
            case "rmsprop" -> new RmsProp(LearningRateText.read(t), t.number("beta"), t.number("epsilon"));
            case "adadelta" -> new Adadelta(LearningRateText.read(t), t.number("rho"), t.number("epsilon"));
            case "adam" ->
                new Adam(LearningRateText.read(t), t.number("beta1"), t.number("beta2"), t.number("epsilon"));
            case "adamax" -> new Adamax(LearningRateText.read(t), t.number("beta1"), t.number("beta2"));
            case "amsgrad" ->
                new AmsGrad(
                        LearningRateText.read(t),
                        t.number("beta1"),
                        t.number("beta2"),
                        t.number("epsilon"),
                        t.flag("biasCorrected"));
            case "nadam" ->
                new Nadam(LearningRateText.read(t), t.number("beta1"), t.number("beta2"), t.number("epsilon"));
            case "adamw" ->
                new AdamW(
                        LearningRateText.read(t),
                        t.number("beta1"),
                        t.number("beta2"),
                        t.number("epsilon"),
                        t.number("weightDecay"));
            default -> throw t.unknown(others + ", " + KNOWN);
        };
    }

    /** A method with its standard settings. @throws IllegalArgumentException naming the known ones */
    static GradientMethod standard(String name, String others) {
        return switch (name) {
            case "sgd" -> Sgd.standard();
            case "momentum" -> Momentum.standard();
            case "nesterov" -> Nesterov.standard();
            case "adagrad" -> Adagrad.standard();
            case "rmsprop" -> RmsProp.standard();
            case "adadelta" -> Adadelta.standard();
            case "adam" -> Adam.standard();
            case "adamax" -> Adamax.standard();
            case "amsgrad" -> AmsGrad.standard();
            case "nadam" -> Nadam.standard();
            case "adamw" -> AdamW.standard();
            default ->
                throw new IllegalArgumentException("optimiser '%s': known are %s, %s".formatted(name, others, KNOWN));
        };
    }
}
