package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.ConditionForm;
import org.pinn4j.pde.Field;
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

    private static boolean enoughWraps(Problem problem, Axis axis, Field field) {
        long wraps = problem.conditions().stream()
                .filter(c -> c.region() instanceof Region.Face f && f.axis().equals(axis))
                .map(ConditionForm::of)
                .filter(f -> f.kind() == ConditionForm.Kind.WRAP && f.field().equals(field))
                .count();
        int order = Orders.of(problem, field, axis);
        return order > 0 && wraps >= order;
    }
}
