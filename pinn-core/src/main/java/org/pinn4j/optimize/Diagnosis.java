package org.pinn4j.optimize;

/** Why an objective is not finite, in words. */
final class Diagnosis {
    private Diagnosis() {}

    /** What the objective knows; where its values are fine, only a derivative can be at fault. */
    static String of(Objective objective) {
        String cause = objective.diagnosis();
        return cause.isEmpty() ? "the value or one of its derivatives is not finite" : cause;
    }
}
