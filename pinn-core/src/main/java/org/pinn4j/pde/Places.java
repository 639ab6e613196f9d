package org.pinn4j.pde;

import java.util.List;

/**
 * Where conditions on the ends of an axis are counted: at one place if all are alike, at many where coefficients vary along the
 * ends or conditions stand on pieces of them.
 * @param first at the start of time, where the states are given and an equation whose states decide has one answer
 */
record Places(List<double[]> all, List<double[]> first) {
    /** Enough to meet a third of an end where a flow turns round. */
    static final int VARIED = 8;

    private static final int FIRST = 3;

    static Places of(Reading reading, EquationSystem system, Axis axis) {
        Domain domain = reading.problem().domain();
        List<Axis> along = domain.axes().stream().filter(a -> !a.equals(axis)).toList();
        boolean pieces = reading.clauses().stream().anyMatch(c -> isPiece(reading, c, axis));
        List<double[]> points = Agreement.on(domain, "conditions on pieces").points();
        int n = pieces ? points.size() : system.linear.varies(along) ? VARIED : 1;
        List<double[]> all = points.subList(0, n);
        return new Places(all, first(reading, system, axis, all));
    }

    private static boolean isPiece(Reading reading, Clause c, Axis axis) {
        return !c.part().cuts().isEmpty()
                && ((Region.Face) axis.ends()).single().stream().anyMatch(end -> Given.stands(reading, c, end));
    }

    private static List<double[]> first(Reading reading, EquationSystem system, Axis axis, List<double[]> all) {
        Running running = system.running;
        boolean runs = reading.problem().time().isPresent() && !running.open();
        if (axis.isTime() || !runs || !system.linear.nonlinear()) {
            return List.of();
        }
        return all.stream()
                .limit(FIRST)
                .map(p -> Given.moved(reading, p, running.origin()))
                .toList();
    }
}
