package org.pinn4j.validation.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;

/**
 * A solution as a background: exact derivatives of the network at the nodes. All derivatives that the statement uses are
 * evaluated together, and those of the last few point sets are kept: the stages of an implicit step ask for the same times again
 * and again. Of a solution in pieces see {@link PiecesBackground}. Belongs to one thread.
 */
final class SolutionBackground implements PricedBackground {
    /** Point sets that are kept; an implicit step has up to nine times, each with the interior and a few faces. */
    private static final int KEPT = 64;

    private record Leaf(String field, List<Integer> orders) {}

    /** A point this near to a fold, relative to its axis, lies on it; its two sides are twice that away. */
    private static final double BESIDE = 1e-9;

    private final List<Axis> axes;
    private final List<Fold> folds;
    private final Map<Leaf, Integer> places = new HashMap<>();
    private final Evaluator evaluator;
    private final Evaluator.Scratch scratch;
    private final Meter meter;
    private final double pointCost;
    private final Map<Points, double[]> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Points, double[]> eldest) {
            return size() > KEPT;
        }
    };

    /** Coordinates by value. */
    private record Points(double[] x, int hash) {
        static Points of(double[] x) {
            return new Points(x, Arrays.hashCode(x));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Points p && hash == p.hash && Arrays.equals(x, p.x);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** @param meter of the operations of evaluations */
    SolutionBackground(Solution solution, Meter meter) {
        this.meter = meter;
        this.axes = solution.problem().axes();
        this.folds = solution.ansatz().folds();
        Set<Derivative> leaves = leaves(solution.problem());
        leaves.forEach(d -> places.put(new Leaf(d.field().name(), d.orders()), places.size()));
        this.evaluator = solution.evaluator(
                leaves.stream().map(SolutionBackground::expression).toArray(Expr[]::new));
        this.scratch = evaluator.scratch();
        this.pointCost = pointCost(solution);
    }

    /** The operations of one point, on the average of all. */
    static double pointCost(Solution solution) {
        return PointCost.of(solution, PointCost.channels(solution.problem().axes(), leaves(solution.problem())));
    }

    /** Every derivative in the statement, and those of boundary conditions along time too, which a second order in time needs. */
    private static Set<Derivative> leaves(Problem problem) {
        Set<Derivative> leaves = new LinkedHashSet<>();
        for (Condition c : problem.conditions()) {
            leaves.addAll(Leaves.of(c.equation().residual()).states());
        }
        if (problem.time().isPresent()) {
            for (Condition c : Reading.of(problem).boundary()) {
                leaves.addAll(Leaves.of(c.equation().residual().d(problem.time().get()))
                        .states());
            }
        }
        for (Field field : problem.fields()) {
            leaves.add(new Derivative(field, field.axes().stream().map(a -> 0).toList()));
        }
        return leaves;
    }

    private static Expr expression(Derivative d) {
        Expr e = d.field();
        for (int a = 0; a < d.orders().size(); a++) {
            for (int k = 0; k < d.orders().get(a); k++) {
                e = e.d(d.field().axes().get(a));
            }
        }
        return e;
    }

    @Override
    public double[] values(Field field, List<Integer> orders, double[] x, int n) {
        Integer place = places.get(new Leaf(field.name(), orders));
        if (place == null) {
            throw new IllegalArgumentException("%s of orders %s is not in the statement".formatted(field, orders));
        }
        double[] all = known.computeIfAbsent(Points.of(x), points -> evaluate(points.x, n));
        return Arrays.copyOfRange(all, place * n, (place + 1) * n);
    }

    @Override
    public double pointCost() {
        return pointCost;
    }

    private double[] evaluate(double[] x, int n) {
        double[] values = plain(x, n);
        int[] folded = IntStream.range(0, n).filter(i -> onFold(x, n, i)).toArray();
        if (folded.length > 0) {
            double[] means = means(x, n, folded);
            for (int k = 0; k < places.size(); k++) {
                for (int j = 0; j < folded.length; j++) {
                    values[k * n + folded[j]] = means[k * folded.length + j];
                }
            }
        }
        return values;
    }

    private double[] plain(double[] x, int n) {
        meter.spend(pointCost * n);
        double[] values = new double[places.size() * n];
        evaluator.evaluate(x, n, values, scratch);
        return values;
    }

    private boolean onFold(double[] x, int n, int i) {
        return folds.stream().anyMatch(f -> near(f, x[axes.indexOf(f.axis()) * n + i]));
    }

    private static boolean near(Fold fold, double x) {
        return Math.abs(x - fold.centre()) <= BESIDE * fold.axis().length();
    }

    /** Over the sides of all folds that a point lies on: second derivatives of a reflected odd function jump there. */
    private double[] means(double[] x, int n, int[] points) {
        int m = points.length;
        int sides = 1 << folds.size();
        double[] mean = new double[places.size() * m];
        for (int side = 0; side < sides; side++) {
            double[] beside = new double[axes.size() * m];
            for (int a = 0; a < axes.size(); a++) {
                for (int j = 0; j < m; j++) {
                    beside[a * m + j] = x[a * n + points[j]];
                }
            }
            for (int f = 0; f < folds.size(); f++) {
                Fold fold = folds.get(f);
                double shift =
                        ((side >> f & 1) == 0 ? 2 : -2) * BESIDE * fold.axis().length();
                int row = axes.indexOf(fold.axis()) * m;
                for (int j = row; j < row + m; j++) {
                    beside[j] = near(fold, beside[j]) ? fold.centre() + shift : beside[j];
                }
            }
            double[] values = plain(beside, m);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += values[k] / sides;
            }
        }
        return mean;
    }
}
