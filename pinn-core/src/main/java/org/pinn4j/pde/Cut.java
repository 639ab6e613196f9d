package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A part cut out of another, as exactly as its pieces allow: between two values of an axis a box stays a box, a curve is cut at
 * the roots of the expression, and of anything else points are drawn and thrown away.
 */
final class Cut {
    private static final int STEPS = 512;
    private static final int BISECTIONS = 60;

    private Cut() {}

    /** All cuts of a region. @param whole the part of {@code region.whole()} */
    static Part all(Region region, List<Axis> axes, Part whole) {
        Part result = whole;
        for (Region cut : region.cuts()) {
            result = one(cut, axes, result);
        }
        return result;
    }

    /** The last cut of a region. @param of the part that it is cut out of */
    static Part one(Region cut, List<Axis> axes, Part of) {
        Leaves.of(cut.lastCut().toArray(Expr[]::new)).axes().stream()
                .filter(a -> !axes.contains(a))
                .findFirst()
                .ifPresent(a -> {
                    throw new IllegalArgumentException("%s: no axis %s among %s".formatted(cut, a, Names.tuple(axes)));
                });
        if (cut instanceof Region.Between b && of.kept().isEmpty()) {
            int axis = axes.indexOf(b.axis());
            Optional<List<Part.Piece>> pieces = between(of.pieces(), axis, b);
            Optional<List<Part.Piece>> charts = between(of.charts(), axis, b);
            if (pieces.isPresent()) {
                return Part.of(cut, axes, pieces.get()).withCharts(charts.orElse(List.of()));
            }
        }
        Predicate<double[]> test = test(cut, axes);
        boolean curves = of.kept().isEmpty() && of.pieces().stream().allMatch(p -> p.dimension() == 1);
        return curves
                ? Part.of(
                        cut,
                        axes,
                        of.pieces().stream()
                                .flatMap(p -> arcs(p, axes.size(), test).stream())
                                .toList())
                : of.keeping(test);
    }

    private static Predicate<double[]> test(Region cut, List<Axis> axes) {
        List<Expr> positive = cut.lastCut();
        return x -> positive.stream().allMatch(e -> Evaluation.evaluate(e, axes, x) > 0);
    }

    private static Optional<List<Part.Piece>> between(List<Part.Piece> pieces, int axis, Region.Between b) {
        List<Optional<List<Part.Piece>>> cut =
                pieces.stream().map(p -> p.between(axis, b.from(), b.to())).toList();
        return cut.stream().allMatch(Optional::isPresent)
                ? Optional.of(cut.stream().flatMap(c -> c.get().stream()).toList())
                : Optional.empty();
    }

    /** The stretches of a curve that pass the test, their ends found by bisection. */
    private static List<Part.Piece> arcs(Part.Piece curve, int axes, Predicate<double[]> test) {
        List<Part.Piece> result = new ArrayList<>();
        double from = 0;
        boolean inside = passes(curve, axes, test, 0.5 / STEPS);
        for (int k = 1; k < STEPS; k++) {
            double right = (k + 0.5) / STEPS;
            if (passes(curve, axes, test, right) != inside) {
                double end = end(curve, axes, test, right - 1.0 / STEPS, right);
                if (inside) {
                    result.add(new Arc(curve, from, end));
                }
                from = end;
                inside = !inside;
            }
        }
        if (inside) {
            result.add(from == 0 ? curve : new Arc(curve, from, 1));
        }
        return result;
    }

    private static double end(Part.Piece curve, int axes, Predicate<double[]> test, double left, double right) {
        boolean before = passes(curve, axes, test, left);
        double a = left;
        double b = right;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = a + (b - a) / 2;
            if (passes(curve, axes, test, middle) == before) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return b;
    }

    private static boolean passes(Part.Piece curve, int axes, Predicate<double[]> test, double t) {
        double[] x = new double[axes];
        curve.map(new double[] {t}, x);
        return test.test(x);
    }

    /** A stretch of a curve, from one value of its unit coordinate to another. */
    private record Arc(Part.Piece curve, double from, double to) implements Part.Piece {
        private double[] at(double[] unit) {
            return new double[] {from + (to - from) * unit[0]};
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double measure() {
            return curve.measure() * (to - from);
        }

        @Override
        public void map(double[] unit, double[] x) {
            curve.map(at(unit), x);
        }

        @Override
        public double chart(double[] unit, double[] x) {
            return curve.chart(at(unit), x) * (to - from);
        }

        @Override
        public boolean hasNormal() {
            return curve.hasNormal();
        }

        @Override
        public void normal(double[] x, double[] normal) {
            curve.normal(x, normal);
        }

        @Override
        public void bring(double[] x) {
            curve.bring(x);
        }
    }
}
