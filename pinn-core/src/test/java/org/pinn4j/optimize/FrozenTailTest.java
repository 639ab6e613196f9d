package org.pinn4j.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What stands still takes part in the values and in no derivative. */
class FrozenTailTest {
    private static final int UNITS = 3;
    private static final int ROWS = 20;
    private static final int FROZEN = 2;

    private final LeastSquares whole = Classics.tanhFit(UNITS, ROWS);
    private final double[] all = Classics.tanhStart(UNITS, 1);
    private final int first = all.length - FROZEN;
    private final double[] theta = Arrays.copyOf(all, first);
    private final FrozenTail frozen = new FrozenTail(whole, Arrays.copyOfRange(all, first, all.length));

    @Test
    void valuesAndGradientAreThoseOfTheWhole() {
        double[] g = new double[first];
        double[] expected = new double[all.length];
        assertEquals(whole.gradient(all, expected), frozen.gradient(theta, g));
        assertArrayEquals(Arrays.copyOf(expected, first), g);
        assertEquals(whole.value(all), frozen.value(theta));
        assertEquals(first, frozen.parameters());
    }

    @Test
    void theMatrixIsThatOfTheFirstParameters() {
        int p = all.length;
        double[] expected = new double[p * p];
        double[] a = new double[first * first];
        whole.normal(all, expected, p, new double[p], new double[ROWS]);
        frozen.normal(theta, a, first, new double[first], new double[ROWS]);
        for (int column = 0; column < first; column++) {
            for (int row = column; row < first; row++) {
                assertEquals(expected[row + column * p], a[row + column * first], "row " + row + ", column " + column);
            }
        }
    }

    @Test
    void directionsOfTheFirstParametersLeaveTheOthersAlone() {
        double[] v = {0.3, -1, 0.5, 2, 0.1, -0.7, 1};
        double[] out = new double[ROWS];
        double[] expected = new double[ROWS];
        frozen.jv(theta, v, out);
        whole.jv(all, Arrays.copyOf(v, all.length), expected);
        assertArrayEquals(expected, out);
        double[] back = new double[first];
        double[] expectedBack = new double[all.length];
        frozen.jtw(theta, out, back);
        whole.jtw(all, out, expectedBack);
        assertArrayEquals(Arrays.copyOf(expectedBack, first), back);
    }
}
