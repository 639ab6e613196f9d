package org.pinn4j.validation.estimate;

import java.util.Collection;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;
import org.pinn4j.solution.Piece;
import org.pinn4j.solution.Solution;

/** The operations of one evaluation of a solution with some derivatives, see {@link Effort}. */
final class PointCost {
    /** A product of a layer, in each channel of the jets. */
    private static final double PRODUCT = 0.25;
    /** An activation with its derivatives, and the chain rule in each channel. */
    private static final double ACTIVATION = 5;

    private static final double CHAIN = 1.2;
    /** What is not the network, in each channel. */
    private static final double FORM = 30;

    private PointCost() {}

    static double of(Solution solution, Collection<? extends Expr> expressions) {
        return of(
                solution,
                channels(
                        solution.problem().axes(),
                        expressions.stream()
                                .flatMap(e -> Leaves.of(e).states().stream())
                                .toList()));
    }

    /** Of points all over the domain: each piece has those on its stretch of the axis. */
    static double of(Solution solution, int channels) {
        List<Piece> pieces = solution.pieces();
        if (pieces.size() == 1) {
            return of(solution.ansatz(), channels);
        }
        double sum = 0;
        double length = 0;
        for (Piece piece : pieces) {
            sum += (piece.to() - piece.from()) * of(piece.ansatz(), channels);
            length += piece.to() - piece.from();
        }
        return sum / length;
    }

    /** Of the derivatives, and all below them. */
    static int channels(List<Axis> axes, Collection<Derivative> leaves) {
        List<List<Integer>> orders =
                leaves.stream().map(d -> orders(axes, d)).distinct().toList();
        return DerivativePlan.of(axes.size(), orders).channels();
    }

    private static List<Integer> orders(List<Axis> axes, Derivative d) {
        return axes.stream()
                .map(a -> d.field().axes().indexOf(a))
                .map(at -> at < 0 ? 0 : d.orders().get(at))
                .toList();
    }

    static double of(Ansatz ansatz, int channels) {
        double each = FORM * channels * ansatz.forms().size();
        return each
                + ansatz.networks().stream()
                        .flatMap(n -> n.steps().stream())
                        .mapToDouble(s -> step(s, channels))
                        .sum();
    }

    private static double step(Network.Step step, int channels) {
        return step instanceof Network.Dense d
                ? PRODUCT * channels * d.in() * d.out()
                : step.width() * (CHAIN * channels + (step instanceof Network.Activate ? ACTIVATION : 0));
    }
}
