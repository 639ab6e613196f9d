package org.pinn4j.validation.estimate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.solution.Piece;
import org.pinn4j.solution.Solution;

/**
 * By how much expressions of a solution in slabs of time jump at the edges: each is an error at the start of the next slab, in
 * whatever norm it is measured. No residual between the edges tells of it. Belongs to one thread.
 */
final class EdgeJumps {
    private final Solution solution;
    private final List<Piece> pieces;
    private final List<Expr> expressions;
    private final List<Axis> space;
    private final Nodes nodes;

    EdgeJumps(Solution solution, List<Expr> expressions, List<Axis> space, Nodes nodes) {
        this.solution = solution;
        this.pieces = solution.pieces();
        this.expressions = expressions;
        this.space = space;
        this.nodes = nodes;
    }

    /** A size of the jumps at each edge. */
    double[] sizes(ToDoubleFunction<Samples> size) {
        return IntStream.range(1, pieces.size())
                .mapToDouble(k -> size.applyAsDouble(at(k)))
                .toArray();
    }

    /** What the expressions are in a piece less what they are in the one before, where it begins. */
    private Samples at(int piece) {
        double t = pieces.get(piece).from();
        return side(piece, t).minus(side(piece - 1, t));
    }

    private Samples side(int piece, double t) {
        Piece p = pieces.get(piece);
        Solution alone = new Solution(solution.problem(), p.ansatz(), p.theta(), solution.card());
        return new Samples(alone, expressions, space, nodes).at(t);
    }

    /**
     * Sizes by ascending times that lie between edges: the sum of those behind the time before, each where the next one is.
     * @param sizes by edge
     */
    double[] before(double[] times, double[] sizes) {
        double[] sums = new double[times.length];
        int edge = 0;
        for (int j = 0; j < times.length; j++) {
            while (edge < sizes.length && pieces.get(edge + 1).from() <= times[j]) {
                sums[j] += sizes[edge++];
            }
        }
        return sums;
    }
}
