package org.pinn4j.jets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.GradientField;
import org.hipparchus.special.Erf;
import org.hipparchus.util.MathArrays;

/**
 * A tiny {@link JetTrial} with the derivatives of every channel by every parameter, from derivative structures whose numbers
 * are gradients.
 */
final class GradientTrial {
    final JetTrial jets;
    private final int parameters;
    private final double[][][][] exact; // [point][output][channel][parameter]

    GradientTrial(long seed) {
        this(new JetTrial(seed, 0, 3));
    }

    /** @param jets tiny */
    GradientTrial(JetTrial jets) {
        this.jets = jets;
        parameters = jets.theta.length;
        exact = new double[jets.n][jets.outputs][jets.plan.channels()][];
        for (int i = 0; i < jets.n; i++) {
            List<FieldDerivativeStructure<Gradient>> u = evaluate(i);
            for (int o = 0; o < jets.outputs; o++) {
                for (int c = 0; c < jets.plan.channels(); c++) {
                    exact[i][o][c] = channel(u.get(o), c).getGradient();
                }
            }
        }
    }

    private Gradient channel(FieldDerivativeStructure<Gradient> u, int c) {
        if (!jets.plan.isCollapsed(c)) {
            int[] orders = jets.plan.index(c).stream().mapToInt(o -> o).toArray();
            return u.getPartialDerivative(orders).divide(jets.plan.factorial(c));
        }
        Gradient sum = Gradient.constant(parameters, 0);
        for (int k = 0; k < jets.axes; k++) {
            int[] orders = new int[jets.axes];
            orders[k] = 2;
            sum = sum.add(u.getPartialDerivative(orders).multiply(jets.plan.weights(c)[k]));
        }
        return sum;
    }

    private List<FieldDerivativeStructure<Gradient>> evaluate(int i) {
        FDSFactory<Gradient> factory =
                new FDSFactory<>(GradientField.getField(parameters), jets.axes, jets.plan.order());
        List<FieldDerivativeStructure<Gradient>> point = new ArrayList<>();
        for (int a = 0; a < jets.axes; a++) {
            Gradient x = Gradient.constant(parameters, jets.x[a * jets.n + i]);
            point.add(jets.plan.order() == 0 ? factory.constant(x) : factory.variable(a, x));
        }
        PlainNetwork.Weights<FieldDerivativeStructure<Gradient>> weights = new PlainNetwork.Weights<>() {
            @Override
            public FieldDerivativeStructure<Gradient> times(int index, FieldDerivativeStructure<Gradient> a) {
                return a.multiply(Gradient.variable(parameters, index, jets.theta[index]));
            }

            @Override
            public FieldDerivativeStructure<Gradient> value(int index) {
                return factory.constant(Gradient.variable(parameters, index, jets.theta[index]));
            }
        };
        UnaryOperator<FieldDerivativeStructure<Gradient>> sigma = jets.activation.equals("gelu")
                ? z -> z.multiply(z.compose(normalDistribution(z.getValue())))
                : z -> PlainNetwork.activation(jets.activation, z);
        return PlainNetwork.evaluate(jets.architecture, weights, sigma, point, jets.outputs);
    }

    private Gradient[] normalDistribution(Gradient z) {
        double density = Math.exp(-z.getValue() * z.getValue() / 2) / Math.sqrt(2 * Math.PI);
        Gradient value = z.compose(0.5 * Erf.erfc(-z.getValue() / Math.sqrt(2)), density);
        return PlainNetwork.normalDistribution(z, value, jets.plan.order())
                .toArray(MathArrays.buildArray(z.getField(), 0));
    }

    /** The largest error of Jacobian rows, gradient and tangents under random seeds, relative to the largest entry of each. */
    double error(DerivativePlan by) {
        NetworkJets network = jets.jets(by);
        int n = jets.n;
        int channels = by.channels();
        double[] seeds = jets.vector(jets.outputs * channels * n);
        double[] direction = jets.vector(parameters);
        double[] rows = new double[n * parameters];
        double[] sum = new double[parameters];
        double[] tangents = new double[seeds.length];
        for (int i = 0; i < n; i++) {
            for (int o = 0; o < jets.outputs; o++) {
                for (int c = 0; c < channels; c++) {
                    int at = (o * channels + c) * n + i;
                    for (int p = 0; p < parameters; p++) {
                        rows[i + p * n] += seeds[at] * exact[i][o][c][p];
                        sum[p] += seeds[at] * exact[i][o][c][p];
                        tangents[at] += direction[p] * exact[i][o][c][p];
                    }
                }
            }
        }
        double[] jacobian = new double[n * parameters];
        double[] gradient = new double[parameters];
        seeded(network, seeds).jacobian(jets.theta, jacobian, 0, n, false, Columns.all(jets.theta.length));
        seeded(network, seeds).reverse(jets.theta, gradient);
        network.forward(jets.theta, jets.input(), 0, n, true);
        network.tangent(jets.theta, direction);
        return Math.max(
                relative(rows, jacobian), Math.max(relative(sum, gradient), relative(tangents, network.tangent())));
    }

    private NetworkJets seeded(NetworkJets network, double[] seeds) {
        network.forward(jets.theta, jets.input(), 0, jets.n, true);
        System.arraycopy(seeds, 0, network.seeds(), 0, seeds.length);
        return network;
    }

    private static double relative(double[] expected, double[] actual) {
        double largest = 0;
        double error = 0;
        for (int k = 0; k < expected.length; k++) {
            double difference = Math.abs(expected[k] - actual[k]);
            error = difference <= error ? error : difference;
            largest = Math.max(largest, Math.abs(expected[k]));
        }
        return error <= 1e3 * Double.MIN_NORMAL ? 0 : error / largest;
    }

    @Override
    public String toString() {
        return jets.toString();
    }
}
