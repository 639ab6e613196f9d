package org.pinn4j.solution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backend;
import org.pinn4j.blas.Backends;
import org.pinn4j.blas.Blas;

class EvaluationBackendTest {
    /** Every method of a solution that copies it keeps the backend. */
    @Test
    void manyPointsAreEvaluatedByTheBackendOfTheSolution() {
        AtomicInteger calls = new AtomicInteger();
        Backend java = Backends.select("java");
        Backend counting = new Backend(
                "counting", counted(java.blas(), calls), java.lapack(), "java, counted", "test", "unknown", 1, "");
        Solution plain = Examples.folded(true, "mlp(7,5;tanh)").withBackend(java);
        Solution s = plain.withBackend(counting).withCard(plain.card()).extrapolating();
        double[] expected = values(plain);
        double[] found = values(s);
        assertTrue(calls.get() > 0, "no call of the backend handed in");
        assertArrayEquals(expected, found);
    }

    private static double[] values(Solution s) {
        int n = 50;
        double[] points = new double[s.problem().axes().size() * n];
        for (int a = 0; a < s.problem().axes().size(); a++) {
            double from = s.problem().axes().get(a).min();
            for (int i = 0; i < n; i++) {
                points[a * n + i] = from + s.problem().axes().get(a).length() * i / n;
            }
        }
        double[] out = new double[n];
        Evaluator evaluator = s.evaluator(s.fields().get(0));
        evaluator.evaluate(points, n, out, evaluator.scratch());
        return out;
    }

    private static Blas counted(Blas blas, AtomicInteger calls) {
        return (Blas) Proxy.newProxyInstance(
                Blas.class.getClassLoader(), new Class<?>[] {Blas.class}, (proxy, method, arguments) -> {
                    calls.incrementAndGet();
                    try {
                        return method.invoke(blas, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
