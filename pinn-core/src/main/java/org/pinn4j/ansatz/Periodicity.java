package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.ConditionForm;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Orders;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;

/** Which axes the solution continues periodically across: as declared, or because enough wraps are stated. */
public final class Periodicity {
    private Periodicity() {}

    /** The periodic axes of a problem, declared ones first. */
    public static List<Axis> axes(Problem problem) {
        return axes(problem, new ArrayList<>());
    }

    static List<Axis> axes(Problem problem, List<String> notes) {
        List<Axis> result = new ArrayList<>(problem.periodicAxes());
        for (Axis axis : problem.spaceAxes()) {
            if (!result.contains(axis) && problem.fields().stream().allMatch(f -> enoughWraps(problem, axis, f))) {
                result.add(axis);
                notes.add("%s: its wraps hold for the value and every derivative below the order, so it is periodic"
                        .formatted(axis));
            }
        }
        return result;
    }

    /** One wrap stated from both ends is one wrap. */
    private static boolean enoughWraps(Problem problem, Axis axis, Field field) {
        Set<Derivative> wrapped = problem.conditions().stream()
                .filter(c -> c.region() instanceof Region.Face f && f.axis().equals(axis))
                .filter(c -> ConditionForm.of(c).kind() == ConditionForm.Kind.WRAP)
                .flatMap(c -> Leaves.of(c.equation().residual()).states().stream())
                .collect(Collectors.toSet());
        int order = Orders.of(problem, field, axis);
        return order > 0 && IntStream.range(0, order).allMatch(k -> wrapped.contains(along(axis, k, field)));
    }

    private static Derivative along(Axis axis, int order, Field field) {
        return new Derivative(
                field,
                field.axes().stream().map(a -> a.equals(axis) ? order : 0).toList());
    }
}
