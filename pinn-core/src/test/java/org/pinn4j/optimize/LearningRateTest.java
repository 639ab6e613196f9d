package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearningRateTest {
    private static final double ROUND_OFF = 1e-15;

    private static void assertFactors(Schedule schedule, double... byStep) {
        for (int k = 0; k < byStep.length; k++) {
            assertEquals(byStep[k], schedule.factor(k), ROUND_OFF, schedule + " at " + k);
        }
    }

    @Test
    void theFactorsAreThoseOfTheFormulas() {
        assertFactors(new Schedule.Constant(), 1, 1, 1);
        assertFactors(new Schedule.Exponential(0.25, 2), 1, 0.5, 0.25, 0.125);
        assertFactors(new Schedule.Staircase(0.5, 3), 1, 1, 1, 0.5, 0.5, 0.5, 0.25);
        assertFactors(new Schedule.InverseTime(2, 1), 1, 2.0 / 3, 0.5, 0.4);
        assertFactors(new Schedule.InverseTime(1, 0.5), 1, Math.sqrt(0.5), Math.sqrt(1.0 / 3), 0.5);
        assertFactors(new Schedule.Polynomial(4, 1, 0.2), 1, 0.8, 0.6, 0.4, 0.2, 0.2, 0.2);
        assertFactors(new Schedule.Polynomial(2, 2, 0), 1, 0.25, 0, 0);
        assertFactors(new Schedule.Cosine(0, 4, 0), 1, 0.5 + Math.sqrt(0.125), 0.5, 0.5 - Math.sqrt(0.125), 0, 0);
        assertFactors(new Schedule.Cosine(4, 7, 0.2), 0.25, 0.5, 0.75, 1, 1, 0.8, 0.4, 0.2, 0.2);
    }

    static List<Schedule> schedules() {
        return List.of(
                new Schedule.Constant(),
                new Schedule.Exponential(0.9, 7),
                new Schedule.Staircase(0.5, 6),
                new Schedule.InverseTime(10, 0.7),
                new Schedule.Polynomial(30, 2, 0.01),
                new Schedule.Cosine(5, 30, 0.01));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void whoGoesOnAfterSomeStepsHasTheRatesThatWouldHaveFollowed(Schedule schedule) {
        LearningRate rate = LearningRate.of(0.3, schedule);
        LearningRate later = rate.after(8, 0.5).after(9, 1);
        for (int k = 0; k < 30; k++) {
            assertEquals(0.5 * rate.at(17 + k), later.at(k), 0.3 * 4 * Math.ulp(1.0), schedule + " at " + k);
        }
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        GradientMethodsTest.assertRefused(
                "learning rate: steps = 5, need at least 6", () -> new Schedule.Cosine(5, 5, 0));
        GradientMethodsTest.assertRefused(
                "learning rate: decay = 1.5, need (0, 1]", () -> LearningRate.exponential(1, 1.5, 10));
        GradientMethodsTest.assertRefused(
                "learning rate: least = -1.0, need [0, 1]", () -> new Schedule.Polynomial(1, 1, -1));
        GradientMethodsTest.assertRefused(
                "learning rate: done = -1, need at least 0", () -> new LearningRate(1, new Schedule.Constant(), -1));
        GradientMethodsTest.assertRefused(
                "learning rate: k = -1, need at least 0",
                () -> LearningRate.constant(1).at(-1));
    }
}
