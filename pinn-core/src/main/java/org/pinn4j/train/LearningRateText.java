package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.optimize.LearningRate;
import org.pinn4j.optimize.Schedule;

/**
 * The text form of learning rates: {@code learningRate=0.005;decay=0.98;decaySteps=1000} for a geometric decay, and for the others
 * {@code learningRate=0.01;schedule=...} with the settings of the schedule and the steps of it that are over.
 */
final class LearningRateText {
    private LearningRateText() {}

    /** Keys and values in turns. */
    static List<Object> write(LearningRate rate) {
        List<Object> settings = new ArrayList<>(List.of("learningRate", rate.first()));
        settings.addAll(schedule(rate.schedule()));
        if (rate.done() > 0) {
            settings.addAll(List.of("done", rate.done()));
        }
        return settings;
    }

    private static List<Object> schedule(Schedule schedule) {
        if (schedule instanceof Schedule.Exponential s) {
            return List.of("decay", s.left(), "decaySteps", s.steps());
        } else if (schedule instanceof Schedule.Staircase s) {
            return List.of("schedule", "staircase", "left", s.left(), "every", s.every());
        } else if (schedule instanceof Schedule.InverseTime s) {
            return List.of("schedule", "inverse-time", "scale", s.scale(), "power", s.power());
        } else if (schedule instanceof Schedule.Polynomial s) {
            return List.of("schedule", "polynomial", "steps", s.steps(), "power", s.power(), "least", s.least());
        } else if (schedule instanceof Schedule.Cosine s) {
            return List.of("schedule", "cosine", "warmUp", s.warmUp(), "steps", s.steps(), "least", s.least());
        }
        return List.of("schedule", "constant");
    }

    static LearningRate read(Terms t) {
        Schedule schedule =
                t.has("schedule") ? named(t) : new Schedule.Exponential(t.number("decay"), t.whole("decaySteps"));
        return new LearningRate(t.number("learningRate"), schedule, t.has("done") ? t.count("done") : 0);
    }

    private static Schedule named(Terms t) {
        return switch (t.text("schedule")) {
            case "constant" -> new Schedule.Constant();
            case "staircase" -> new Schedule.Staircase(t.number("left"), t.whole("every"));
            case "inverse-time" -> new Schedule.InverseTime(t.number("scale"), t.number("power"));
            case "polynomial" -> new Schedule.Polynomial(t.whole("steps"), t.number("power"), t.number("least"));
            case "cosine" -> new Schedule.Cosine(t.whole("warmUp"), t.whole("steps"), t.number("least"));
            default ->
                throw new IllegalArgumentException(
                        "schedule '%s': known are constant, staircase, inverse-time, polynomial, cosine"
                                .formatted(t.text("schedule")));
        };
    }
}
