package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pinn4j.pde.symbol.Drawn;
import org.pinn4j.random.RandomStream;

/**
 * States that the conditions on a part of the boundary leave open: values of fields and derivatives that satisfy its linear
 * conditions and what follows from them along the part, as u_y = 0 from u = 0 on x = 0. There is no flow through a wall.
 */
final class EndStates {
    /** A condition and its derivatives along each axis; empty where it has none. */
    private record Known(Clause clause, Expr residual, List<Optional<Expr>> slopes) {}

    private final List<Axis> axes;
    private final List<Known> known;

    /** @param clauses on one end or one part */
    EndStates(List<Axis> axes, List<Clause> clauses) {
        this.axes = axes;
        this.known = clauses.stream()
                .filter(c -> Leaves.of(c.residual()).traces().isEmpty())
                .map(this::known)
                .toList();
    }

    private Known known(Clause c) {
        Expr residual = c.part()
                .whole()
                .face()
                .map(f -> ConditionForm.onFace(c.residual(), f))
                .orElse(c.residual());
        List<Axis> along = Many.has(axes) ? List.of() : axes; // of many the value alone is known
        return new Known(
                c, residual, along.stream().map(a -> slope(residual, a)).toList());
    }

    private static Optional<Expr> slope(Expr residual, Axis axis) {
        try {
            return Leaves.of(residual).normals().isEmpty()
                    ? Optional.of(Composite.d(residual, axis))
                    : Optional.empty();
        } catch (IllegalArgumentException e) { // values without a derivative
            return Optional.empty();
        }
    }

    /**
     * What is known at a point, as equations for the states; those that the conditions have beside them are added.
     */
    List<Linear> at(double[] point, double[] normal) {
        List<Linear> result = new ArrayList<>();
        for (Known k : known) {
            if (!k.clause.part().holds(axes, point)) {
                continue;
            }
            Expr here = k.residual.substitute(
                    e -> e instanceof Normal n ? new Constant(normal[axes.indexOf(n.axis())]) : null);
            add(here, result);
            for (int a = 0; a < k.slopes.size(); a++) {
                along(k, a, normal).ifPresent(e -> add(e, result));
            }
        }
        return result;
    }

    /** The derivative along the part that is nearest to that along an axis; none across. */
    private static Optional<Expr> along(Known k, int a, double[] normal) {
        Expr sum = Constant.ZERO;
        for (int b = 0; b < normal.length; b++) {
            double share = (a == b ? 1 : 0) - normal[a] * normal[b];
            if (share != 0 && k.slopes.get(b).isEmpty()) {
                return Optional.empty();
            }
            sum = share == 0 ? sum : sum.plus(k.slopes.get(b).get().times(share));
        }
        return sum.equals(Constant.ZERO) ? Optional.empty() : Optional.of(sum);
    }

    private static void add(Expr e, List<Linear> to) {
        Linear.of(e)
                .filter(l -> Leaves.of(l.rest()).known()
                        && l.coefficients().values().stream()
                                .allMatch(c -> Leaves.of(c).known()))
                .ifPresent(to::add);
    }

    /**
     * Values of states, normal numbers but for what is known.
     * @param sign −1 for the opposite of what 1 draws, so that both signs of a speed are met
     */
    static double[] draw(
            List<Derivative> states,
            List<Axis> axes,
            double[] point,
            List<Linear> known,
            RandomStream random,
            int sign) {
        Map<Derivative, Integer> all = new HashMap<>();
        states.forEach(s -> all.put(s, all.size()));
        known.forEach(l ->
                l.coefficients().keySet().forEach(s -> all.computeIfAbsent(Derivative.of(s), k -> all.size())));
        double[] values = IntStream.range(0, all.size())
                .mapToDouble(k -> sign * random.nextGaussian())
                .toArray();
        Drawn.draw(known.stream().map(l -> row(l, all, axes, point)).toList(), values);
        return Arrays.copyOf(values, states.size());
    }

    private static double[] row(Linear known, Map<Derivative, Integer> states, List<Axis> axes, double[] point) {
        double[] row = new double[states.size() + 1];
        Evaluation there = Evaluation.at(axes, point);
        try {
            for (Map.Entry<Expr, Expr> e : known.coefficients().entrySet()) {
                row[states.get(Derivative.of(e.getKey()))] += there.evaluate(e.getValue());
            }
            row[states.size()] = there.evaluate(known.rest());
            return row;
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException e) { // code fails there
            return new double[states.size() + 1];
        }
    }
}
