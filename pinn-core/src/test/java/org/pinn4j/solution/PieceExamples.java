package org.pinn4j.solution;

import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.network.Architecture;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** Solutions in pieces, and what they are pieces of. */
final class PieceExamples {
    /** The third is of the first one's kind. */
    static final double[] EDGES = {0, 0.3, 0.7, 1};

    private PieceExamples() {}

    /** One function for each piece, over the whole domain; none is trained. */
    static List<Solution> parts(boolean withFold) {
        Solution first = Examples.folded(withFold, "mlp(7,5;tanh)", "mlp(4;sin)");
        Solution second = Examples.folded(withFold, "mlp(12;sin)", "gated(5,2;tanh)");
        double[] theta = first.theta();
        for (int k = 0; k < first.ansatz().networkParameters(); k++) {
            theta[k] *= 0.9;
        }
        return List.of(first, second, new Solution(first.problem(), first.ansatz(), theta, first.card()));
    }

    static List<Piece> pieces(List<Solution> parts, double... edges) {
        return IntStream.range(0, parts.size())
                .mapToObj(k -> new Piece(
                        edges[k],
                        edges[k + 1],
                        parts.get(k).ansatz(),
                        parts.get(k).theta()))
                .toList();
    }

    static Solution several(boolean withFold) {
        return Solution.of(Examples.system(), Examples.T, pieces(parts(withFold), EDGES), ModelCard.untrained());
    }

    /** The first field is level k times a shape on the k-th of equal pieces: its networks are constants. */
    static Solution steps(Problem problem, Axis along, Expr shape, double... levels) {
        Field f = problem.fields().get(0);
        Ansatz ansatz = new Ansatz(
                problem.axes(),
                List.of(Features.scaled(along, along.min(), along.max())),
                List.of(Architecture.parse("mlp(2;tanh)").build(1, 1)),
                List.of(new Ansatz.Form(f, Expr.constant(0), shape, 0, 0)),
                List.of());
        List<Piece> pieces = IntStream.range(0, levels.length)
                .mapToObj(k -> new Piece(
                        edge(along, k, levels.length),
                        edge(along, k + 1, levels.length),
                        ansatz,
                        constant(ansatz, levels[k], problem.parameters().size())))
                .toList();
        return Solution.of(problem, along, pieces, ModelCard.untrained());
    }

    /** f(t) with one coefficient, networks of two kinds: the smallest file that has all of it. */
    static Solution small() {
        Field f = Field.of("f", Examples.T);
        Problem problem = Problem.over(Examples.T)
                .require(f.d(Examples.T).equalTo(Examples.NU.times(f)))
                .require(f.equalTo(1).on(Examples.T.start()));
        List<Solution> parts = java.util.stream.Stream.of("mlp(2;tanh)", "mlp(3;sin)", "mlp(2;tanh)")
                .map(a -> new Ansatz(
                        List.of(Examples.T),
                        List.of(Features.scaled(Examples.T, 0, 1)),
                        List.of(Architecture.parse(a).build(1, 1)),
                        List.of(new Ansatz.Form(f, Expr.constant(1), Examples.T, 0, 0)),
                        List.of()))
                .map(a -> new Solution(problem, a, Examples.theta(a, 0.5), ModelCard.untrained()))
                .toList();
        return Solution.of(problem, Examples.T, pieces(parts, EDGES), ModelCard.untrained());
    }

    static double edge(Axis along, int k, int n) {
        return k == n ? along.max() : along.min() + along.length() * k / n;
    }

    /** The last number of a network is the bias of its output. */
    private static double[] constant(Ansatz ansatz, double value, int coefficients) {
        double[] theta = new double[ansatz.networkParameters() + coefficients];
        theta[ansatz.networkParameters() - 1] = value;
        return theta;
    }
}
