package org.pinn4j.validation.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.validation.system.BandMatrix;

class DiscreteSystemTest {
    private static final Axis X = Axis.of("x", 0, 1);
    private static final Axis Y = Axis.of("y", -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final Field U = Field.of("u", X, T);
    private static final Field V = Field.of("v", X, T);
    private static final Field W = Field.of("w", X, Y);

    static Stream<DiscreteSystem> systems() {
        return Stream.of(
                Discretization.of(burgers()).system(Scheme.finiteDifferences(4), 12),
                Discretization.of(wave()).system(Scheme.finiteDifferences(2), 9),
                Discretization.of(wave()).system(Scheme.spectral(), 8),
                Discretization.of(reactionDiffusion()).system(Scheme.finiteDifferences(6), 15),
                Discretization.of(reactionDiffusion()).system(Scheme.spectral(), 9),
                Discretization.of(plane()).system(Scheme.finiteDifferences(2), 6, 8),
                Discretization.of(plane()).system(Scheme.finiteDifferences(4), 9, 8));
    }

    static Problem burgers() {
        return Problem.over(X, T)
                .require(U.d(T).plus(U.times(U.d(X))).equalTo(U.d(X, X).times(0.1)))
                .require(U.equalTo(sin(X.times(3))).on(T.start()))
                .require(U.equalTo(T.times(2)).on(X.start()))
                .require(U.d(X).plus(U.pow(2)).equalTo(exp(T)).on(X.end()));
    }

    static Problem wave() {
        return Problem.over(X, T)
                .require(U.d(T, T).plus(U.d(T).times(0.3)).equalTo(U.d(X, X).minus(sin(U))))
                .require(U.equalTo(sin(X)).on(T.start()))
                .require(U.d(T).equalTo(X).on(T.start()))
                .require(U.equalTo(T).on(X.start()))
                .require(U.d(T).plus(U.d(X)).equalTo(0).on(X.end()));
    }

    static Problem reactionDiffusion() {
        return Problem.over(T, X)
                .require(U.d(T).equalTo(U.d(X, X)
                        .plus(V.times(U).times(U))
                        .minus(X.plus(2).times(U))))
                .require(V.d(T).equalTo(V.d(X, X).times(0.1).minus(V.times(U).times(U))))
                .require(U.equalTo(1).on(T.start()))
                .require(V.equalTo(X.plus(1)).on(T.start()))
                .periodicIn(X);
    }

    static Problem plane() {
        return Problem.over(X, Y)
                .require(W.d(X, X)
                        .plus(W.d(Y, Y))
                        .plus(W.d(X, Y).times(W))
                        .plus(W.d(X).pow(2))
                        .equalTo(X.times(Y)))
                .require(W.dn().plus(W.times(W)).equalTo(Y).on(Region.boundary()));
    }

    /** Central differences of the residual in every unknown and every rate. */
    @ParameterizedTest
    @MethodSource("systems")
    void theJacobianIsTheDerivativeOfTheResidual(DiscreteSystem system) {
        int n = system.size();
        Random random = new Random(5);
        double[] y = random.doubles(n, 0.2, 1).toArray();
        double[] rate = random.doubles(n, -1, 1).toArray();
        double shift = 3.7;
        BandMatrix jacobian = system.matrix();
        system.jacobian(0.4, y, rate, shift, jacobian);
        double step = 1e-5;
        double[] above = new double[n];
        double[] below = new double[n];
        for (int j = 0; j < n; j++) {
            shift(y, rate, j, step, shift * step);
            system.residual(0.4, y, rate, above);
            shift(y, rate, j, -2 * step, -2 * shift * step);
            system.residual(0.4, y, rate, below);
            shift(y, rate, j, step, shift * step);
            for (int i = 0; i < n; i++) {
                double wanted = (above[i] - below[i]) / (2 * step);
                assertEquals(wanted, jacobian.get(i, j), 1e-6 * Math.max(1, Math.abs(wanted)), i + ", " + j);
            }
        }
    }

    private static void shift(double[] y, double[] rate, int j, double by, double rateBy) {
        y[j] += by;
        rate[j] += rateBy;
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aRowIsAlgebraicExactlyIfNoRateMovesIt(DiscreteSystem system) {
        int n = system.size();
        double[] y = new Random(6).doubles(n, 0.2, 1).toArray();
        double[] before = new double[n];
        double[] after = new double[n];
        system.residual(0.1, y, new double[n], before);
        system.residual(0.1, y, new Random(7).doubles(n, 1, 2).toArray(), after);
        for (int i = 0; i < n; i++) {
            assertEquals(before[i] == after[i], system.algebraic(i), "row " + i);
        }
    }

    /** The band of a ring is that of a line with two strands, not the whole matrix. */
    @Test
    void aPeriodicAxisKeepsANarrowBand() {
        DiscreteSystem system = Discretization.of(reactionDiffusion()).system(Scheme.finiteDifferences(6), 200);
        assertTrue(system.lowerBandwidth() <= 2 * 2 * 3 + 3, "lower " + system.lowerBandwidth());
        assertTrue(system.upperBandwidth() <= 2 * 2 * 3 + 3, "upper " + system.upperBandwidth());
        assertFalse(system.isLinear());
    }

    @Test
    void initialValuesAndRatesAreThoseOfTheStatement() {
        DiscreteSystem system = Discretization.of(wave()).system(Scheme.finiteDifferences(2), 9);
        double[] y = new double[system.size()];
        double[] rate = new double[system.size()];
        system.initial(y, rate);
        for (int node = 0; node < 10; node++) {
            double x = system.grid().coordinate(0, node);
            assertEquals(Math.sin(x), system.values(U, y)[node], 1e-15);
            assertEquals(x, system.rates(U, y, rate)[node], 1e-15);
        }
    }

    /** F(U + e) with U by its values alone is F at the sum where differences are exact: quadratic polynomials. */
    @Test
    void aBackgroundAddsItsDerivativesToThoseOfTheCorrection() {
        Background square = (field, orders, x, n) -> {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                double s = x[i];
                values[i] = orders.equals(List.of(0, 0))
                        ? s * s
                        : orders.equals(List.of(1, 0)) ? 2 * s : orders.equals(List.of(2, 0)) ? 2 : 0;
            }
            return values;
        };
        Discretization burgers = Discretization.of(burgers());
        DiscreteSystem plain = burgers.system(Scheme.finiteDifferences(4), 12);
        DiscreteSystem defect = burgers.system(Scheme.finiteDifferences(4), square, 12);
        int n = plain.size();
        double[] e = new Random(8).doubles(n, -1, 1).toArray();
        double[] rate = new Random(9).doubles(n, -1, 1).toArray();
        double[] sum = e.clone();
        double[] nodal = plain.values(U, e);
        for (int node = 0; node < nodal.length; node++) {
            nodal[node] += Math.pow(plain.grid().coordinate(0, node), 2);
        }
        plain.setValues(U, nodal, sum);
        double[] a = new double[n];
        double[] b = new double[n];
        plain.residual(0.2, sum, rate, a);
        defect.residual(0.2, e, rate, b);
        for (int i = 0; i < n; i++) {
            assertEquals(a[i], b[i], 1e-11, "row " + i);
        }
    }
}
