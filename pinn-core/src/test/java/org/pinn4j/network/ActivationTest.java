package org.pinn4j.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.special.Erf;
import org.hipparchus.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each activation against Taylor arithmetic of another library, and against what analysis says at the far ends. */
class ActivationTest {
    /** Those with derivatives of every order. */
    static List<Activation> activations() {
        return Activations.all().stream()
                .filter(a -> a.smoothness() == Integer.MAX_VALUE)
                .toList();
    }

    /**
     * The tolerance of order k is 1e-14 of the largest |σ^(k)|, of 1 if that is less: cancellation in the polynomials of order 6 costs about a
     * digit, and the independent values carry rounding errors of their own.
     */
    @ParameterizedTest
    @MethodSource("activations")
    void derivativesOfOrdersZeroToSixAgreeWithTaylorArithmetic(Activation activation) {
        double[] z = points(11, 5_000);
        double[][] sigma = evaluate(activation, 6, z);
        double[][] expected = new double[7][z.length];
        for (int i = 0; i < z.length; i++) {
            double[] jet = jet(activation.name(), 6, z[i]).getAllDerivatives();
            for (int k = 0; k <= 6; k++) {
                expected[k][i] = jet[k];
            }
        }
        for (int k = 0; k <= 6; k++) {
            double largest = DoubleStream.of(expected[k])
                    .map(Math::abs)
                    .filter(v -> v < 100)
                    .max()
                    .orElseThrow();
            double scale = Math.max(1, largest);
            for (int i = 0; i < z.length; i++) {
                double tolerance = 1e-14 * Math.max(scale, Math.abs(expected[k][i]));
                assertEquals(expected[k][i], sigma[k][i], tolerance, activation.name() + " order " + k + " at " + z[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void derivativesAboveTheTabulatedOrderStillAgree(Activation activation) {
        double[] z = {-2.5, -1, -0.3, 0, 0.1, 0.7, 1.9, 3};
        double[][] sigma = evaluate(activation, 13, z);
        for (int i = 0; i < z.length; i++) {
            double[] jet = jet(activation.name(), 13, z[i]).getAllDerivatives();
            for (int k = 7; k <= 13; k++) {
                double scale = CombinatoricsUtils.factorialDouble(k) * Math.pow(2 / Math.PI, k) + Math.abs(jet[k]);
                assertEquals(jet[k], sigma[k][i], 1e-13 * scale, activation.name() + " order " + k + " at " + z[i]);
            }
        }
    }

    /** By five-point Gauss quadrature on 40 panels, whose own error is far below the tolerance. */
    @ParameterizedTest
    @MethodSource("activations")
    void theIntegralOfEachDerivativeIsTheDifferenceOfTheOneBelow(Activation activation) {
        double a = -1.3, b = 0.9;
        double[] node = {-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640};
        double[] weight = {
            0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891
        };
        int panels = 40;
        double[] z = new double[panels * 5 + 2];
        for (int p = 0; p < panels * 5; p++) {
            z[p] = a + (b - a) / panels * (p / 5 + 0.5 + 0.5 * node[p % 5]);
        }
        z[panels * 5] = a;
        z[panels * 5 + 1] = b;
        double[][] sigma = evaluate(activation, 7, z);
        for (int k = 0; k < 7; k++) {
            double integral = 0;
            for (int p = 0; p < panels * 5; p++) {
                integral += 0.5 * (b - a) / panels * weight[p % 5] * sigma[k + 1][p];
            }
            double difference = sigma[k][panels * 5 + 1] - sigma[k][panels * 5];
            assertEquals(difference, integral, 1e-12, activation.name() + " order " + k);
        }
    }

    @Test
    void tanhIsRightToEightUlpsRelativeForTinyAndForSaturatedArguments() {
        Random random = new Random(3);
        double[] z = new double[60_000];
        for (int i = 0; i < z.length; i++) {
            double u = 2 * random.nextDouble() - 1;
            z[i] = i % 3 == 0 ? 20 * u : i % 3 == 1 ? 2 * u : Math.scalb(u, -random.nextInt(900));
        }
        assertRelative(Math::tanh, z, evaluate(Activation.named("tanh"), 0, z)[0], 1e-15);
    }

    @Test
    void sineAndCosineAreRightToFourTimesTenToTheMinusSixteenUpToAMillion() {
        Random random = new Random(4);
        double[] z = new double[60_000];
        for (int i = 0; i < z.length; i++) {
            double u = 2 * random.nextDouble() - 1;
            z[i] = i % 4 == 0
                    ? 1e3 * u
                    : i % 4 == 1 ? 3 * u : i % 4 == 2 ? random.nextInt(1_000) * (Math.PI / 4) : 1e6 * u;
        }
        z[0] = 1e6 + 0.5;
        double[][] sigma = evaluate(Activation.named("sin"), 1, z);
        for (int i = 0; i < z.length; i++) {
            assertEquals(Math.sin(z[i]), sigma[0][i], 4e-16, "sin " + z[i]);
            assertEquals(Math.cos(z[i]), sigma[1][i], 4e-16, "cos " + z[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"sigmoid, 350", "softplus, 350", "swish, 340", "gelu, 25"})
    void theLeftTailKeepsItsRelativeAccuracy(String name, double depth) {
        Random random = new Random(5);
        double[] z = random.doubles(20_000, -depth, -1).toArray();
        double[] got = evaluate(Activation.named(name), 0, z)[0];
        DoubleUnaryOperator expected = switch (name) {
            case "sigmoid" -> v -> Math.exp(v) / (1 + Math.exp(v));
            case "softplus" -> v -> Math.log1p(Math.exp(v));
            case "swish" -> v -> v * Math.exp(v) / (1 + Math.exp(v));
            default -> v -> 0.5 * v * Erf.erfc(-v / Math.sqrt(2));
        };
        for (int i = 0; i < z.length; i++) {
            double exact = expected.applyAsDouble(z[i]);
            double condition =
                    ((name.equals("gelu") ? 60 : 16) + 4 * (name.equals("gelu") ? z[i] * z[i] : Math.abs(z[i])))
                            * 0x1p-53;
            assertEquals(exact, got[i], condition * Math.abs(exact), name + " at " + z[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void theBitsOfADerivativeDependNeitherOnTheOrderAskedForNorOnThePlaceInTheArray(Activation activation) {
        double[] z = points(7, 133);
        z[17] = 3e6;
        double[][] full = evaluate(activation, 6, z);
        for (int order = 0; order < 6; order++) {
            double[][] some = evaluate(activation, order, z);
            for (int k = 0; k <= order; k++) {
                assertArrayEquals(full[k], some[k], 0.0, activation.name() + " order " + k + " of " + order);
            }
        }
        for (int i = 0; i < z.length; i++) {
            double[][] alone = evaluate(activation, 6, new double[] {z[i]});
            for (int k = 0; k <= 6; k++) {
                assertEquals(full[k][i], alone[k][0], 0.0, activation.name() + " order " + k + " at " + z[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void nanStaysNanAndTouchesNoNeighbour(Activation activation) {
        double[] z = points(8, 40);
        double[][] clean = evaluate(activation, 5, z);
        z[19] = Double.NaN;
        double[][] sigma = evaluate(activation, 5, z);
        for (int k = 0; k <= 5; k++) {
            assertTrue(Double.isNaN(sigma[k][19]), activation.name() + " order " + k);
            clean[k][19] = sigma[k][19];
            assertArrayEquals(clean[k], sigma[k], 0.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tanh, -1, 1, 0, 0",
        "sigmoid, 0, 1, 0, 0",
        "softplus, 0, Infinity, 0, 1",
        "swish, 0, Infinity, 0, 1",
        "gelu, 0, Infinity, 0, 1"
    })
    void theLimitsAtInfinityAreThoseOfAnalysis(
            String name, double left, double right, double slopeLeft, double slopeRight) {
        double huge = Double.MAX_VALUE;
        double[] z = {Double.NEGATIVE_INFINITY, -huge, -1e5, 1e5, huge, Double.POSITIVE_INFINITY};
        double[][] sigma = evaluate(Activation.named(name), 6, z);
        for (int i = 0; i < 6; i++) {
            double value = i < 3 ? left : Double.isInfinite(right) ? z[i] : right;
            assertEquals(value, sigma[0][i], 1e-100, name + " at " + z[i]);
            assertEquals(i < 3 ? slopeLeft : slopeRight, sigma[1][i], 1e-100, name + "' at " + z[i]);
            for (int k = 2; k <= 6; k++) {
                assertEquals(0, sigma[k][i], 1e-100, name + " order " + k + " at " + z[i]);
            }
        }
    }

    @Test
    void theSineOfInfinityIsNotANumber() {
        double[][] sigma = evaluate(Activation.named("sin"), 2, new double[] {Double.POSITIVE_INFINITY, 1});
        assertTrue(Double.isNaN(sigma[0][0]) && Double.isNaN(sigma[1][0]) && Double.isNaN(sigma[2][0]));
        assertEquals(Math.sin(1), sigma[0][1], 4e-16);
    }

    @Test
    void onlyTheFirstNEntriesAreWritten() {
        for (Activation activation : activations()) {
            double[][] sigma = new double[5][10];
            for (double[] s : sigma) {
                Arrays.fill(s, 7);
            }
            double[] z = points(9, 10);
            double[] before = z.clone();
            activation.derivatives(4, 6, z, sigma);
            assertArrayEquals(before, z);
            for (double[] s : sigma) {
                assertArrayEquals(new double[] {7, 7, 7, 7}, Arrays.copyOfRange(s, 6, 10));
            }
        }
    }

    @Test
    void everyActivationIsFoundByItsNameAndEqualsItself() {
        for (Activation activation : Activations.all()) {
            assertEquals(activation, Activation.named(activation.name()));
        }
        String message = assertThrows(IllegalArgumentException.class, () -> Activation.named("step"))
                .getMessage();
        assertEquals("activation 'step': known are [tanh, sin, sigmoid, softplus, swish, gelu, relu]", message);
    }

    /** The positive part and its slope, which is 0 at 0 from both sides; NaN stays NaN. */
    @Test
    void reluIsThePositivePartWithAFirstDerivativeAlone() {
        Activation relu = Activation.named("relu");
        double tiny = Double.MIN_VALUE;
        double[] z = {Double.NEGATIVE_INFINITY, -2, -tiny, -0.0, 0, tiny, 3, Double.POSITIVE_INFINITY, Double.NaN};
        double[][] sigma = evaluate(relu, 1, z);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, tiny, 3, Double.POSITIVE_INFINITY, Double.NaN}, sigma[0], 0.0);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1, 1, 1, Double.NaN}, sigma[1], 0.0);
        assertArrayEquals(sigma[0], evaluate(relu, 0, z)[0], 0.0);
        assertEquals(0, relu.smoothness());
        assertThrows(IllegalArgumentException.class, () -> evaluate(relu, 2, z));
    }

    private static double[][] evaluate(Activation activation, int order, double[] z) {
        double[][] sigma = new double[order + 1][z.length];
        activation.derivatives(order, z.length, z, sigma);
        return sigma;
    }

    /** Mostly of the size met in training, some tiny, some far out. */
    private static double[] points(long seed, int n) {
        Random random = new Random(seed);
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            double u = 2 * random.nextDouble() - 1;
            z[i] = i % 4 == 0 ? 24 * u : i % 4 == 1 ? Math.scalb(u, -random.nextInt(40)) : 2 * random.nextGaussian();
        }
        return z;
    }

    private static DerivativeStructure jet(String name, int order, double at) {
        DerivativeStructure z = new DSFactory(1, order).variable(0, at);
        return switch (name) {
            case "tanh" -> z.tanh();
            case "sin" -> z.sin();
            case "sigmoid" -> logistic(z);
            case "softplus" -> antiderivative(z, softplus(at), logistic(z));
            case "swish" -> z.multiply(logistic(z));
            default -> z.multiply(antiderivative(z, 0.5 * Erf.erfc(-at / Math.sqrt(2)), density(z)));
        };
    }

    private static DerivativeStructure logistic(DerivativeStructure z) {
        return z.getValue() > 0
                ? z.negate().exp().add(1).reciprocal()
                : z.exp().divide(z.exp().add(1));
    }

    private static double softplus(double at) {
        return Math.max(at, 0) + Math.log1p(Math.exp(-Math.abs(at)));
    }

    private static DerivativeStructure density(DerivativeStructure z) {
        return z.multiply(z).multiply(-0.5).exp().divide(Math.sqrt(2 * Math.PI));
    }

    /** The jet of F(z) from its value and the jet of F', whose last order is not needed. */
    private static DerivativeStructure antiderivative(DerivativeStructure z, double value, DerivativeStructure slope) {
        double[] f = new double[z.getOrder() + 1];
        f[0] = value;
        System.arraycopy(slope.getAllDerivatives(), 0, f, 1, z.getOrder());
        return z.compose(f);
    }

    private static void assertRelative(DoubleUnaryOperator expected, double[] z, double[] got, double bound) {
        for (int i = 0; i < z.length; i++) {
            double exact = expected.applyAsDouble(z[i]);
            assertEquals(exact, got[i], bound * Math.abs(exact), "at " + z[i]);
        }
    }
}
