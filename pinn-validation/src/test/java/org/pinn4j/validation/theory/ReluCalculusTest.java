package org.pinn4j.validation.theory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReluCalculusTest {
    private static double[][] matrix(Random rng, int out, int in) {
        double[][] w = new double[out][];
        for (int o = 0; o < out; o++) {
            w[o] = rng.doubles(in, -1, 1).toArray();
        }
        return w;
    }

    private static ReluNetwork network(Random rng, int in, int out, int hiddenLayers) {
        int width = 1 + rng.nextInt(4);
        ReluNetwork result = ReluNetwork.affine(
                matrix(rng, width, in), rng.doubles(width, -1, 1).toArray());
        for (int k = 0; k < hiddenLayers; k++) {
            int next = k == hiddenLayers - 1 ? out : 1 + rng.nextInt(4);
            int neurons = 1 + rng.nextInt(5);
            result = ReluNetwork.hidden(
                            matrix(rng, neurons, result.outputs()),
                            rng.doubles(neurons, -1, 1).toArray(),
                            matrix(rng, next, neurons),
                            rng.doubles(next, -1, 1).toArray())
                    .after(result);
        }
        return result;
    }

    private static double[] join(double[] a, double[] b) {
        double[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** The realization of f ∘ g is the composition of the realizations, with L + L′ − 1 layers. */
    @RepeatedTest(20)
    void compositionOfNetworksIsCompositionOfFunctions(RepetitionInfo trial) {
        Random rng = new Random(trial.getCurrentRepetition());
        ReluNetwork g = network(rng, 3, 2, 1 + rng.nextInt(3));
        ReluNetwork f = network(rng, 2, 4, 1 + rng.nextInt(3));
        ReluNetwork both = f.after(g);
        double[] x = rng.doubles(3, -2, 2).toArray();
        assertArrayEquals(f.at(g.at(x)), both.at(x), 1e-13);
        assertEquals(f.length() + g.length() - 1, both.length());
    }

    @RepeatedTest(20)
    void compositionIsAssociativeInFunctionAndSize(RepetitionInfo trial) {
        Random rng = new Random(100 + trial.getCurrentRepetition());
        ReluNetwork f = network(rng, 2, 1, 1);
        ReluNetwork g = network(rng, 3, 2, 2);
        ReluNetwork h = network(rng, 1, 3, 1);
        double[] x = rng.doubles(1, -2, 2).toArray();
        assertArrayEquals(f.after(g).after(h).at(x), f.after(g.after(h)).at(x), 1e-13);
        assertEquals(f.after(g).after(h).parameters(), f.after(g.after(h)).parameters());
    }

    @RepeatedTest(20)
    void networksSideBySideDoNotTouchEachOther(RepetitionInfo trial) {
        Random rng = new Random(200 + trial.getCurrentRepetition());
        ReluNetwork f = network(rng, 2, 3, 1 + rng.nextInt(4)); // of other length than g most of the time
        ReluNetwork g = network(rng, 1, 2, 1 + rng.nextInt(4));
        double[] x = rng.doubles(2, -2, 2).toArray();
        double[] y = rng.doubles(1, -2, 2).toArray();
        assertArrayEquals(join(f.at(x), g.at(y)), f.beside(g).at(join(x, y)), 1e-13);
        assertEquals(Math.max(f.length(), g.length()), f.beside(g).length());
    }

    @RepeatedTest(20)
    void sumsAndMultiplesAreThoseOfTheFunctions(RepetitionInfo trial) {
        Random rng = new Random(300 + trial.getCurrentRepetition());
        ReluNetwork f = network(rng, 2, 3, 2);
        ReluNetwork g = network(rng, 2, 3, 1);
        double[] x = rng.doubles(2, -2, 2).toArray();
        double[] expected = f.at(x);
        for (int k = 0; k < 3; k++) {
            expected[k] += -2.5 * g.at(x)[k];
        }
        assertArrayEquals(expected, f.plus(g.times(-2.5)).at(x), 1e-13);
    }

    @Test
    void theIdentityOfAnyLengthIsTheIdentityExactly() {
        double[] x = {-3.25, 0, 1e-3};
        for (int length = 1; length <= 5; length++) {
            ReluNetwork identity = ReluNetwork.identity(3, length);
            assertArrayEquals(x, identity.at(x), 0);
            assertEquals(length, identity.length());
        }
        assertEquals(6 * 4 + 3 * 7, ReluNetwork.identity(3, 2).parameters());
    }

    @Test
    void partsThatDoNotFitAreErrorsThatNameBothSizes() {
        ReluNetwork two = ReluNetwork.identity(2, 1);
        ReluNetwork three = ReluNetwork.identity(3, 1);
        String message = assertThrows(IllegalArgumentException.class, () -> two.after(three))
                .getMessage();
        assertEquals("after: the inner network has 3 outputs, this one reads 2", message);
        assertThrows(IllegalArgumentException.class, () -> two.plus(three));
        assertThrows(IllegalArgumentException.class, () -> two.at(1));
        assertThrows(IllegalArgumentException.class, () -> ReluNetwork.affine(new double[][] {{1, 2}, {3}}, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> ReluNetwork.identity(0, 1));
    }
}
