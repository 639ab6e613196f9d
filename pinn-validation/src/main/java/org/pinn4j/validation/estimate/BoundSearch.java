package org.pinn4j.validation.estimate;

import org.pinn4j.solution.Solution;

/** Recognises the class, then refines the quadrature until two resolutions give the same bound. */
final class BoundSearch {
    /** Two resolutions agree if the bounds differ by at most this part; the difference is added to the bound. */
    private static final double AGREEMENT = 0.05;

    private static final int FIRST_PANELS = 4;
    private static final double MOST_POINTS = 1.5e6;
    private static final double NODES_IN_PANEL = 6;

    /** What one resolution gives; the norm of U is the same integral as that of the error. */
    record Level(String kind, double l2, double max, double norm, double residual) {}

    /** One class of problems. */
    @FunctionalInterface
    interface Bound {
        /** @throws NoBoundException if the problem is not of the class */
        Level level(int panels);
    }

    private BoundSearch() {}

    static ErrorBound of(Solution solution) {
        ScalarForm form = new ScalarForm(solution.problem());
        if (form.time.isPresent() && form.timeOrder == 0) {
            throw new NoBoundException("the equation has no derivative in time");
        }
        Bound bound = form.timeOrder == 0
                ? new SteadyBound(solution, form)
                : form.timeOrder == 1 ? new EvolutionBound(solution, form) : new WaveBound(solution, form);
        int axes = solution.problem().axes().size();
        Level coarse = bound.level(FIRST_PANELS);
        for (int panels = 2 * FIRST_PANELS; Math.pow(NODES_IN_PANEL * panels, axes) <= MOST_POINTS; panels *= 2) {
            Level fine = bound.level(panels);
            double difference = Math.abs(fine.l2 - coarse.l2);
            boolean vacuous = coarse.l2 >= coarse.norm && fine.l2 >= fine.norm;
            if (difference <= AGREEMENT * fine.l2 || fine.l2 == coarse.l2 || vacuous) {
                return result(fine, difference / fine.l2);
            }
            coarse = fine;
        }
        throw new NoBoundException("the finest quadrature affordable does not resolve the residual");
    }

    private static ErrorBound result(Level level, double disagreement) {
        double margin = Double.isFinite(disagreement) ? 1 + disagreement : 1;
        double l2 = level.l2 * margin;
        double relative = l2 < level.norm ? l2 / (level.norm - l2) : Double.POSITIVE_INFINITY;
        String reason = Double.isFinite(relative) ? "" : "it exceeds the solution itself (%s)".formatted(level.kind);
        return new ErrorBound(level.kind, l2, level.max * margin, relative, level.residual, reason);
    }
}
