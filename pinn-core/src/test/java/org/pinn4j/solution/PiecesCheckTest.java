package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.U;
import static org.pinn4j.solution.Examples.X;
import static org.pinn4j.solution.PieceExamples.EDGES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** What is no function in pieces is refused by a message that names the piece. */
class PiecesCheckTest {
    private static final List<Solution> PARTS = PieceExamples.parts(true);
    private static final Ansatz FIRST = PARTS.get(0).ansatz();

    private static void refuses(String reason, Axis along, List<Piece> pieces) {
        refuses(reason, Examples.system(), along, pieces);
    }

    private static void refuses(String reason, Problem problem, Axis along, List<Piece> pieces) {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Solution.of(problem, along, pieces, ModelCard.untrained()))
                .getMessage();
        assertTrue(message.startsWith("pieces along " + along.name() + ": ") && message.contains(reason), message);
    }

    /** The pieces of the example with another one in the middle. */
    private static List<Piece> middle(Ansatz ansatz, double... theta) {
        List<Piece> pieces = new ArrayList<>(PieceExamples.pieces(PARTS, EDGES));
        pieces.set(1, new Piece(EDGES[1], EDGES[2], ansatz, theta));
        return pieces;
    }

    private static void refusesMiddle(String what, Ansatz ansatz) {
        refuses(
                "piece 1, [0.3, 0.7]: has other " + what + " than the first",
                T,
                middle(ansatz, Examples.theta(ansatz, Math.log(0.05))));
    }

    @Test
    void piecesMeetAndReachFromEndToEnd() {
        refuses("got 0 pieces, need 1 to 100000", T, List.of());
        refuses("piece 0, [0.1, 0.3]: begins at 0.1, need 0.0", T, PieceExamples.pieces(PARTS, 0.1, 0.3, 0.7, 1));
        refuses("the last one ends at 0.9, need 1.0", T, PieceExamples.pieces(PARTS, 0, 0.3, 0.7, 0.9));
        List<Piece> gap = new ArrayList<>(PieceExamples.pieces(PARTS, EDGES));
        gap.set(
                1,
                new Piece(
                        Math.nextUp(0.3),
                        0.7,
                        PARTS.get(1).ansatz(),
                        PARTS.get(1).theta()));
        refuses("begins at 0.30000000000000004, need 0.3", T, gap);
        refuses("need one of the problem's axes", Axis.time("s", 0, 1), PieceExamples.pieces(PARTS, EDGES));
        Piece one = PieceExamples.pieces(PARTS, EDGES).get(0);
        refuses("got 100001 pieces", T, Collections.nCopies(100_001, one));
    }

    @Test
    void allButNetworksAndTheirInputsIsOneForAll() {
        Ansatz a = FIRST;
        refusesMiddle("folds", new Ansatz(a.axes(), a.features(), a.networks(), a.forms(), List.of()));
        Ansatz.Form u = a.forms().get(0);
        Ansatz.Form other = new Ansatz.Form(U, u.base(), u.factor(), u.network(), 0);
        refusesMiddle(
                "forms",
                new Ansatz(
                        a.axes(),
                        a.features(),
                        a.networks(),
                        List.of(other, a.forms().get(1)),
                        a.folds()));
        Network wide = Architecture.parse("mlp(4;sin)").build(3, 3);
        refusesMiddle(
                "outputs of networks",
                new Ansatz(a.axes(), a.features(), List.of(a.networks().get(0), wide), a.forms(), a.folds()));
        refuses("theta has 5 numbers, need", T, middle(a, new double[5]));
    }

    @Test
    void coefficientsAreOneForAll() {
        Ansatz a = PARTS.get(1).ansatz();
        refuses("[0.3, 0.7]: nu is another number than in the first", T, middle(a, Examples.theta(a, Math.log(0.051))));
    }

    @Test
    void anAxisThatRepeatsOrIsMirroredHasNoPieces() {
        refuses("the axis is mirrored", X, PieceExamples.pieces(PARTS, -1, -0.5, 0.5, 1));
        Field f = Field.of("f", X, T);
        Problem ring = Problem.over(X, T).require(f.d(T).equalTo(f.d(X))).periodicIn(X);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> PieceExamples.steps(ring, X, Expr.constant(1), 1, 2))
                .getMessage();
        assertTrue(message.contains("the axis is periodic"), message);
        assertEquals(2, PieceExamples.steps(ring, T, Expr.constant(1), 1, 2).at(0, 0.6));
        Problem open = Problem.over(X, T).require(f.d(T).equalTo(f.d(X)));
        assertEquals(2, PieceExamples.steps(open, X, Expr.constant(1), 1, 2).at(0.1, 0.6));
    }

    /** k(x) beside u(x, t): the same network for all t. */
    @Test
    void aFieldThatDoesNotVaryAlongTheAxisIsOneForAll() {
        Field k = Field.of("k", X);
        Problem problem =
                Problem.over(X, T).require(U.d(T).equalTo(k.times(U.d(X, X)))).require(k.d(X).equalTo(0));
        List<Piece> same = List.of(still(k, 0, 0.5, "mlp(3;tanh)", 1), still(k, 0.5, 1, "mlp(3;tanh)", 1));
        assertEquals(
                2, Solution.of(problem, T, same, ModelCard.untrained()).pieces().size());
        for (Piece other : List.of(still(k, 0.5, 1, "mlp(3;tanh)", 0.9), still(k, 0.5, 1, "mlp(4;tanh)", 1))) {
            refuses("the network of k is another one than in the first", problem, T, List.of(same.get(0), other));
        }
    }

    private static Piece still(Field k, double from, double to, String network, double scale) {
        Ansatz ansatz = new Ansatz(
                List.of(X, T),
                List.of(Features.scaled(X, -1, 1), Features.scaled(T, 0, 1)),
                List.of(
                        Architecture.parse("mlp(3;tanh)").build(2, 1),
                        Architecture.parse(network).build(1, 1)),
                List.of(
                        new Ansatz.Form(U, Expr.constant(0), Expr.constant(1), 0, 0),
                        new Ansatz.Form(k, Expr.constant(0), Expr.constant(1), 1, 0)),
                List.of());
        double[] theta = Examples.theta(ansatz);
        for (int i = ansatz.offset(1); i < theta.length; i++) {
            theta[i] *= scale;
        }
        theta[0] += from; // the other network may differ
        return new Piece(from, to, ansatz, theta);
    }

    @Test
    void differentNetworksAreLimited() {
        Field f = Field.of("f", T);
        Problem problem = Problem.over(T).require(f.d(T).equalTo(0));
        List<Piece> pieces = new ArrayList<>();
        for (int k = 0; k < 257; k++) {
            Ansatz ansatz = new Ansatz(
                    List.of(T),
                    List.of(T),
                    List.of(Architecture.parse("mlp(%d;tanh)".formatted(k + 1)).build(1, 1)),
                    List.of(new Ansatz.Form(f, Expr.constant(0), Expr.constant(1), 0, 0)),
                    List.of());
            pieces.add(new Piece(k / 257.0, (k + 1) / 257.0, ansatz, Examples.theta(ansatz)));
        }
        refuses("257 different networks, at most 256 are held", problem, T, pieces);
    }
}
