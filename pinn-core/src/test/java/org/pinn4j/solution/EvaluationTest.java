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

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.Features;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.network.Architecture;
import org.pinn4j.parallel.Allocation;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

class EvaluationTest {
    private static final Expr[] MANY = {
        U,
        V,
        U.d(X),
        U.d(T),
        U.d(X, X),
        V.d(X, T),
        V.d(X, X, X),
        U.times(U.d(X)).plus(X.times(NU)),
        T.pow(2)
    };

    @ParameterizedTest
    @ValueSource(strings = {"mlp(7,5;tanh)", "resnet(6,2;sin)", "gated(5,2;tanh)", "fourier(4,1.5;6;tanh)"})
    void derivativesAgreeWithTaylorArithmeticOfHipparchus(String architecture) {
        Solution s = Examples.folded(false, architecture, "mlp(9;sin)");
        double[] x = Examples.points(s, 20, 3);
        for (int i = 0; i < 20; i++) {
            for (int f = 0; f < 2; f++) {
                Field field = s.fields().get(f);
                DerivativeStructure d = TaylorWalk.field(s.ansatz(), s.theta(), f, 3, x[i], x[20 + i]);
                assertClose(d.getValue(), s.evaluate(field, x[i], x[20 + i]));
                assertClose(d.getPartialDerivative(1, 0), s.evaluate(field.d(X), x[i], x[20 + i]));
                assertClose(d.getPartialDerivative(0, 2), s.evaluate(field.d(T, T), x[i], x[20 + i]));
                assertClose(d.getPartialDerivative(2, 1), s.evaluate(field.d(X, X, T), x[i], x[20 + i]));
            }
        }
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * (1 + Math.abs(expected)));
    }

    @Test
    void aTraceIsTheFieldAtThePartnerPointOnTheFace() {
        Solution s = Examples.folded(false, "mlp(7,5;tanh)");
        assertClose(s.at(1, 0.4), s.evaluate(U.trace(X.end()), 0.3, 0.4));
        assertClose(s.evaluate(U.d(X), -1, 0.4), s.evaluate(U.d(X).trace(X.start()), 0.3, 0.4));
    }

    @Test
    void belowTheCentreOfAFoldTheFieldIsTheMirrorImageWithEveryDerivative() {
        Solution s = Examples.folded(true, "mlp(7,5;tanh)", "mlp(9;sin)");
        double[] x = Examples.points(s, 50, 4);
        for (int i = 0; i < 50; i++) {
            double p = Math.abs(x[i]);
            double t = x[50 + i];
            assertEquals(-s.at(p, t), s.at(-p, t));
            assertEquals(-s.evaluate(U.d(T), p, t), s.evaluate(U.d(T), -p, t));
            assertEquals(s.evaluate(U.d(X), p, t), s.evaluate(U.d(X), -p, t));
            assertEquals(-s.evaluate(U.d(X, X), p, t), s.evaluate(U.d(X, X), -p, t));
            assertEquals(s.evaluate(V, p, t), s.evaluate(V, -p, t));
            assertEquals(-s.evaluate(V.d(X, T), p, t), s.evaluate(V.d(X, T), -p, t));
            assertEquals(-s.evaluate(V.d(X, X, X), p, t), s.evaluate(V.d(X, X, X), -p, t));
        }
    }

    @Test
    void foldsInSeveralAxesCompose() {
        Axis x = Axis.of("x", -1, 1);
        Axis y = Axis.of("y", 0, 4);
        Field w = Field.of("w", x, y);
        Problem problem = Problem.over(x, y).require(w.d(x, x).plus(w.d(y, y)).equalTo(0));
        List<Expr> features = List.of(Features.scaled(x, 0, 1), Features.scaled(y, 2, 4));
        Ansatz ansatz = new Ansatz(
                List.of(x, y),
                features,
                List.of(Architecture.parse("mlp(6;tanh)").build(2, 1)),
                List.of(new Ansatz.Form(w, Expr.constant(0), x.times(y.minus(2)), 0, 0)),
                List.of(new Fold(x, 0, Map.of(w, -1)), new Fold(y, 2, Map.of(w, -1))));
        Solution s = new Solution(problem, ansatz, Examples.theta(ansatz), ModelCard.untrained());
        assertEquals(s.at(0.3, 2.5), s.at(-0.3, 1.5));
        assertEquals(-s.at(0.3, 2.5), s.at(-0.3, 2.5));
        assertEquals(-s.evaluate(w.d(x), 0.3, 2.5), s.evaluate(w.d(x), -0.3, 1.5));
        assertEquals(s.evaluate(w.d(x, y), 0.3, 2.5), s.evaluate(w.d(x, y), -0.3, 1.5));
    }

    @Test
    void aFoldOfAPeriodicAxisFirstTakesAwayWholePeriods() {
        Axis x = Axis.of("x", 0, 2);
        Field w = Field.of("w", x);
        Problem problem = Problem.over(x).require(w.d(x, x).equalTo(w)).periodicIn(x);
        Ansatz ansatz = new Ansatz(
                List.of(x),
                List.of(Features.scaled(x, 0, 1)),
                List.of(Architecture.parse("mlp(6;tanh)").build(1, 1)),
                List.of(new Ansatz.Form(w, Expr.constant(0), Expr.sin(x.times(Math.PI)), 0, 0)),
                List.of(new Fold(x, 0, Map.of(w, -1))));
        Solution s = new Solution(problem, ansatz, Examples.theta(ansatz), ModelCard.untrained());
        assertEquals(-s.at(0.25), s.at(1.75));
        assertEquals(s.evaluate(w.d(x), 0.25), s.evaluate(w.d(x), 1.75));
        assertEquals(s.at(0.25), s.extrapolating().at(4.25));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 128, 129, 300})
    void aBatchAgreesWithItsPointsOneByOne(int n) {
        Solution s = Examples.folded(true, "mlp(7,5;tanh)", "gated(5,2;tanh)");
        Evaluator e = s.evaluator(MANY);
        double[] x = Examples.points(s, n, 5);
        double[] out = new double[MANY.length * n];
        e.evaluate(x, n, out, e.scratch());
        for (int i = 0; i < n; i++) {
            double[] one = e.at(x[i], x[n + i]);
            for (int k = 0; k < MANY.length; k++) {
                assertEquals(one[k], out[k * n + i], 1e-13 * (1 + Math.abs(one[k])));
            }
            assertEquals(s.at(x[i], x[n + i]), out[i], 1e-13);
        }
    }

    @Test
    void eightThreadsFindTheSameBits() throws Exception {
        Solution s = Examples.folded(true, "mlp(20,20;tanh)");
        Evaluator e = s.evaluator(MANY);
        int n = 200;
        double[] x = Examples.points(s, n, 6);
        double[][] found = new double[8][];
        double[][] single = new double[8][n];
        Thread[] threads = IntStream.range(0, 8)
                .mapToObj(k -> new Thread(() -> {
                    double[] out = new double[MANY.length * n];
                    for (int repeat = 0; repeat < 5; repeat++) {
                        e.evaluate(x, n, out, e.scratch());
                    }
                    java.util.Arrays.setAll(single[k], i -> s.at(x[i], x[n + i]) + s.evaluate(V.d(X), x[i], x[n + i]));
                    found[k] = out;
                }))
                .toArray(Thread[]::new);
        for (Thread t : threads) {
            t.start();
        }
        for (Thread t : threads) {
            t.join();
        }
        for (int k = 1; k < 8; k++) {
            assertArrayEquals(found[0], found[k]);
            assertArrayEquals(single[0], single[k]);
        }
    }

    @Test
    void evaluationAllocatesNothing() {
        Solution s = Examples.folded(true, "mlp(20,20;tanh)");
        Evaluator e = s.evaluator(MANY);
        Evaluator.Scratch scratch = e.scratch();
        int n = 200;
        double[] x = Examples.points(s, n, 6);
        double[] out = new double[MANY.length * n];
        Runnable work = () -> {
            for (int k = 0; k < 20; k++) {
                e.evaluate(x, n, out, scratch);
                out[0] += s.at(0.25, 0.5);
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
    void aPointOutsideTheDomainIsNamedWithAxisValueAndBounds() {
        Solution s = Examples.folded(false, "mlp(7;tanh)");
        for (Runnable wrong : List.<Runnable>of(
                () -> s.at(1.5, 0.5), () -> s.evaluate(U.d(X), 1.5, 0.5), () -> s.at(new double[] {1.5, 0.5}))) {
            String message =
                    assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
            assertTrue(message.contains("x = 1.5 is outside [-1.0, 1.0]"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> s.at(0, Double.NaN));
        String message =
                assertThrows(IllegalArgumentException.class, () -> s.at(0.5)).getMessage();
        assertTrue(message.contains("need 2 coordinates x, t, got 1"), message);
        assertEquals(
                s.extrapolating().evaluate(U.plus(0), 1.5, 0.5),
                s.extrapolating().at(1.5, 0.5),
                1e-13);
        assertEquals(s.at(0.5, 0.5), s.extrapolating().at(0.5, 0.5));
    }

    @Test
    void expressionsThatMeanNothingAtAPointAreRefused() {
        Solution s = Examples.folded(false, "mlp(7;tanh)");
        assertThrows(IllegalArgumentException.class, () -> s.evaluate(U.dn(), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> s.evaluate(Expr.measurement(), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> s.evaluate(Field.of("w", X, T), 0, 0));
        Evaluator e = s.evaluator(U);
        Evaluator other = s.evaluator(V);
        assertThrows(
                IllegalArgumentException.class, () -> e.evaluate(new double[2], 1, new double[1], other.scratch()));
        assertThrows(IllegalArgumentException.class, () -> e.evaluate(new double[2], 2, new double[2], e.scratch()));
    }

    @Test
    void coefficientsAreReadInTheirOwnUnits() {
        Solution s = Examples.folded(false, "mlp(7;tanh)");
        assertEquals(0.05, s.value(NU), 1e-16);
        assertEquals(0.1, s.evaluate(NU.times(2), 0, 0), 1e-15);
        assertEquals(s.at(0.1, 0.2), s.asFunction().value(new double[] {0.1, 0.2}));
    }
}
