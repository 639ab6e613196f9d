package org.pinn4j.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.ExprVisitor;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Function;
import org.pinn4j.pde.IndexSum;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.pde.SampledFunction;
import org.pinn4j.plan.SecondDerivativeTerm.Key;

/**
 * Where the pure second derivatives of each field stand, as one vector of numeric coefficients by axis for each place. Two axes
 * can share a leaf if and only if their coefficients are proportional over all places; one that stands alone somewhere is
 * proportional to no other.
 */
final class SecondDerivatives implements ExprVisitor<Void> {
    private static final double ROUND_OFF = 0x1p-50;

    /** Axes of a field that always come together; weights by axis, 0 for the others, the largest 1. */
    record Group(Field field, double[] weights) {
        private static final int MOST_SAID = 6;

        boolean holds(Derivative d) {
            int axis = SecondDerivativeTerm.axis(d.orders());
            return axis >= 0 && d.field().equals(field) && weights[axis] != 0;
        }

        /** The weights by the axes of a problem. */
        double[] weightsBy(List<Axis> axes) {
            return axes.stream()
                    .mapToInt(field.axes()::indexOf)
                    .mapToDouble(k -> k < 0 ? 0 : weights[k])
                    .toArray();
        }

        /** Printed as the sum it stands for. */
        @Override
        public String toString() {
            int[] members = IntStream.range(0, weights.length)
                    .filter(k -> weights[k] != 0)
                    .toArray();
            if (members.length > MOST_SAID) {
                return "%s + ... + %s".formatted(term(members[0]), term(members[members.length - 1]));
            }
            Expr sum = Expr.constant(0);
            for (int k : members) {
                Axis axis = field.axes().get(k);
                sum = sum.plus(field.d(axis, axis).times(weights[k]));
            }
            return sum.toString();
        }

        private Expr term(int k) {
            Axis axis = field.axes().get(k);
            return field.d(axis, axis).times(weights[k]);
        }
    }

    private final Map<Field, List<double[]>> places = new LinkedHashMap<>();
    private final Map<Field, Set<Integer>> alone = new HashMap<>(); // axes that stand by themselves somewhere
    private int order;

    private SecondDerivatives() {}

    static SecondDerivatives of(List<Expr> expressions) {
        SecondDerivatives found = new SecondDerivatives();
        expressions.forEach(e -> e.accept(found));
        return found;
    }

    /** What can be collapsed; nothing beside derivatives of order three or more. */
    List<Group> groups() {
        List<Group> result = new ArrayList<>();
        if (order <= 2) {
            places.forEach((field, rows) -> result.addAll(groups(field, rows, alone(field))));
        }
        return result;
    }

    private Set<Integer> alone(Field field) {
        return alone.computeIfAbsent(field, f -> new HashSet<>());
    }

    private static List<Group> groups(Field field, List<double[]> rows, Set<Integer> alone) {
        int axes = field.axes().size();
        boolean[] done = new boolean[axes];
        List<Group> result = new ArrayList<>();
        for (int first = 0; first < axes; first++) {
            int lead = first;
            int[] members = IntStream.range(first, axes)
                    .filter(k -> !done[k] && !alone.contains(k) && !alone.contains(lead) && proportional(rows, lead, k))
                    .toArray();
            for (int k : members) {
                done[k] = true;
            }
            if (members.length > 1) {
                result.add(new Group(field, weights(rows, members, axes)));
            }
        }
        return result;
    }

    /** Whether both columns vanish in the same places, but not everywhere, and have the same ratio in all others. */
    private static boolean proportional(List<double[]> rows, int a, int b) {
        double[] model = rows.stream().filter(r -> r[a] != 0).findFirst().orElse(null);
        return model != null
                && model[b] != 0
                && rows.stream().allMatch(r -> {
                    double left = r[a] * model[b];
                    double right = r[b] * model[a];
                    return (r[a] == 0) == (r[b] == 0) && Math.abs(left - right) <= ROUND_OFF * Math.abs(left);
                });
    }

    private static double[] weights(List<double[]> rows, int[] members, int axes) {
        double[] row = rows.stream().filter(r -> r[members[0]] != 0).findFirst().orElseThrow();
        double largest = 0;
        for (int k : members) {
            largest = Math.abs(row[k]) > Math.abs(largest) ? row[k] : largest;
        }
        double[] weights = new double[axes];
        for (int k : members) {
            weights[k] = row[k] / largest;
        }
        return weights;
    }

    @Override
    public Void sum(List<Expr> terms) {
        Map<Key, double[]> together = new LinkedHashMap<>();
        for (Expr term : terms) {
            SecondDerivativeTerm.of(term).ifPresentOrElse(t -> t.addTo(together), () -> term.accept(this));
        }
        together.forEach((key, row) -> {
            place(key.field(), row);
            key.others().accept(this);
        });
        return null;
    }

    private void place(Field field, double[] row) {
        int[] axes = IntStream.range(0, row.length).filter(k -> row[k] != 0).toArray();
        if (axes.length == 1) {
            alone(field).add(axes[0]);
        } else {
            places.computeIfAbsent(field, f -> new ArrayList<>()).add(row);
        }
    }

    /** Of other terms than second derivatives of one kind, the terms. */
    @Override
    public Void indexSum(IndexSum terms) {
        return sum(SecondDerivativeTerm.of(terms).isPresent() ? List.of(terms) : terms.terms());
    }

    /** Outside a sum, a product is a sum of one term. */
    @Override
    public Void product(List<Expr> factors) {
        boolean single = SecondDerivativeTerm.ofProduct(factors).isPresent();
        return single ? sum(List.of(Expr.product(factors))) : all(factors);
    }

    @Override
    public Void state(Field field, List<Integer> orders) {
        order = Math.max(order, orders.stream().mapToInt(o -> o).sum());
        int axis = SecondDerivativeTerm.axis(orders);
        if (axis >= 0) {
            alone(field).add(axis);
        }
        return null;
    }

    private Void all(List<Expr> parts) {
        parts.forEach(e -> e.accept(this));
        return null;
    }

    @Override
    public Void power(Expr base, double exponent) {
        return base.accept(this);
    }

    @Override
    public Void call(Function function, Expr argument) {
        return argument.accept(this);
    }

    @Override
    public Void trace(Expr inner, Region region) {
        return inner.accept(this);
    }

    @Override
    public Void coordinateFunction(CoordinateFunction function) {
        return all(function.arguments());
    }

    @Override
    public Void sampledFunction(SampledFunction function) {
        return all(function.arguments());
    }

    @Override
    public Void constant(double value) {
        return null;
    }

    @Override
    public Void axis(Axis axis) {
        return null;
    }

    @Override
    public Void parameter(Parameter parameter) {
        return null;
    }

    @Override
    public Void normal(Axis axis) {
        return null;
    }

    @Override
    public Void measurement() {
        return null;
    }
}
