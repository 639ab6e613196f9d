package org.pinn4j.validation.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquareNetworksTest {
    private static final int SAMPLES = 2000;

    /** 0 ≤ f_m(x) − x² ≤ 2^(−2m−2) for x in [0, 1] (Yarotsky 2017, proposition 2). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12, 16, 20})
    void theSquareErrsUpwardsByAtMostItsBound(int m) {
        ReluNetwork square = SquareNetworks.square(m);
        SplittableRandom rng = new SplittableRandom(m);
        for (int k = 0; k < SAMPLES; k++) {
            double x = rng.nextDouble();
            double error = square.at(x)[0] - x * x;
            assertTrue(error >= -1e-15 && error <= SquareNetworks.bound(m) + 1e-15, "x = " + x + ", error " + error);
        }
    }

    /** f_m(k/2^m) = (k/2^m)², and the bound is attained between the nodes: it cannot be improved. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void theSquareIsExactAtTheNodesAndItsBoundIsAttainedBetweenThem(int m) {
        ReluNetwork square = SquareNetworks.square(m);
        double h = Math.scalb(1.0, -m);
        for (int k = 0; k <= 1 << m; k++) {
            assertEquals(k * h * k * h, square.at(k * h)[0]);
        }
        for (int k = 0; k < 1 << m; k++) {
            double middle = (k + 0.5) * h;
            assertEquals(SquareNetworks.bound(m), square.at(middle)[0] - middle * middle);
        }
    }

    @Test
    void itsSizeIsLinearInTheNumberOfDigits() {
        for (int m = 1; m <= 24; m++) {
            ReluNetwork square = SquareNetworks.square(m);
            assertEquals(12 * m - 2, square.parameters());
            assertEquals(m + 1, square.length());
        }
    }

    /** O(log 1/ε): fewer than 6 log₂(1/ε) parameters give the error ε. */
    @Test
    void anErrorAskedForIsMetWithFewerThanSixParametersABit() {
        for (double epsilon = 0.25; epsilon > 1e-12; epsilon *= 0.37) {
            ReluNetwork square = SquareNetworks.squareTo(epsilon);
            double bits = Math.log(1 / epsilon) / Math.log(2);
            assertTrue(square.parameters() < 6 * bits, square.parameters() + " parameters for " + epsilon);
            double x = Math.scalb(
                    0.5, -(square.length() - 1)); // the middle of the first interval, where the error is largest
            assertTrue(square.at(x)[0] - x * x <= epsilon);
        }
    }

    /** Linear interpolation at 2^m + 1 nodes by one hidden layer needs a neuron for each: the depth is what pays. */
    @Test
    void oneHiddenLayerOfTheSameErrorWouldBeExponentiallyLarger() {
        for (int m = 6; m <= 20; m++) {
            int shallow = 3 * (1 << m) + 1;
            assertTrue(SquareNetworks.square(m).parameters() * 2 < shallow);
        }
    }

    /** |product(x, y) − xy| ≤ r²·2^(−2m−2) on [−r, r]². */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3, 100})
    void theProductErrsByAtMostItsBound(double r) {
        SplittableRandom rng = new SplittableRandom(5);
        for (int m : new int[] {1, 3, 6, 10}) {
            ReluNetwork product = SquareNetworks.product(m, r);
            double largest = 0;
            for (int k = 0; k < SAMPLES; k++) {
                double x = r * rng.nextDouble(-1, 1);
                double y = r * rng.nextDouble(-1, 1);
                largest = Math.max(largest, Math.abs(product.at(x, y)[0] - x * y));
            }
            double bound = r * r * SquareNetworks.bound(m);
            assertTrue(largest <= bound * (1 + 1e-9), "m = " + m + ": " + largest + " over " + bound);
            assertTrue(largest > bound / 2, "the bound is far from sharp: " + largest + " under " + bound);
        }
    }

    /** Both squares are of one number there; what is left is the rounding of their sums, 2⁻⁵³ of r², and far below the bound 2⁻¹². */
    @Test
    void theProductWithZeroIsZeroToTheLastBit() {
        double r = 2;
        ReluNetwork product = SquareNetworks.product(5, r);
        for (double x : new double[] {-2, -1.3, 0, 0.1, 1.999}) {
            assertEquals(0, product.at(x, 0)[0], r * r * 0x1p-53);
            assertEquals(0, product.at(0, x)[0], r * r * 0x1p-53);
        }
    }

    @Test
    void theSizeOfTheProductGrowsByAConstantForEachLayer() {
        int growth = SquareNetworks.product(3, 1).parameters()
                - SquareNetworks.product(2, 1).parameters();
        for (int m = 2; m < 24; m++) {
            assertEquals(
                    growth,
                    SquareNetworks.product(m + 1, 1).parameters()
                            - SquareNetworks.product(m, 1).parameters());
        }
        assertEquals(6 * 7, growth); // one more hidden layer of twice three neurons
    }

    @Test
    void askingForTooMuchIsAnErrorWithTheRange() {
        assertThrows(IllegalArgumentException.class, () -> SquareNetworks.square(0));
        assertThrows(IllegalArgumentException.class, () -> SquareNetworks.square(25));
        assertThrows(IllegalArgumentException.class, () -> SquareNetworks.squareTo(0.5));
        assertThrows(IllegalArgumentException.class, () -> SquareNetworks.product(3, 0));
    }
}
