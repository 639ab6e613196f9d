package org.pinn4j.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @ValueSource(strings = {"mlp(20,7,9;tanh)", "resnet(12,3;sin)", "gated(8,2;tanh)", "fourier(6,2.5;10,11;tanh)"})
    void parameterBlocksTileThetaAndTheProgramIsWellFormed(String text) {
        Network network = Architecture.parse(text).build(3, 2);
        int next = 0;
        for (Network.Block block : network.blocks()) {
            assertEquals(next, block.offset(), block.name());
            next += block.size();
        }
        assertEquals(next, network.parameters());
        assertEquals(3, network.width(0));
        assertEquals(2, network.outputs());
        assertEquals(2, network.width(network.steps().size()));
    }

    @Test
    void aDenseLayerPutsItsWeightsBeforeItsBiasAndNamesBoth() {
        Network network = Mlp.of("tanh", 20, 30).build(2, 1);
        assertEquals(
                List.of(
                        new Network.Block("hidden1.weight", 0, 2, 20),
                        new Network.Block("hidden1.bias", 40, 1, 20),
                        new Network.Block("hidden2.weight", 60, 20, 30),
                        new Network.Block("hidden2.bias", 660, 1, 30),
                        new Network.Block("output.weight", 690, 30, 1),
                        new Network.Block("output.bias", 720, 1, 1)),
                network.blocks());
        assertEquals(new Network.Dense(2, 20, 30, 60, 660), network.steps().get(2));
        assertEquals(new Network.Dense(4, 30, 1, 690, 720), network.steps().get(4));
    }

    /** Per gate (d + w)·w + w parameters, four gates a layer, d·w + w before and w + 1 after. */
    @Test
    void theGatedNetworkHasTheParameterCountOfItsFormula() {
        int d = 3, w = 50, layers = 3;
        int expected = d * w + w + layers * 4 * ((d + w) * w + w) + w + 1;
        assertEquals(
                expected,
                new GatedNet(w, layers, Activation.named("tanh")).build(d, 1).parameters());
    }

    @Test
    void theFourierLayerHasNoBiasAndFeedsTwiceItsWidth() {
        Network network = Architecture.parse("fourier(6,2.5;10;tanh)").build(2, 1);
        assertFalse(((Network.Dense) network.steps().get(0)).hasBias());
        assertEquals(
                new Network.Block("hidden1.weight", 12, 12, 10),
                network.blocks().get(1));
    }

    @Test
    void theBuilderRefusesWhatDoesNotFitAndSaysWhy() {
        Builder b = Network.builder(2);
        int v = b.dense("a", 0, 4);
        refused("value 7 does not exist, there are values 0 to 1", () -> b.activate(7, Activation.named("tanh")));
        refused("value 0 of width 2 and value 1 of width 4", () -> b.add(0, v));
        refused("value 1 of width 4 and value 0 of width 2", () -> b.multiply(v, 0));
        refused("layer a: the name is taken", () -> b.dense("a", v, 3));
        refused("layer c: need at least 1 output, got 0", () -> b.dense("c", v, 0));
        refused("factor NaN", () -> b.scale(v, Double.NaN, 0));
        refused("got 0.0", () -> b.denseWithDeviation("d", v, 2, 0));
        refused("at least 1 input, got 0", () -> Network.builder(0));
    }

    @Test
    void aProgramWithALeftoverValueIsRefused() {
        Builder b = Network.builder(2);
        int a = b.dense("a", 0, 4);
        int c = b.dense("b", 0, 4);
        refused("must be the last value 2, got 1", () -> b.build(a));
        refused("value 1 (Dense", () -> b.build(c));
    }

    private static void refused(String part, Runnable action) {
        String message =
                assertThrows(IllegalArgumentException.class, action::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
