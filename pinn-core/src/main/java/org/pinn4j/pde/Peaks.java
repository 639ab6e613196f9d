package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Where a function of the coordinates may be concentrated on a line: at zeros and extremes of the arguments of its parts, which
 * are wide where the function itself is narrow, however narrow; at the highest of its samples; at the ends.
 */
final class Peaks {
    private static final int SAMPLES = 512;
    private static final int DIVISIONS = 52;
    /** On one line. */
    private static final int MOST = 48;

    private static final double GOLDEN = 0.381966011250105;

    private final Axis along;
    private final Set<Double> places = new TreeSet<>();

    private Peaks(Axis along) {
        this.along = along;
    }

    /** @param values of an expression at n points of the line */
    static List<Double> of(
            Collection<Expr> arguments, Axis along, java.util.function.BiFunction<Expr, double[], double[]> values) {
        Peaks peaks = new Peaks(along);
        for (Expr e : arguments) {
            peaks.turning(x -> values.apply(e, x));
        }
        peaks.places.add(along.min());
        peaks.places.add(along.max());
        return peaks.places.stream().limit(MOST).toList();
    }

    /** Zeros and extremes. */
    private void turning(UnaryOperator<double[]> f) {
        double[] x = IntStream.rangeClosed(0, SAMPLES)
                .mapToDouble(i -> along.min() + along.length() * i / SAMPLES)
                .toArray();
        double[] v = f.apply(x);
        for (int i = 0; i < SAMPLES && places.size() < MOST; i++) {
            if (v[i] * v[i + 1] <= 0 && v[i] != v[i + 1]) {
                places.add(zero(f, x[i], x[i + 1], v[i]));
            }
            if (i > 0 && (v[i] - v[i - 1]) * (v[i + 1] - v[i]) < 0) {
                places.add(highest(f, x[i - 1], x[i + 1], v[i] > v[i - 1] ? 1 : -1));
            }
        }
    }

    private static double zero(UnaryOperator<double[]> f, double from, double to, double first) {
        double a = from;
        double b = to;
        for (int k = 0; k < DIVISIONS; k++) {
            double m = (a + b) / 2;
            if (f.apply(new double[] {m})[0] * Math.signum(first) > 0) {
                a = m;
            } else {
                b = m;
            }
        }
        return b;
    }

    /** By golden sections: to the root of the rounding, where a parabola is flat. */
    static double highest(UnaryOperator<double[]> f, double from, double to, double sign) {
        double a = from;
        double b = to;
        for (int k = 0; k < DIVISIONS; k++) {
            double left = a + GOLDEN * (b - a);
            double right = b - GOLDEN * (b - a);
            double[] v = f.apply(new double[] {left, right});
            if (sign * v[0] >= sign * v[1]) {
                b = right;
            } else {
                a = left;
            }
        }
        return (a + b) / 2;
    }

    /** The arguments inside an expression that can make it narrow. */
    static Set<Expr> arguments(Expr e) {
        Set<Expr> found = new LinkedHashSet<>();
        collect(e, found);
        return found;
    }

    private static void collect(Expr e, Set<Expr> into) {
        List<Expr> parts = new ArrayList<>();
        if (e instanceof Sum sum) {
            parts.addAll(sum.terms());
        } else if (e instanceof Product product) {
            parts.addAll(product.factors());
        } else if (e instanceof Power power) {
            parts.add(power.base());
            into.add(power.base());
        } else if (e instanceof Call call) {
            parts.add(call.argument());
            into.add(call.argument());
        } else if (e instanceof CoordinateFunction f) {
            parts.addAll(f.arguments());
            into.addAll(f.arguments());
        } else if (e instanceof SampledFunction f) {
            parts.addAll(f.arguments());
            into.addAll(f.arguments());
        }
        parts.forEach(p -> collect(p, into));
    }
}
