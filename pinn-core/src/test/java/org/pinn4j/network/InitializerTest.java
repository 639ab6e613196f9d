package org.pinn4j.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinn4j.random.RandomStream;

class InitializerTest {
    private static final Network NETWORK = Mlp.of("tanh", 150, 250).build(100, 80);

    /** Over the 37,500 weights of the middle layer the variance of a normal sample varies by 0.7 %, of a uniform by less. */
    @ParameterizedTest
    @CsvSource({
        "GLOROT_NORMAL, 0.005, 3",
        "GLOROT_UNIFORM, 0.005, 1.8",
        "HE, 0.013333333333333334, 3",
        "LECUN, 0.006666666666666667, 3"
    })
    void theWeightsHaveTheMomentsOfTheirScheme(Initializer.Scheme scheme, double variance, double kurtosis) {
        double[] w = block(NETWORK, new Initializer(scheme, 1, 1, 0), "hidden2.weight");
        assertEquals(0, moment(w, 1), 5 * Math.sqrt(variance / w.length));
        assertEquals(1, moment(w, 2) / variance, 0.04);
        assertEquals(kurtosis, moment(w, 4) / Math.pow(moment(w, 2), 2), 0.15);
    }

    @Test
    void biasesAreZeroUnlessAskedFor() {
        assertArrayEquals(new double[250], block(NETWORK, Initializer.glorotNormal(), "hidden2.bias"));
        double[] b = block(NETWORK, Initializer.glorotNormal().withBiases(0.5), "hidden2.bias");
        assertEquals(0.25, moment(b, 2), 0.1);
    }

    @Test
    void aFactorOnTheFirstOrLastLayerScalesItAndNoOther() {
        double[] plain = NETWORK.initialise(Initializer.glorotNormal(), stream());
        double[] scaled = NETWORK.initialise(Initializer.sine(4).withLastLayerTimes(0.5), stream());
        for (Network.Block block : NETWORK.blocks()) {
            double factor =
                    block.name().startsWith("hidden1") ? 4 : block.name().startsWith("output") ? 0.5 : 1;
            double[] expected = part(plain, block);
            for (int j = 0; j < expected.length; j++) {
                expected[j] *= factor;
            }
            assertArrayEquals(expected, part(scaled, block), 1e-15, block.name());
        }
    }

    /** In the gated network every layer on the raw input is a first one: the lift and the u part of each gate. */
    @Test
    void everyLayerThatReadsTheInputIsAFirstLayer() {
        Network gated = Architecture.parse("gated(6,2;tanh)").build(2, 1);
        double[] plain = gated.initialise(Initializer.glorotNormal(), stream());
        double[] scaled = gated.initialise(Initializer.sine(3), stream());
        for (Network.Block block : gated.blocks()) {
            boolean first = block.name().startsWith("first") || block.name().endsWith(".u.weight");
            if (block.name().endsWith("weight")) {
                assertEquals(first ? 3 : 1, scaled[block.offset()] / plain[block.offset()], 1e-12, block.name());
            }
        }
    }

    @Test
    void fourierFrequenciesHaveTheirOwnScaleWhateverTheInitialiser() {
        Network network = Architecture.parse("fourier(4000,7.5;5;tanh)").build(3, 1);
        double[] w = block(network, Initializer.sine(30), "frequencies.weight");
        assertEquals(1, moment(w, 2) / (7.5 * 7.5), 0.06);
        double[] plain = block(network, Initializer.glorotNormal(), "hidden1.weight");
        assertArrayEquals(plain, block(network, Initializer.sine(30), "hidden1.weight"));
    }

    @Test
    void theSameStreamGivesTheSameStartAndAnotherSeedAnother() {
        double[] once = NETWORK.initialise(Initializer.he(), stream());
        assertArrayEquals(once, NETWORK.initialise(Initializer.he(), stream()));
        assertFalse(Arrays.equals(once, NETWORK.initialise(Initializer.he(), RandomStream.of(2, "initialisation"))));
    }

    @Test
    void aFactorThatIsNotPositiveIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> Initializer.sine(-1))
                .getMessage();
        assertTrue(message.contains("first layer, got -1.0"), message);
        assertThrows(IllegalArgumentException.class, () -> Initializer.he().withLastLayerTimes(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Initializer.he().withBiases(-1));
    }

    private static RandomStream stream() {
        return RandomStream.of(1, "initialisation");
    }

    private static double[] block(Network network, Initializer initializer, String name) {
        double[] theta = network.initialise(initializer, stream());
        return network.blocks().stream()
                .filter(b -> b.name().equals(name))
                .map(b -> part(theta, b))
                .findFirst()
                .orElseThrow();
    }

    private static double[] part(double[] theta, Network.Block block) {
        return Arrays.copyOfRange(theta, block.offset(), block.offset() + block.size());
    }

    private static double moment(double[] v, int power) {
        return DoubleStream.of(v).map(x -> Math.pow(x, power)).average().orElseThrow();
    }
}
