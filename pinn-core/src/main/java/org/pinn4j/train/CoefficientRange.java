package org.pinn4j.train;

import java.util.Locale;
import java.util.Optional;
import org.pinn4j.optimize.ConstrainedFit;
import org.pinn4j.pde.Parameter;

/**
 * A coefficient with its range as a fit sees it. Steps are those of its value, not of the optimiser's number w: near an end of
 * the range the value hardly varies with w, and a step that is right for the value would throw w to the other end.
 * @param index its place among the coefficients
 */
record CoefficientRange(int index, Parameter parameter) implements ConstrainedFit.Coefficient {
    private static final double OPEN =
            1e6; // standard errors over size: rounding alone gave 1e10 and more, the worst of readings 1e3
    private static final double ROOM = 1e-6; // of a range: nearer than this is its end
    private static final double SHRINK = 0.01; // of a positive value, in one step

    @Override
    public double moved(double w, double step) {
        return parameter.slope(w) > 0 ? within(w, step) : w;
    }

    private double within(double w, double step) {
        double target = target(w, step);
        return switch (parameter.range()) {
            case FREE -> w + step;
            case POSITIVE -> parameter.unbounded(Math.max(target, SHRINK * parameter.value(w)));
            case BETWEEN ->
                parameter.unbounded(Math.max(parameter.min() + room(), Math.min(parameter.max() - room(), target)));
        };
    }

    /** The value that a step leads to, of whatever range. */
    double target(double w, double step) {
        return parameter.value(w) + parameter.slope(w) * step;
    }

    private double room() {
        return ROOM * (parameter.max() - parameter.min());
    }

    @Override
    public double most(double w) {
        return OPEN * Math.max(Math.abs(parameter.value(w)), Math.abs(parameter.start())) / parameter.slope(w);
    }

    /** The end of the range that a value is at or beyond. */
    Optional<String> end(double value) {
        return switch (parameter.range()) {
            case FREE -> Optional.empty();
            case POSITIVE ->
                value <= ROOM * parameter.start() ? Optional.of("the lower end of its range, 0") : Optional.empty();
            case BETWEEN ->
                value <= parameter.min() + room()
                        ? Optional.of(end("lower", parameter.min()))
                        : value >= parameter.max() - room()
                                ? Optional.of(end("upper", parameter.max()))
                                : Optional.empty();
        };
    }

    /** What to do where an end is in the way. */
    String wider() {
        return parameter.range() == Parameter.Range.POSITIVE
                ? "take positive() away, or leave out what it multiplies"
                : String.format(Locale.ROOT, "widen between(%.4g, %.4g)", parameter.min(), parameter.max());
    }

    private static String end(String which, double at) {
        return String.format(Locale.ROOT, "the %s end of its range, %.4g", which, at);
    }
}
