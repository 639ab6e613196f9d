package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.network.Architecture;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** Pieces whose networks see inputs of their own, as places that move from slab to slab. */
class PieceInputsTest {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Problem PROBLEM =
            Problem.over(X, T).require(U.d(T).equalTo(0)).require(U.equalTo(X).on(T.start()));
    private static final Expr[] MANY = {
        U, U.d(X), U.d(T), U.d(X, X), U.trace(T.end()).plus(U.d(T))
    };

    /** One network over all of the domain; some of them are alike but for what they see. */
    private static Solution part(Expr... inputs) {
        Ansatz ansatz = new Ansatz(
                List.of(X, T),
                List.of(inputs),
                List.of(Architecture.parse("mlp(4;sin)").build(inputs.length, 1)),
                List.of(new Ansatz.Form(U, Expr.constant(0), Expr.constant(1), 0, 0)),
                List.of());
        double[] theta = Arrays.copyOf(Examples.theta(ansatz, 0.5), ansatz.networkParameters()); // no coefficient
        return new Solution(PROBLEM, ansatz, theta, ModelCard.untrained());
    }

    private static Expr place(double at, double width, double speed) {
        return Features.layer(X.minus(T.times(speed)), at, width, -1, 1);
    }

    private static final List<Solution> PARTS = List.of(
            part(X, T, place(0, 0.1, 0)),
            part(X, T, place(0.2, 0.03, 0)),
            part(X, T),
            part(X, T, place(-0.5, 0.03, 0.7)),
            part(X, T, place(0, 0.1, 0)));
    private static final double[] EDGES = {0, 0.2, 0.4, 0.6, 0.8, 1};

    private static Solution several() {
        return Solution.of(PROBLEM, T, PieceExamples.pieces(PARTS, EDGES), ModelCard.untrained());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 300})
    void everyPieceSeesItsOwnInputs(int n) {
        Solution s = several();
        Evaluator e = s.evaluator(MANY);
        double[] x = Examples.points(s, n, 5);
        double[] values = new double[MANY.length * n];
        e.evaluate(x, n, values, e.scratch());
        Evaluator last = PARTS.get(4).evaluator(U.trace(T.end()));
        for (int i = 0; i < n; i++) {
            Solution own = PARTS.get((int) Math.min(4, x[n + i] / 0.2));
            double[] truth = own.evaluator(MANY).at(x[i], x[n + i]);
            truth[4] = last.at(x[i], x[n + i])[0] + truth[2];
            for (int k = 0; k < MANY.length; k++) {
                assertEquals(truth[k], values[k * n + i], 1e-12 * (1 + Math.abs(truth[k])), MANY[k].toString());
            }
        }
    }

    @Test
    void aFileHoldsTheInputsOfEveryKind(@TempDir Path folder) throws IOException {
        Solution s = several();
        Path first = folder.resolve("1.pinn");
        Path second = folder.resolve("2.pinn");
        s.save(first);
        Solution loaded = Solution.load(first);
        loaded.save(second);
        assertEquals(s.pieces(), loaded.pieces());
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        for (double t = 0.1; t < 1; t += 0.2) {
            assertEquals(s.at(0.3, t), loaded.at(0.3, t));
            assertEquals(PARTS.get((int) (t / 0.2)).at(0.3, t), s.at(0.3, t), "t = " + t);
        }
    }
}
