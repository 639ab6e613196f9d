package org.pinn4j.train;

import java.util.Locale;
import java.util.Optional;
import org.pinn4j.optimize.ConstrainedFit;
import org.pinn4j.pde.Parameter;

/**
 * A coefficient with its range as a fit sees it. Long steps are those of its value, not of the optimiser's number w: near an end
 * of the range the value hardly varies with w, and a step that is right for the value would throw w to the other end. A step
 * beyond an end goes most of the way there, since w knows no end.
 * @param index its place among the coefficients
 */
record CoefficientRange(int index, Parameter parameter) implements ConstrainedFit.Coefficient {
    /** Standard errors over size: rounding alone gave 1e10 and more, the worst of readings 1e3. */
    private static final double OPEN = 1e6;
    /** Step of w at which the value changes by less than a factor of three, and what is left of the way to an end too. */
    private static final double SHORT = 1;
    /** Of the way to an end, after a step at least. */
    private static final double KEPT = 0.01;
    /** Of the way from the start to an end: at one for all that a note has to say. */
    private static final double NEAR = 1e-6;

    @Override
    public double moved(double w, double step) {
        return parameter.range() == Parameter.Range.FREE || Math.abs(step) <= SHORT ? w + step : byValue(w, step);
    }

    private double byValue(double w, double step) {
        double value = parameter.value(w);
        double target = target(w, step);
        double moved = parameter.range() == Parameter.Range.POSITIVE
                ? Math.max(target, KEPT * value)
                : Math.max(
                        parameter.min() + KEPT * (value - parameter.min()),
                        Math.min(parameter.max() - KEPT * (parameter.max() - value), target));
        boolean inside = parameter.min() < moved && moved < parameter.max(); // rounding may put it on an end
        return inside ? parameter.unbounded(moved) : w;
    }

    /** The value that a step leads to, within the range or not. */
    double target(double w, double step) {
        return parameter.value(w) + parameter.slope(w) * step;
    }

    @Override
    public double most(double w) {
        return OPEN * Math.max(Math.abs(parameter.value(w)), Math.abs(parameter.start())) / parameter.slope(w);
    }

    /** The end of the range that a value is on or beyond. */
    Optional<String> end(double value) {
        return end(value, 0);
    }

    /** The end that a value hardly differs from, beside its start. */
    Optional<String> endNear(double value) {
        return end(value, NEAR);
    }

    private Optional<String> end(double value, double near) {
        Parameter p = parameter;
        if (p.range() == Parameter.Range.FREE) {
            return Optional.empty();
        } else if (value - p.min() <= near * (p.start() - p.min())) {
            return Optional.of(end("lower", p.min()));
        }
        boolean upper = p.range() == Parameter.Range.BETWEEN && p.max() - value <= near * (p.max() - p.start());
        return upper ? Optional.of(end("upper", p.max())) : Optional.empty();
    }

    private static String end(String which, double at) {
        return String.format(Locale.ROOT, "the %s end of its range, %.4g", which, at);
    }

    /** What to do where an end is in the way. */
    String wider() {
        return parameter.range() == Parameter.Range.POSITIVE
                ? "take positive() away, or leave out what it multiplies"
                : String.format(Locale.ROOT, "widen between(%.4g, %.4g)", parameter.min(), parameter.max());
    }
}
