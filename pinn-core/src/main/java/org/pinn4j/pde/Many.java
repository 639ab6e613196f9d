package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is looked at where a statement has too many axes to look at each: some of the axes, and of the ends that one condition stands
 * on. Counted and not timed, so that a finding is found everywhere or nowhere; what it takes grows with the number of axes and not
 * with its square.
 */
final class Many {
    /** Up to here every axis is looked at. */
    static final int AXES = 12;

    private static final int SOME = 4;

    private Many() {}

    static boolean has(List<Axis> axes) {
        return axes.size() > AXES;
    }

    /** All axes if they are few, else those that are not of space and some of space from the first to the last. */
    static List<Axis> some(List<Axis> axes) {
        return has(axes) ? spread(axes.stream().filter(Axis::isSpace).toList(), axes) : axes;
    }

    private static List<Axis> spread(List<Axis> space, List<Axis> all) {
        List<Axis> picked = new ArrayList<>(all);
        picked.removeIf(Axis::isSpace);
        picked.addAll(spread(space));
        return picked;
    }

    private static <T> List<T> spread(List<T> all) {
        List<T> picked = new ArrayList<>();
        for (int k = 0; k < SOME; k++) {
            T item = all.isEmpty() ? null : all.get((int) ((long) k * (all.size() - 1) / (SOME - 1)));
            if (item != null && !picked.contains(item)) {
                picked.add(item);
            }
        }
        return picked;
    }

    /** All clauses of a statement of few axes, else some of each condition. */
    static List<Clause> clauses(Reading reading) {
        if (!has(reading.problem().axes())) {
            return reading.clauses();
        }
        Map<String, List<Clause>> byCondition = new LinkedHashMap<>();
        reading.clauses()
                .forEach(c -> byCondition
                        .computeIfAbsent(c.condition().name(), n -> new ArrayList<>())
                        .add(c));
        return byCondition.values().stream().flatMap(c -> spread(c).stream()).toList();
    }
}
