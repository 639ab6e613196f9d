package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Equations linearised about a state: Σ c ∂^α field, where c = ∂(residual)/∂(∂^α field) is an expression of the coordinates and
 * of the state. A derivative is made a coordinate of its own, so that c is exact.
 */
final class LinearTerms {
    /** c ∂^α field in one equation, α by the problem's axes. */
    record Term(int equation, int field, List<Integer> orders, Expr coefficient) {
        /** The axes along which its order is not zero. */
        int[] along() {
            return Orders.of(orders).along();
        }
    }

    private List<Axis> coordinates;
    private final int axes;
    private final List<Derivative> states = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final Set<Axis> varying = new HashSet<>(); // in some coefficient

    LinearTerms(List<Axis> axes, List<Condition> equations, List<Field> fields) {
        this.axes = axes.size();
        this.coordinates = new ArrayList<>(axes);
        Map<Derivative, Axis> unknowns = new HashMap<>();
        for (int i = 0; i < equations.size(); i++) {
            Expr residual = equations.get(i).equation().residual();
            Expr flat = residual.substitute(e -> e instanceof Field || e instanceof Derivative
                    ? unknowns.computeIfAbsent(Derivative.of(e), this::coordinate)
                    : null);
            Map<Axis, List<Expr>> holding = holding(flat);
            for (Derivative d : Leaves.of(residual).states()) {
                int field = fields.indexOf(d.field());
                if (field >= 0) {
                    terms.add(new Term(i, field, d.ordersBy(axes), slope(holding, unknowns.get(d))));
                }
            }
        }
        this.coordinates = AxisList.of(coordinates);
        terms.forEach(t -> varying.addAll(Leaves.of(t.coefficient).axes()));
    }

    /** The terms of a sum by the coordinates that stand in them: of d unknowns each stands in few. */
    private static Map<Axis, List<Expr>> holding(Expr flat) {
        Map<Axis, List<Expr>> holding = new HashMap<>();
        for (Expr term : flat instanceof Sum s ? s.terms() : List.of(flat)) {
            Leaves.of(term)
                    .axes()
                    .forEach(a ->
                            holding.computeIfAbsent(a, k -> new ArrayList<>()).add(term));
        }
        return holding;
    }

    private static Expr slope(Map<Axis, List<Expr>> holding, Axis unknown) {
        return Expr.sum(holding.getOrDefault(unknown, List.of()).stream()
                .map(term -> Composite.d(term, unknown))
                .toList());
    }

    /** No axis of a problem is this short, so that none is equal to it. */
    private Axis coordinate(Derivative unknown) {
        Axis axis = Axis.of("state" + coordinates.size(), 0, Double.MIN_VALUE);
        coordinates.add(axis);
        states.add(unknown);
        return axis;
    }

    List<Term> terms() {
        return terms;
    }

    /** The fields and derivatives that coefficients may hang on. */
    List<Derivative> states() {
        return states;
    }

    /** Whether some coefficient is not the same in every state. */
    boolean nonlinear() {
        return coordinates.subList(axes, coordinates.size()).stream().anyMatch(varying::contains);
    }

    /** Whether some coefficient varies along axes. */
    boolean varies(List<Axis> along) {
        return along.stream().anyMatch(varying::contains);
    }

    /**
     * The coefficients of all terms at a point; NaN for all where code fails.
     * @param values of {@link #states}
     */
    double[] at(double[] point, double[] values) {
        double[] all = java.util.Arrays.copyOf(point, coordinates.size());
        System.arraycopy(values, 0, all, axes, values.length);
        Evaluation there = Evaluation.at(coordinates, all);
        try {
            return terms.stream()
                    .mapToDouble(t -> there.evaluate(t.coefficient))
                    .toArray();
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return terms.stream().mapToDouble(t -> Double.NaN).toArray();
        }
    }
}
