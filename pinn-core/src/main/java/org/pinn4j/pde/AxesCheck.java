package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a condition asks of fields that have some of the problem's axes: nothing along the others, where they are constant. */
final class AxesCheck {
    private final Problem problem;
    private final Condition condition;
    private final Set<Field> fields;

    private AxesCheck(Problem problem, Condition condition) {
        this.problem = problem;
        this.condition = condition;
        this.fields = condition.leaves().fields();
    }

    /** What is wrong, if anything is. */
    static Optional<String> of(Problem problem, Condition condition) {
        AxesCheck check = new AxesCheck(problem, condition);
        boolean some = check.fields.stream()
                .anyMatch(f -> f.axes().size() < problem.axes().size());
        return some ? check.place().or(check::coordinates) : Optional.empty();
    }

    /** No field of the condition varies along the axis. */
    private boolean lacks(Axis axis) {
        return fields.stream().noneMatch(f -> f.axes().contains(axis));
    }

    private String who() {
        return fields.size() == 1
                ? "%s has the axes %s".formatted(fields.iterator().next(), Names.tuple(common()))
                : "%s have the axes %s".formatted(Names.list(List.copyOf(fields)), Names.tuple(common()));
    }

    private List<Axis> common() {
        return problem.axes().stream().filter(a -> !lacks(a)).toList();
    }

    /** A value on an end of such an axis would hold everywhere. */
    private Optional<String> place() {
        Region region = condition.region();
        Optional<Axis> face = region.face().map(Region.Face::axis).filter(this::lacks);
        if (face.isPresent()) {
            return Optional.of("it stands on an end of %s, and %s; state it on an end of those, or inside"
                    .formatted(face.get(), who()));
        }
        if (region.face().isPresent() || !region.hasNormal()) {
            return Optional.empty();
        }
        List<Axis> lacking = problem.spaceAxes().stream().filter(this::lacks).toList();
        List<String> ends = problem.spaceAxes().stream()
                .filter(a -> !lacks(a) && problem.domain().hasEnds(a))
                .map(a -> a + ".ends()")
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("it stands on %s, on which %s varies, and %s; %s"
                        .formatted(
                                region,
                                Names.list(lacking),
                                who(),
                                ends.isEmpty() ? "state it inside" : "state it on " + String.join(" and on ", ends)));
    }

    /** k(x) = f(x, t) has no solution; readings at points may scatter. */
    private Optional<String> coordinates() {
        if (condition.region().data().isPresent()) {
            return Optional.empty();
        }
        List<Axis> others = new ArrayList<>(condition.leaves().axes());
        others.removeIf(a -> !lacks(a)
                || condition.region().face().map(f -> f.axis().equals(a)).orElse(false));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("it varies along %s, and %s; declare the field over %s too, or leave the coordinate out"
                        .formatted(Names.list(others), who(), Names.list(others)));
    }
}
