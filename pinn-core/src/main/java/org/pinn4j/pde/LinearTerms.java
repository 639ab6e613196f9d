package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Equations linearised about a state: Σ c ∂^α field, where c = ∂(residual)/∂(∂^α field) is an expression of the coordinates and
 * of the state. A derivative is made a coordinate of its own, so that c is exact.
 */
final class LinearTerms {
    /** c ∂^α field in one equation, α by the problem's axes. */
    record Term(int equation, int field, int[] orders, Expr coefficient) {}

    private final List<Axis> coordinates;
    private final int axes;
    private final List<Derivative> states = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();

    LinearTerms(List<Axis> axes, List<Condition> equations, List<Field> fields) {
        this.axes = axes.size();
        this.coordinates = new ArrayList<>(axes);
        Map<Derivative, Axis> unknowns = new HashMap<>();
        for (int i = 0; i < equations.size(); i++) {
            Expr residual = equations.get(i).equation().residual();
            Expr flat = residual.substitute(e -> e instanceof Field || e instanceof Derivative
                    ? unknowns.computeIfAbsent(Derivative.of(e), this::coordinate)
                    : null);
            for (Derivative d : Leaves.of(residual).states()) {
                int field = fields.indexOf(d.field());
                if (field >= 0) {
                    terms.add(new Term(
                            i,
                            field,
                            d.ordersBy(axes).stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray(),
                            flat.d(unknowns.get(d))));
                }
            }
        }
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
        List<Axis> unknown = coordinates.subList(axes, coordinates.size());
        return terms.stream()
                .anyMatch(t -> Leaves.of(t.coefficient).axes().stream().anyMatch(unknown::contains));
    }

    /** Whether some coefficient varies along axes. */
    boolean varies(List<Axis> along) {
        return terms.stream()
                .anyMatch(t -> Leaves.of(t.coefficient).axes().stream().anyMatch(along::contains));
    }

    /**
     * The coefficients of all terms at a point; NaN for all where code fails.
     * @param values of {@link #states}
     */
    double[] at(double[] point, double[] values) {
        double[] all = java.util.Arrays.copyOf(point, coordinates.size());
        System.arraycopy(values, 0, all, axes, values.length);
        try {
            return terms.stream()
                    .mapToDouble(t -> Evaluation.evaluate(t.coefficient, coordinates, all))
                    .toArray();
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return terms.stream().mapToDouble(t -> Double.NaN).toArray();
        }
    }
}
