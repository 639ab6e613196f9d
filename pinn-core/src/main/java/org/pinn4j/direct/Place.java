package org.pinn4j.direct;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pinn4j.ansatz.Features;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Otherwise;

/**
 * Where a solution may be steep along an axis: at an end, or inside, there at rest or on its way. As an input of networks it is
 * ξ = asinh((x − at − speed·(t − since))/width), mapped to [−1, 1] as it stands at {@code since}. Immutable.
 * @param width in which the solution changes, in units of the axis
 * @param path how it moves; null for a place at rest
 */
record Place(Axis axis, double at, double width, Path path) {
    private static final double ON_END = 1e-9; // of an axis
    private static final double NARROW = 0.12;

    /** @param speed in units of the axis a unit of time */
    record Path(Axis time, double since, double speed) {}

    static Place at(Axis axis, double at, double width) {
        return new Place(axis, at, width, null);
    }

    Place withWidth(double other) {
        return new Place(axis, at, other, path);
    }

    /** Part of its axis. */
    double share() {
        return width / axis.length();
    }

    /** Whether features that see the axis as it is have no hope there. */
    boolean isNarrow() {
        return share() <= NARROW;
    }

    /** Where it is at a time. */
    double at(double t) {
        return path == null ? at : at + path.speed * (t - path.since);
    }

    boolean isAtMin() {
        return path == null && at == axis.min();
    }

    boolean isAtMax() {
        return path == null && at == axis.max();
    }

    boolean isInside() {
        return !isAtMin() && !isAtMax();
    }

    /** What networks see of it. */
    Expr input() {
        return path == null
                ? Features.layer(axis, at, width, axis.min(), axis.max())
                : Features.layer(
                        axis.minus(path.time.minus(path.since).times(path.speed)), at, width, axis.min(), axis.max());
    }

    /** The axis that an input is a layer of: the only one, or the one of space. */
    static Axis axis(Expr input) {
        Set<Axis> axes = Leaves.of(input).axes();
        return axes.stream()
                .filter(a -> axes.size() == 1 || !a.isTime())
                .findFirst()
                .orElseThrow();
    }

    /** As an input shows it, by the argument of its asinh; empty if it has none that is linear. */
    static Optional<Place> read(Expr input) {
        Axis x = axis(input);
        List<Axis> axes = List.copyOf(Leaves.of(input).axes());
        Expr widths = input.accept(new Argument());
        if (widths == null
                || axes.size() > 2
                || axes.stream().anyMatch(a -> !Leaves.of(widths.d(a)).axes().isEmpty())) {
            return Optional.empty();
        }
        double[] origin =
                axes.stream().mapToDouble(a -> a.equals(x) ? 0 : a.min()).toArray();
        double slope = Evaluation.evaluate(widths.d(x), axes, origin);
        double at = onEnd(x, -Evaluation.evaluate(widths, axes, origin) / slope);
        if (axes.size() == 1) {
            return Optional.of(at(x, at, 1 / slope));
        }
        Axis t = axes.get(1 - axes.indexOf(x));
        double speed = -Evaluation.evaluate(widths.d(t), axes, origin) / slope;
        return Optional.of(new Place(x, at, 1 / slope, new Path(t, t.min(), speed)));
    }

    private static double onEnd(Axis x, double at) {
        double near = ON_END * x.length();
        return Math.abs(at - x.min()) < near ? x.min() : Math.abs(at - x.max()) < near ? x.max() : at;
    }

    /** Of the asinh in a sum or product; null if there is none. */
    private static final class Argument extends Otherwise<Expr> {
        @Override
        protected Expr otherwise() {
            return null;
        }

        private Expr first(List<Expr> parts) {
            return parts.stream()
                    .map(p -> p.accept(this))
                    .filter(p -> p != null)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Expr sum(List<Expr> terms) {
            return first(terms);
        }

        @Override
        public Expr product(List<Expr> factors) {
            return first(factors);
        }

        @Override
        public Expr call(Function function, Expr argument) {
            return function == Function.ASINH ? argument : null;
        }
    }

    @Override
    public String toString() {
        if (!isInside()) {
            return String.format(Locale.ROOT, "layer %.1e at %s %s", width, axis.name(), isAtMin() ? "start" : "end");
        }
        String rest = String.format(Locale.ROOT, "layer %.1e at %s = %.6g", width, axis.name(), at);
        return path == null || path.speed == 0 ? rest : String.format(Locale.ROOT, "%s, speed %.3g", rest, path.speed);
    }
}
