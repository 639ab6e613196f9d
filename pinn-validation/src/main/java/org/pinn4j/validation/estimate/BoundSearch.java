package org.pinn4j.validation.estimate;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Pulse;
import org.pinn4j.solution.Solution;

/** Recognises the class, then refines the quadrature until two resolutions give the same bound. */
final class BoundSearch {
    /** Two resolutions agree if the bounds differ by at most this part; the difference is added to the bound. */
    private static final double AGREEMENT = 0.05;

    private static final int FIRST_PANELS = 4;
    private static final double MOST_POINTS = 1.5e6;

    /** What one resolution gives; the norm of U is the same integral as that of the error. */
    record Level(String kind, double l2, double max, double norm, double residual) {}

    /** One class of problems. */
    @FunctionalInterface
    interface Bound {
        /** @throws NoBoundException if the problem is not of the class */
        Level level(Panels panels);
    }

    private BoundSearch() {}

    static ErrorBound of(Solution solution, List<Pulse> pulses, Meter meter) {
        ScalarForm form = new ScalarForm(solution.problem());
        if (form.time.isPresent() && form.timeOrder == 0) {
            throw new NoBoundException("the equation has no derivative in time");
        }
        solution.along().filter(a -> !a.isTime()).ifPresent(a -> {
            throw new NoBoundException("the solution is in pieces along %s, whose edges no class knows", a.name());
        });
        Bound bound = form.timeOrder == 0
                ? new SteadyBound(solution, form)
                : form.timeOrder == 1 ? new EvolutionBound(solution, form) : new WaveBound(solution, form);
        List<Axis> axes = solution.problem().axes();
        Panels panels = new Panels(FIRST_PANELS, pulses, Panels.cuts(solution));
        double point = PointCost.of(solution, List.of(form.residual, form.field));
        double edges = 2.0 * (solution.pieces().size() - 1);
        Level coarse = null;
        for (; Nodes.count(axes, panels) <= MOST_POINTS; panels = panels.twice()) {
            double cost = point * (Nodes.count(axes, panels) + edges * Nodes.count(form.space, panels));
            if (!meter.affords(cost)) {
                break;
            }
            meter.spend(cost);
            Level fine = bound.level(panels);
            if (coarse != null && resolved(panels) && agree(coarse, fine)) {
                return result(fine, Math.abs(fine.l2 - coarse.l2) / fine.l2);
            }
            coarse = fine;
        }
        throw new NoBoundException(
                pulses.isEmpty()
                        ? "the finest quadrature affordable does not resolve the residual"
                        : "no quadrature affordable resolves %s",
                pulses.stream().findFirst().orElse(null));
    }

    private static boolean agree(Level coarse, Level fine) {
        boolean vacuous = coarse.l2 >= coarse.norm && fine.l2 >= fine.norm;
        return Math.abs(fine.l2 - coarse.l2) <= AGREEMENT * fine.l2 || fine.l2 == coarse.l2 || vacuous;
    }

    /** Whether panels are narrow enough where a pulse is not at one coordinate for all of the others. */
    private static boolean resolved(Panels panels) {
        return panels.pulses().stream().allMatch(p -> p.aligned() || panels.resolves(p));
    }

    private static ErrorBound result(Level level, double disagreement) {
        double margin = Double.isFinite(disagreement) ? 1 + disagreement : 1;
        double l2 = level.l2 * margin;
        double relative = l2 < level.norm ? l2 / (level.norm - l2) : Double.POSITIVE_INFINITY;
        String reason = Double.isFinite(relative) ? "" : "it exceeds the solution itself (%s)".formatted(level.kind);
        return new ErrorBound(level.kind, l2, level.max * margin, relative, level.residual, reason);
    }
}
