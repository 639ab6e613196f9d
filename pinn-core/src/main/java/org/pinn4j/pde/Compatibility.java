package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pinn4j.pde.symbol.Elimination;

/**
 * More equations than unknown fields. Some may follow from others, as ∇·H = 0 does from Maxwell's equations; or nothing solves
 * all of them, as u″ = −1 and u′ = 0. Linear ones are told apart at a point: they and their derivatives are linear equations for
 * the Taylor coefficients of the fields there, which have to be solvable. Of others only the number is told.
 * Source: Seiler, Involution (2010), ch. 7 (prolongation).
 */
final class Compatibility {
    /** Derivatives taken of the equation of the highest order, others have more: enough for what two equations say of a third. */
    private static final int PROLONGED = 2;
    /** Columns beyond which one derivative less is taken. */
    private static final int MOST_COLUMNS = 400;

    private static final int POINTS = 2;

    private final List<Axis> axes;
    private final Map<Derivative, Integer> columns = new HashMap<>();
    private final int order;

    Compatibility(Reading reading) {
        this.axes = reading.problem().axes();
        int highest = reading.equations().stream()
                .mapToInt(Compatibility::order)
                .max()
                .orElse(0);
        int size = reading.fields().size() * coefficients(axes.size(), highest + PROLONGED);
        this.order = highest + (size > MOST_COLUMNS ? PROLONGED - 1 : PROLONGED);
    }

    private static int order(Condition c) {
        return order(c.equation().residual());
    }

    private static int order(Expr residual) {
        return Leaves.of(residual).states().stream()
                .mapToInt(Derivative::total)
                .max()
                .orElse(0);
    }

    /** Of a Taylor series in so many coordinates up to an order. */
    private static int coefficients(int coordinates, int order) {
        return (int) IntStream.rangeClosed(1, coordinates)
                .mapToDouble(k -> (double) (order + k) / k)
                .reduce(1, (a, b) -> a * b);
    }

    /** What is to be said of equations beyond the number of fields and of coefficients that they may determine. */
    static Optional<Finding> of(Reading reading) {
        List<Condition> equations = reading.equations();
        int unknowns = reading.fields().size() + reading.problem().parameters().size();
        if (reading.fields().isEmpty() || equations.size() <= unknowns) {
            return Optional.empty();
        }
        String count = "%s for %s %s"
                .formatted(
                        Names.count(equations.size(), "equation"),
                        Names.count(reading.fields().size(), "field"),
                        Names.tuple(reading.fields()));
        try {
            return new Compatibility(reading).judged(reading, count);
        } catch (IllegalArgumentException e) { // values that have no derivative
            return Optional.of(unknown(count));
        }
    }

    private static Finding unknown(String count) {
        return new Finding(
                "surplus-equation",
                count + "; a solution exists only if what is too many follows from the rest, which was not checked",
                Finding.Severity.NOTE);
    }

    private Optional<Finding> judged(Reading reading, String count) {
        List<Condition> equations = reading.equations();
        List<Map<List<Integer>, Linear>> all = new ArrayList<>();
        for (Condition c : equations) {
            Optional<Map<List<Integer>, Linear>> series = prolonged(c.equation().residual(), axes);
            if (series.isEmpty()) {
                return Optional.of(unknown(count));
            }
            all.add(series.get());
        }
        for (double[] point : Agreement.on(reading.problem().domain(), "compatibility")
                .points()
                .subList(0, POINTS)) {
            if (contradict(all, point)) {
                return Optional.of(contradiction(equations, all, point, count));
            }
        }
        return Optional.empty();
    }

    private Finding contradiction(
            List<Condition> equations, List<Map<List<Integer>, Linear>> all, double[] point, String count) {
        String guilty = IntStream.range(0, all.size())
                .filter(i -> !contradict(without(all, i), point))
                .mapToObj(i -> "'" + equations.get(i).name() + "'")
                .collect(Collectors.joining(" or "));
        String remedy = guilty.isEmpty() ? "leave out those that are too many" : "correct or leave out " + guilty;
        return new Finding(
                "contradicting-equations",
                "%s contradict each other: with their derivatives no fields satisfy them, nowhere; %s"
                        .formatted(count, remedy),
                Finding.Severity.BLOCKING);
    }

    private static <T> List<T> without(List<T> all, int i) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(i);
        return rest;
    }

    /** An equation and its derivatives by multi-index, as far as {@link #order} has room; empty if one is not linear. */
    Optional<Map<List<Integer>, Linear>> prolonged(Expr residual, List<Axis> along) {
        Map<List<Integer>, Expr> derivatives = new LinkedHashMap<>();
        extend(
                derivatives,
                new ArrayList<>(java.util.Collections.nCopies(axes.size(), 0)),
                residual,
                along,
                order - order(residual));
        Map<List<Integer>, Linear> result = new LinkedHashMap<>();
        for (Map.Entry<List<Integer>, Expr> e : derivatives.entrySet()) {
            Optional<Linear> linear = Linear.of(e.getValue());
            if (linear.isEmpty() || !usable(linear.get())) {
                return Optional.empty();
            }
            result.put(e.getKey(), linear.get());
        }
        return Optional.of(result);
    }

    private static boolean usable(Linear linear) {
        return Leaves.of(linear.rest()).known()
                && linear.coefficients().entrySet().stream()
                        .allMatch(e -> !(e.getKey() instanceof Trace)
                                && Leaves.of(e.getValue()).known());
    }

    private void extend(Map<List<Integer>, Expr> all, List<Integer> index, Expr e, List<Axis> along, int left) {
        all.put(List.copyOf(index), e);
        for (int k = 0; k < along.size() && left > 0; k++) {
            int a = axes.indexOf(along.get(k));
            index.set(a, index.get(a) + 1);
            extend(all, index, Composite.d(e, axes.get(a)), along.subList(k, along.size()), left - 1);
            index.set(a, index.get(a) - 1);
        }
    }

    /** Whether equations with their derivatives have no solution at a point. */
    boolean contradict(List<Map<List<Integer>, Linear>> equations, double[] point) {
        List<Linear> rows = equations.stream().flatMap(m -> m.values().stream()).toList();
        rows.forEach(r -> r.coefficients().keySet().forEach(s -> column(Derivative.of(s))));
        double[][] matrix = new double[rows.size()][columns.size() + 1];
        for (int i = 0; i < matrix.length; i++) {
            for (Map.Entry<Expr, Expr> e : rows.get(i).coefficients().entrySet()) {
                int column = column(Derivative.of(e.getKey()));
                matrix[i][column] += Evaluation.evaluate(e.getValue(), axes, point) * scale(Derivative.of(e.getKey()));
            }
            matrix[i][columns.size()] = known(rows.get(i), point);
        }
        return !Elimination.solvable(matrix);
    }

    /** What is known of a row at a point; zero where it is all there is and its terms cancel. */
    private double known(Linear row, double[] point) {
        double value = Evaluation.evaluate(row.rest(), axes, point);
        List<Expr> terms = row.rest() instanceof Sum s ? s.terms() : List.of(row.rest());
        double scale = terms.stream()
                .mapToDouble(t -> Math.abs(Evaluation.evaluate(t, axes, point)))
                .sum();
        return row.coefficients().isEmpty() && Math.abs(value) <= Agreement.GIVEN * scale ? 0 : value;
    }

    private int column(Derivative state) {
        return columns.computeIfAbsent(state, s -> columns.size());
    }

    /** The columns are numbers of one size where every derivative is of the size of its field over lengths of the axes. */
    private double scale(Derivative state) {
        double scale = 1;
        for (int k = 0; k < state.orders().size(); k++) {
            Axis axis = state.field().axes().get(k);
            scale /= axis.isBounded() ? Math.pow(axis.length(), state.orders().get(k)) : 1;
        }
        return scale;
    }
}
