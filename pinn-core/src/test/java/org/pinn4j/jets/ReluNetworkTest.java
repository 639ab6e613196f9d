package org.pinn4j.jets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pinn4j.blas.Backends;
import org.pinn4j.network.Activation;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Network;

class ReluNetworkTest {
    private static final DerivativePlan VALUES = DerivativePlan.of(1, List.of());

    private static NetworkJets jets(Network network, DerivativePlan plan, int points) {
        return new NetworkJets(network, 0, plan, points, Backends.select("java").blas());
    }

    /** Two units at x = 2: z = 2·2 − 3 = 1 and z = 2 − 2 = 0, whose slope is 0 by definition; u = 5·1 + 7·0 − 1 = 4. */
    @Test
    void theGradientInTheParametersIsThatByHand() {
        Network network = Architecture.parse("mlp(2;relu)").build(1, 1);
        double[] theta = {2, 1, -3, -2, 5, 7, -1}; // W¹, b¹, W², b²
        NetworkJets jets = jets(network, VALUES, 1);
        jets.forward(theta, new double[] {2}, 0, 1, true);
        assertEquals(4, jets.output()[0]);
        jets.seeds()[0] = 1;
        double[] gradient = new double[7];
        jets.reverse(theta, gradient);
        assertArrayEquals(new double[] {10, 0, 5, 0, 1, 0, 1}, gradient);
    }

    /** The output is piecewise linear in each parameter, so that central differences are exact but for rounding. */
    @Test
    void theGradientOfADeepNetworkIsThatOfDifferences() {
        for (String text : List.of("mlp(9,8,7;relu)", "resnet(8,2;relu)")) {
            Network network = Architecture.parse(text).build(2, 1);
            Random random = new Random(3);
            double[] theta = random.doubles(network.parameters(), -1, 1).toArray();
            double[] x = random.doubles(2 * 11, -1, 1).toArray();
            DerivativePlan plan = DerivativePlan.of(2, List.of());
            NetworkJets jets = jets(network, plan, 11);
            jets.forward(theta, x, 0, 11, true);
            java.util.Arrays.fill(jets.seeds(), 0, 11, 1);
            double[] gradient = new double[theta.length];
            jets.reverse(theta, gradient);
            double h = 1e-7;
            for (int k = 0; k < theta.length; k++) {
                double at = theta[k];
                theta[k] = at + h;
                double above = sum(jets, theta, x);
                theta[k] = at - h;
                double below = sum(jets, theta, x);
                theta[k] = at;
                assertEquals((above - below) / (2 * h), gradient[k], 1e-6, text + " parameter " + k);
            }
        }
    }

    private static double sum(NetworkJets jets, double[] theta, double[] x) {
        jets.forward(theta, x, 0, 11, false);
        double sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += jets.output()[i];
        }
        return sum;
    }

    @Test
    void aPlanWithDerivativesIsRefused() {
        Network network = Architecture.parse("mlp(4;relu)").build(1, 1);
        DerivativePlan plan = DerivativePlan.of(1, List.of(List.of(1)));
        String expected =
                "plan [0] [1]: order 1, and a network of relu has derivatives in its inputs up to order 0; take a smooth"
                        + " activation, such as tanh, or softplus in place of relu, or state the equation without this derivative";
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> jets(network, plan, 1))
                        .getMessage());
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> new PointJets(network, 0, plan, 1))
                        .getMessage());
        assertEquals(0, network.smoothness());
        assertEquals(
                Integer.MAX_VALUE, Architecture.parse("mlp(4;tanh)").build(1, 1).smoothness());
        double[][] sigma = new double[3][1];
        String order = assertThrows(
                        IllegalArgumentException.class,
                        () -> Activation.named("relu").derivatives(2, 1, new double[1], sigma))
                .getMessage();
        assertEquals("order: need 0 to 1, got 2", order);
    }
}
