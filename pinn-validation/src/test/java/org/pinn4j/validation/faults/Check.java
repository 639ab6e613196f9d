package org.pinn4j.validation.faults;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.pinn4j.validation.evolution.IntegrationException;
import org.pinn4j.validation.order.Order;

/**
 * A figure that theory fixes, as a function of the part it depends on.
 * @param name what is measured
 * @param figure the kind of figure: order, ratio
 * @param low the least that theory allows
 * @param high the most
 * @param sound the part as it is
 */
public record Check<P>(String name, String figure, double low, double high, P sound, ToDoubleFunction<P> measure) {
    private static final double TOLERANCE = 0.1;

    /** A slope within 0.1 of theory. */
    public static <P> Check<P> order(String name, double theory, P sound, ToDoubleFunction<P> measure) {
        return new Check<>(name, "order", theory - TOLERANCE, theory + TOLERANCE, sound, measure);
    }

    /** The figure of a part, 0 if nothing comes out: no solution, no convergence. */
    public double of(P part) {
        try {
            double figure = measure.applyAsDouble(part);
            return Double.isFinite(figure) ? Math.max(0, figure) : 0;
        } catch (IntegrationException | IllegalStateException none) {
            return 0;
        }
    }

    boolean holds(double figure) {
        return low <= figure && figure <= high;
    }

    String wanted() {
        if (high == Double.POSITIVE_INFINITY) {
            return "%s above %s".formatted(figure, number(low));
        }
        return Math.abs(high - low - 2 * TOLERANCE) < 1e-9
                ? "order %s".formatted(number((low + high) / 2))
                : "%s from %s to %s".formatted(figure, number(low), number(high));
    }

    private static String number(double x) {
        String text = String.format(Locale.ROOT, "%.2f", x);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /**
     * A fault in a part that this check has to catch.
     * @param shows the figure with the fault, to the nearest whole number
     */
    public Fault fault(String where, String name, int shows, P faulty) {
        return new Fault(where, name, this, () -> of(faulty), shows);
    }

    /** The slope of all errors if none is rounding, otherwise of the last two: a fault may leave the coarse ones alone. */
    public static double slope(double[] h, double[] error) {
        int n = h.length;
        try {
            Order order = Order.fit(h, error);
            if (order.pointsUsed() == n) {
                return order.slope();
            }
        } catch (IllegalArgumentException notFalling) {
            return 0;
        }
        return Math.log(error[n - 2] / error[n - 1]) / Math.log(h[n - 2] / h[n - 1]);
    }
}
