package org.pinn4j.optimize;

import java.util.Objects;

/**
 * The learning rate of step k = 0, 1, ...: first·schedule(done + k). Immutable; equality is by value.
 * @param first where the schedule begins
 * @param done steps of the schedule that are over: not 0 where a run goes on from another one. A geometric decay forgets them:
 *     it begins at the rate that it has come to
 */
public record LearningRate(double first, Schedule schedule, long done) {
    private static final String WHAT = "learning rate";

    public LearningRate {
        SettingCheck.positive(WHAT, "learningRate", first);
        Objects.requireNonNull(schedule, "schedule");
        SettingCheck.atLeast(WHAT, "done", 0, done);
        if (schedule instanceof Schedule.Constant || schedule instanceof Schedule.Exponential) {
            first *= schedule.factor(done);
            done = 0;
        }
    }

    /** The same rate at every step. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, new Schedule.Constant(), 0);
    }

    /** A geometric decay: {@code left} of it after so many steps. */
    public static LearningRate exponential(double first, double left, int steps) {
        return new LearningRate(first, new Schedule.Exponential(left, steps), 0);
    }

    /** From the beginning of a schedule. */
    public static LearningRate of(double first, Schedule schedule) {
        return new LearningRate(first, schedule, 0);
    }

    /** The rate of step k = 0, 1, ... */
    public double at(long k) {
        SettingCheck.atLeast(WHAT, "k", 0, k);
        return first * schedule.factor(done + k);
    }

    /** Another first rate with the same schedule. */
    public LearningRate withFirst(double rate) {
        return new LearningRate(rate, schedule, done);
    }

    /** What is left of it after so many steps and {@code shrink} of each rate. */
    LearningRate after(long steps, double shrink) {
        LearningRate later = new LearningRate(first, schedule, done + steps);
        return later.withFirst(shrink * later.first);
    }
}
