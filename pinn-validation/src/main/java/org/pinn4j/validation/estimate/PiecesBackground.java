package org.pinn4j.validation.estimate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.solution.Piece;
import org.pinn4j.solution.Solution;

/**
 * A solution in slabs of time as a background: each slab is a function of its own, which the integrator follows up to and including
 * the edge where it ends. Belongs to one thread.
 * <p>A jump at an edge is an error at the start of the next slab, an impulse in the linearised problem. No residual between the
 * edges tells of it, so an estimate that reads the residual alone takes a solution of which every slab solves its equations for
 * exact, wherever the slabs began.
 */
final class PiecesBackground implements PricedBackground {
    /** Times this much of a piece's length outside it are its ends, rounded. */
    private static final double ROUNDING = 1e-9;
    /** Pieces whose evaluators are kept: the current one, and those of the few times that are asked for elsewhere. */
    private static final int KEPT = 4;

    private final Solution solution;
    private final Meter meter;
    private final List<Piece> pieces;
    private final Axis time;
    private final double pointCost;
    private int current;
    private final Map<Integer, SolutionBackground> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, SolutionBackground> eldest) {
            return size() > KEPT;
        }
    };

    /** @param solution in pieces along time */
    PiecesBackground(Solution solution, Meter meter) {
        this.solution = solution;
        this.meter = meter;
        this.pieces = solution.pieces();
        this.time = solution.along().orElseThrow();
        this.pointCost = SolutionBackground.pointCost(solution);
    }

    private SolutionBackground piece(int k) {
        Piece p = pieces.get(k);
        return new SolutionBackground(new Solution(solution.problem(), p.ansatz(), p.theta(), solution.card()), meter);
    }

    @Override
    public double[] values(Field field, List<Integer> orders, double[] x, int n) {
        double t = x[field.axes().indexOf(time) * n]; // one for all nodes
        return known.computeIfAbsent(at(t), this::piece).values(field, orders, x, n);
    }

    private int at(double t) {
        Piece here = pieces.get(current);
        double slack = ROUNDING * (here.to() - here.from());
        if (t >= here.from() - slack && t <= here.to() + slack) {
            return current;
        }
        int k = 0;
        while (k + 1 < pieces.size() && pieces.get(k + 1).from() <= t) {
            k++;
        }
        return k;
    }

    @Override
    public double[] breaks(Axis axis) {
        return pieces.stream().skip(1).mapToDouble(Piece::from).toArray();
    }

    @Override
    public void pass() {
        current++;
    }

    @Override
    public double pointCost() {
        return pointCost;
    }
}
