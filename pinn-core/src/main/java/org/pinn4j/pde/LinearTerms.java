package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.random.RandomStream;

/**
 * Equations linearised about a state: Σ c ∂^α field, where c = ∂(residual)/∂(∂^α field) is an expression of the coordinates and
 * of the state. A derivative is made a coordinate of its own, so that c is exact.
 */
final class LinearTerms {
    /** c ∂^α field in one equation, α by the problem's axes. */
    record Term(int equation, int field, int[] orders, Expr coefficient) {}

    private final List<Axis> coordinates;
    private final int axes;
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
        return axis;
    }

    List<Term> terms() {
        return terms;
    }

    /** The coefficients of all terms at a point, about a state of normal numbers drawn from {@code random}; NaN where undefined. */
    double[] at(double[] point, RandomStream random) {
        double[] all = new double[coordinates.size()];
        System.arraycopy(point, 0, all, 0, axes);
        for (int k = axes; k < all.length; k++) {
            all[k] = random.nextGaussian();
        }
        return terms.stream()
                .mapToDouble(t -> Evaluation.evaluate(t.coefficient, coordinates, all))
                .toArray();
    }
}
