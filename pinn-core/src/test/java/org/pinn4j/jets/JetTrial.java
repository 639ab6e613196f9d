package org.pinn4j.jets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.special.Erf;
import org.hipparchus.util.Binary64;
import org.pinn4j.blas.Backends;
import org.pinn4j.network.Activation;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.FourierMlp;
import org.pinn4j.network.GatedNet;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.network.ResNet;
import org.pinn4j.random.RandomStream;

/** A seeded random network, plan and tile of points; its jets are compared with those of Hipparchus. */
final class JetTrial {
    private static final List<String> ACTIVATIONS = List.of("tanh", "sin", "sigmoid", "softplus", "swish", "gelu");

    final int axes;
    final int outputs;
    final int n;
    final String activation;
    final Architecture architecture;
    final Network network;
    final DerivativePlan plan;
    final double[] theta;
    final double[] x; // [axis · n + i]
    private final Random random;

    /**
     * @param size 0 tiny (for oracles that carry every parameter along), 1 small, 2 medium, 3 large
     * @param highest order of the plan at most
     */
    JetTrial(long seed, int size, int highest) {
        random = new Random(seed);
        axes = 1 + random.nextInt(size == 0 ? 2 : 4);
        outputs = 1 + random.nextInt(2);
        n = 5 + random.nextInt(size == 1 ? 8 : 3);
        activation = ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()));
        architecture = architecture(size);
        network = architecture.build(axes, outputs);
        plan = plan(highest);
        double times = 0.5 + 3.5 * random.nextDouble();
        Initializer glorot = new Initializer(Initializer.Scheme.GLOROT_NORMAL, times, times, 0.5);
        theta = network.initialise(glorot, RandomStream.of(seed, "theta"));
        for (Network.Block block : network.blocks()) { // the factors above are for the first and last layers only
            for (int k = 0; isInner(block) && k < block.size(); k++) {
                theta[block.offset() + k] *= times;
            }
        }
        x = random.doubles((long) axes * n, -1, 1).toArray();
    }

    private boolean isInner(Network.Block block) {
        boolean last = block.offset() + block.size() + outputs >= theta.length;
        return block.rows() > 1 && block.rows() != axes && !last;
    }

    private Architecture architecture(int size) {
        Activation sigma = Activation.named(activation);
        int[] depths = {2, 3, 5, 6};
        int[] widths = {3, 9, 24, 64};
        int depth = size == 3 ? 6 : 1 + random.nextInt(depths[size]);
        int width = size == 3 ? 64 : 1 + random.nextInt(widths[size]);
        List<Integer> hidden = new ArrayList<>();
        for (int k = 0; k < depth; k++) {
            hidden.add(size == 3 ? 64 : 1 + random.nextInt(widths[size]));
        }
        return switch (random.nextInt(5)) {
            case 0 -> new ResNet(width, (depth + 1) / 2, sigma);
            case 1 -> new GatedNet(width, (depth + 2) / 3, sigma);
            case 2 -> new FourierMlp(1 + random.nextInt(widths[size]), 1.5, hidden, sigma);
            default -> new Mlp(hidden, sigma);
        };
    }

    private DerivativePlan plan(int highest) {
        int order = random.nextInt(highest + 1);
        List<List<Integer>> needed = new ArrayList<>();
        for (int k = 1 + random.nextInt(3); k > 0; k--) {
            Integer[] index = new Integer[axes];
            Arrays.fill(index, 0);
            for (int o = 0; o < order; o++) {
                index[random.nextInt(axes)]++;
            }
            needed.add(List.of(index));
        }
        boolean collapse = order <= 2 && random.nextInt(3) == 0;
        return DerivativePlan.of(axes, needed, collapse ? List.of(weights()) : List.of());
    }

    private double[] weights() {
        return random.doubles(axes, -2, 2).toArray();
    }

    double[] vector(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    /** The network on jets, by a plan that may have been tampered with. */
    NetworkJets jets(DerivativePlan by) {
        return new NetworkJets(network, 0, by, n, Backends.select("java").blas());
    }

    /** The coordinates as jets: value, slope 1, nothing of higher order. */
    double[] input() {
        int rows = plan.channels() * n;
        double[] input = new double[(axes + 1) * rows];
        for (int a = 0; a < axes; a++) {
            System.arraycopy(x, a * n, input, a * rows, n);
            int slope = plan.channel(DerivativePlan.unit(axes, a));
            if (slope > 0) {
                Arrays.fill(input, a * rows + slope * n, a * rows + slope * n + n, 1);
            }
        }
        return input;
    }

    /**
     * The largest error of a derivative over the tile, relative to the largest derivative of the same total order; infinite if
     * one is not a number.
     */
    double error(NetworkJets jets) {
        jets.forward(theta, input(), 0, n, false);
        return error(jets.output());
    }

    /** The same of jets by whatever made them, [outputs · C · n]. */
    double error(double[] jets) {
        double[][] scale = new double[outputs][plan.order() + 1];
        double[][] error = new double[outputs][plan.order() + 1];
        for (int i = 0; i < n; i++) {
            List<DerivativeStructure> exact = exact(i, plan.order());
            for (int o = 0; o < outputs; o++) {
                compare(exact.get(o), jets, o, i, scale[o], error[o]);
            }
        }
        double worst = 0;
        for (int o = 0; o < outputs; o++) {
            for (int k = 0; k <= plan.order(); k++) {
                double relative = error[o][k] == 0 ? 0 : error[o][k] / scale[o][k];
                worst = Math.max(worst, Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative);
            }
        }
        return worst;
    }

    private void compare(DerivativeStructure u, double[] jets, int output, int i, double[] scale, double[] error) {
        for (int k = 0; k < u.getFactory().getCompiler().getSize(); k++) {
            int[] orders = u.getFactory().getCompiler().getPartialDerivativeOrders(k);
            int total = Arrays.stream(orders).sum();
            scale[total] = Math.max(scale[total], Math.abs(u.getPartialDerivative(orders)));
        }
        for (int c = 0; c < plan.channels(); c++) {
            double got = jets[(output * plan.channels() + c) * n + i] * plan.factorial(c);
            double wanted = plan.isCollapsed(c) ? sum(u, plan.weights(c)) : u.getPartialDerivative(orders(c));
            int total = plan.isCollapsed(c) ? 2 : Arrays.stream(orders(c)).sum();
            double difference = Math.abs(got - wanted);
            error[total] = difference <= error[total] ? error[total] : difference;
        }
    }

    private int[] orders(int channel) {
        return plan.index(channel).stream().mapToInt(o -> o).toArray();
    }

    private double sum(DerivativeStructure u, double[] weights) {
        double sum = 0;
        for (int k = 0; k < axes; k++) {
            int[] orders = new int[axes];
            orders[k] = 2;
            sum += weights[k] * u.getPartialDerivative(orders);
        }
        return sum;
    }

    /** The outputs at point i with all derivatives up to an order. */
    List<DerivativeStructure> exact(int i, int order) {
        DSFactory factory = new DSFactory(axes, order);
        List<DerivativeStructure> point = new ArrayList<>();
        for (int a = 0; a < axes; a++) {
            point.add(order == 0 ? factory.constant(x[a * n + i]) : factory.variable(a, x[a * n + i]));
        }
        PlainNetwork.Weights<DerivativeStructure> weights = new PlainNetwork.Weights<>() {
            @Override
            public DerivativeStructure times(int index, DerivativeStructure a) {
                return a.multiply(theta[index]);
            }

            @Override
            public DerivativeStructure value(int index) {
                return factory.constant(theta[index]);
            }
        };
        UnaryOperator<DerivativeStructure> sigma = activation.equals("gelu")
                ? z -> z.multiply(z.compose(normalDistribution(z.getReal(), order)))
                : z -> PlainNetwork.activation(activation, z);
        return PlainNetwork.evaluate(architecture, weights, sigma, point, outputs);
    }

    private static double[] normalDistribution(double z, int order) {
        double value = 0.5 * Erf.erfc(-z / Math.sqrt(2));
        return PlainNetwork.normalDistribution(new Binary64(z), new Binary64(value), order).stream()
                .mapToDouble(Binary64::getReal)
                .toArray();
    }

    @Override
    public String toString() {
        return architecture.describe() + " on " + plan;
    }
}
