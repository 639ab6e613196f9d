package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.solution.Examples.NU;
import static org.pinn4j.solution.Examples.T;
import static org.pinn4j.solution.Examples.U;
import static org.pinn4j.solution.Examples.V;
import static org.pinn4j.solution.Examples.X;
import static org.pinn4j.solution.PieceExamples.EDGES;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

class PiecesTest {
    private static final Expr[] MANY = {
        U,
        V,
        U.d(X),
        U.d(T),
        V.d(X, T),
        V.d(X, X, X),
        U.times(U.d(X)).plus(X.times(NU)),
        U.trace(T.start()).plus(V),
        U.d(T).trace(T.end()),
        V.trace(X.end()),
        T.pow(2)
    };

    private static final List<Solution> PARTS = PieceExamples.parts(true);

    private static final List<Evaluator> OWN =
            PARTS.stream().map(p -> p.evaluator(MANY)).toList();
    private static final Evaluator AT_START = PARTS.get(0).evaluator(U.trace(T.start()));
    private static final Evaluator AT_END = PARTS.get(2).evaluator(U.d(T).trace(T.end()));

    private static int part(double t) {
        return t < EDGES[1] ? 0 : t < EDGES[2] ? 1 : 2;
    }

    /** What each of {@link #MANY} is at a point, from the functions that the pieces were cut out of. */
    private static double[] truth(double x, double t) {
        double[] truth = OWN.get(part(t)).at(x, t);
        truth[7] = AT_START.at(x, t)[0] + truth[1];
        truth[8] = AT_END.at(x, t)[0];
        return truth;
    }

    @ParameterizedTest
    @CsvSource({"1, false", "7, false", "8, false", "9, false", "130, false", "300, true"})
    void everyPointIsAnsweredByItsPieceWithDerivativesTracesAndFolds(int n, boolean sorted) {
        Solution s = PieceExamples.several(true);
        Evaluator e = s.evaluator(MANY);
        double[] x = Examples.points(s, n, 5);
        if (sorted) {
            Arrays.sort(x, n, 2 * n); // by time
        }
        double[] out = new double[MANY.length * n];
        e.evaluate(x, n, out, e.scratch());
        for (int i = 0; i < n; i++) {
            double[] truth = truth(x[i], x[n + i]);
            double[] one = e.at(x[i], x[n + i]);
            for (int k = 0; k < MANY.length; k++) {
                assertEquals(truth[k], one[k], MANY[k] + " at point " + i);
                assertEquals(truth[k], out[k * n + i], 1e-12 * (1 + Math.abs(truth[k])), MANY[k] + " at point " + i);
            }
            assertEquals(PARTS.get(part(x[n + i])).at(x[i], x[n + i]), s.at(x[i], x[n + i]));
        }
    }

    @Test
    void atAnEdgeTheLaterPieceAnswers() {
        Solution s = PieceExamples.several(true);
        for (int k = 1; k < 3; k++) {
            double t = EDGES[k];
            assertEquals(PARTS.get(k).at(-0.6, t), s.at(-0.6, t));
            assertEquals(PARTS.get(k).evaluate(V.d(X, T), -0.6, t), s.evaluate(V.d(X, T), -0.6, t));
            double before = Math.nextDown(t);
            assertEquals(PARTS.get(k - 1).at(-0.6, before), s.at(-0.6, before));
        }
        assertEquals(PARTS.get(0).at(-0.6, 0), s.at(-0.6, 0));
        assertEquals(PARTS.get(2).at(-0.6, 1), s.at(-0.6, 1));
    }

    @Test
    void beyondTheEndsTheOutermostPiecesAnswer() {
        Solution s = PieceExamples.several(true).extrapolating();
        for (double t : new double[] {-3, -1e-300, 1.0001, 1e9}) {
            Solution own = PARTS.get(t < 0 ? 0 : 2).extrapolating();
            assertEquals(own.at(0.4, t), s.at(0.4, t));
            assertEquals(own.evaluate(V.d(T), 0.4, t), s.evaluate(V.d(T), 0.4, t));
        }
        assertTrue(Double.isNaN(s.at(0.4, Double.NaN)));
        assertThrows(
                IllegalArgumentException.class,
                () -> PieceExamples.several(true).at(0.4, 1.0001));
    }

    @Test
    void onePieceOverTheWholeAxisIsThePlainSolution() {
        Solution plain = PARTS.get(1);
        Solution s =
                Solution.of(Examples.system(), T, PieceExamples.pieces(List.of(plain), 0, 1), ModelCard.untrained());
        assertEquals(plain.toString(), s.toString());
        assertEquals(plain.pieces(), s.pieces());
        assertEquals(Optional.empty(), s.along());
        assertEquals(0, s.jumps().length);
        int n = 50;
        double[] x = Examples.points(s, n, 5);
        double[] expected = new double[MANY.length * n];
        double[] found = new double[MANY.length * n];
        Evaluator e = plain.evaluator(MANY);
        Evaluator f = s.evaluator(MANY);
        e.evaluate(x, n, expected, e.scratch());
        f.evaluate(x, n, found, f.scratch());
        assertArrayEquals(expected, found);
        assertEquals(plain.at(0.1, 0.2), s.at(0.1, 0.2));
    }

    @Test
    void aSolutionTellsItsPieces() {
        List<Piece> given = PieceExamples.pieces(PARTS, EDGES);
        Solution s = PieceExamples.several(true).extrapolating().withCard(ModelCard.untrained());
        assertEquals(given, s.pieces());
        assertEquals(Optional.of(T), s.along());
        assertArrayEquals(PARTS.get(0).theta(), s.theta());
        assertEquals(PARTS.get(0).ansatz(), s.ansatz());
        long parameters = PARTS.stream().mapToLong(p -> p.theta().length - 1).sum() + 1; // one coefficient
        assertTrue(s.toString().contains(", " + parameters + " parameters in 3 pieces along t, "), s.toString());
        assertEquals(
                List.of(new Piece(0, 1, PARTS.get(1).ansatz(), PARTS.get(1).theta())),
                PARTS.get(1).pieces());
        Solution still = Examples.closedForm(X.times(Examples.Y), X, Examples.Y);
        assertEquals(-1, still.pieces().get(0).from());
        assertEquals(1, still.pieces().get(0).to());
        assertEquals(0.05, s.value(NU), 1e-16);
    }

    @Test
    void aPieceKeepsItsOwnNumbers() {
        double[] theta = PARTS.get(0).theta();
        Piece p = new Piece(0, 1, PARTS.get(0).ansatz(), theta);
        theta[0] = 7;
        p.theta()[1] = 7;
        assertArrayEquals(PARTS.get(0).theta(), p.theta());
        for (double[] wrong : new double[][] {{0, 0}, {1, 0}, {Double.NaN, 1}, {0, Double.POSITIVE_INFINITY}}) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> new Piece(wrong[0], wrong[1], PARTS.get(0).ansatz(), theta))
                    .getMessage();
            assertTrue(message.contains("need finite from < to, got [" + wrong[0]), message);
        }
    }

    @Test
    void evaluationAllocatesNothing() {
        Solution s = PieceExamples.several(true);
        Evaluator e = s.evaluator(MANY);
        Evaluator.Scratch scratch = e.scratch();
        int n = 250;
        double[] x = Examples.points(s, n, 6);
        double[] few = Examples.points(s, 5, 6);
        double[] out = new double[MANY.length * n];
        Runnable work = () -> {
            for (int k = 0; k < 10; k++) {
                e.evaluate(x, n, out, scratch);
                e.evaluate(few, 5, out, scratch);
                out[0] += s.at(0.25, 0.2) + s.at(0.25, 0.5);
            }
        };
        work.run();
        long least = Long.MAX_VALUE; // the virtual machine itself may allocate now and then
        for (int k = 0; k < 5; k++) {
            least = Math.min(least, Allocation.bytes(work));
        }
        assertEquals(0, least);
    }

    @Test
    void severalThreadsFindTheSameBits() throws Exception {
        Solution s = PieceExamples.several(true);
        Evaluator e = s.evaluator(MANY);
        int n = 200;
        double[] x = Examples.points(s, n, 6);
        double[][] found = new double[6][(MANY.length + 1) * n];
        Thread[] threads = IntStream.range(0, found.length)
                .mapToObj(k -> new Thread(() -> {
                    e.evaluate(x, n, found[k], e.scratch());
                    for (int i = 0; i < n; i++) {
                        found[k][MANY.length * n + i] = s.at(x[i], x[n + i]) + s.evaluate(V.d(X), x[i], x[n + i]);
                    }
                }))
                .toArray(Thread[]::new);
        for (Thread t : threads) {
            t.start();
        }
        for (Thread t : threads) {
            t.join();
        }
        for (double[] other : found) {
            assertArrayEquals(found[0], other);
        }
    }

    /** f_t = 0 on equal pieces, f = k on the k-th: work arrays are those of one kind of network, and every piece is found. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 1000, 100_000})
    void manyPiecesAreFoundWithTheWorkArraysOfOne(int pieces) {
        Field f = Field.of("f", X, T);
        Problem problem = Problem.over(X, T).require(f.d(T).equalTo(0));
        double[] levels = IntStream.range(0, pieces).mapToDouble(k -> k).toArray();
        Solution s = PieceExamples.steps(problem, T, Expr.constant(1), levels);
        Evaluator[] e = new Evaluator[1];
        Evaluator.Scratch[] scratch = new Evaluator.Scratch[1];
        e[0] = s.evaluator(f, f.d(T));
        e[0].scratch();
        long bytes = Allocation.bytes(() -> scratch[0] = e[0].scratch());
        assertTrue(bytes < 300_000, bytes + " bytes for " + pieces + " pieces");
        RandomStream random = RandomStream.of(3, "places");
        int n = 500;
        double[] x = new double[2 * n];
        int[] expected = new int[n];
        for (int i = 0; i < n; i++) {
            expected[i] = i == 0 ? 0 : i == 1 ? pieces - 1 : random.nextInt(pieces);
            double from = PieceExamples.edge(T, expected[i], pieces);
            double to = PieceExamples.edge(T, expected[i] + 1, pieces);
            x[n + i] = i % 3 == 0 ? from : from + (to - from) * random.nextDouble() * 0.999;
        }
        double[] out = new double[2 * n];
        e[0].evaluate(x, n, out, scratch[0]);
        for (int i = 0; i < n; i++) {
            assertEquals(expected[i], out[i]);
            assertEquals(expected[i], s.at(0, x[n + i]));
        }
    }
}
