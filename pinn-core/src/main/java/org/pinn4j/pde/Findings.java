package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;

/** What only the whole statement can show: too few equations or conditions here, data that disagree in {@link DataFindings}. */
final class Findings {
    private final Problem problem;
    private final Reading reading;
    private final List<Finding> found = new ArrayList<>();

    private Findings(Problem problem) {
        this.problem = problem;
        this.reading = Reading.of(problem);
    }

    static List<Finding> of(Problem problem) {
        Findings findings = new Findings(problem);
        findings.equations();
        for (Field field : problem.fields()) {
            field.axes().forEach(axis -> findings.conditions(field, axis));
        }
        findings.found.addAll(DataFindings.of(problem));
        return List.copyOf(findings.found);
    }

    private void blocking(String key, String format, Object... values) {
        found.add(new Finding(key, format.formatted(values), Finding.Severity.BLOCKING));
    }

    private void note(String key, String format, Object... values) {
        found.add(new Finding(key, format.formatted(values), Finding.Severity.NOTE));
    }

    private void equations() {
        int before = found.size();
        for (Field field : problem.fields()) {
            if (reading.equations().stream().noneMatch(c -> c.mentions(field))) {
                blocking(
                        "missing-equation:" + field,
                        "no equation in the interior has the field %s; add one with require(equation)",
                        field);
            }
        }
        int fields = problem.fields().size();
        int equations = reading.equations().size();
        if (fields == 0) {
            blocking("missing-equation", "no equation has a field; add one with require(equation)");
        }
        if (found.size() == before && equations < fields) {
            blocking(
                    "missing-equation",
                    "%d fields %s but %d equations in the interior; add one with require(equation)",
                    fields,
                    Names.tuple(problem.fields()),
                    equations);
        }
    }

    private void conditions(Field field, Axis axis) {
        int order = reading.order(field, axis);
        if (axis.isTime()) {
            initial(field, axis, order);
        } else if (order > 0 && !problem.declaredPeriodic().contains(axis)) {
            boundary(field, axis, order);
        }
    }

    private void initial(Field field, Axis time, int order) {
        long stated = reading.initial().stream().filter(c -> c.mentions(field)).count();
        if (stated < order) {
            blocking(
                    "missing-initial:" + field,
                    "%s has order %d in %s and needs %d initial condition%s, got %d; add %s.equalTo(...).on(%s.start())",
                    field,
                    order,
                    time,
                    order,
                    order == 1 ? "" : "s",
                    stated,
                    stated == 0 ? field : field + ".d(" + time + ")",
                    time);
        }
    }

    private void boundary(Field field, Axis axis, int order) {
        long wraps = reading.boundary().stream()
                .filter(c -> c.mentions(field) && isWrap(c, axis))
                .count();
        long atMin = onEnd(field, axis, Region.Side.MIN);
        long atMax = onEnd(field, axis, Region.Side.MAX);
        int most = (order + 1) / 2;
        if (wraps > 0 && wraps < order) {
            note(
                    "partial-wrap:" + field + ":" + axis,
                    "%s has order %d in %s but only %d wrap%s; state the wrap of each derivative below %d, or periodicIn(%s)",
                    field,
                    order,
                    axis,
                    wraps,
                    wraps == 1 ? "" : "s",
                    order,
                    axis);
        } else if (wraps == 0 && Math.min(atMin, most) + Math.min(atMax, most) < order) {
            blocking(
                    "missing-boundary:" + field + ":" + axis,
                    "%s has order %d in %s and needs %d boundary conditions in all, at most %d on one end, got %d and %d;"
                            + " add one on %s.start(), %s.end() or %s.ends(), or periodicIn(%s)",
                    field,
                    order,
                    axis,
                    order,
                    most,
                    atMin,
                    atMax,
                    axis,
                    axis,
                    axis,
                    axis);
        } else if (wraps == 0 && atMin + atMax > order) {
            note(
                    "surplus-boundary:" + field + ":" + axis,
                    "%s has order %d in %s but %d boundary conditions; a solution exists only if they fit together",
                    field,
                    order,
                    axis,
                    atMin + atMax);
        }
    }

    static boolean isWrap(Condition c, Axis axis) {
        return c.region() instanceof Region.Face f
                && f.axis().equals(axis)
                && ConditionForm.of(c).kind() == ConditionForm.Kind.WRAP;
    }

    private long onEnd(Field field, Axis axis, Region.Side side) {
        return reading.boundary().stream()
                .filter(c -> c.mentions(field))
                .filter(c -> Reading.ends(problem, c.region()).contains(new Region.Face(axis, side)))
                .count();
    }
}
