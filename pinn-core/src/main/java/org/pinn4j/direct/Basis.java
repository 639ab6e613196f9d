package org.pinn4j.direct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.jets.Columns;
import org.pinn4j.network.Mlp;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Expr;
import org.pinn4j.random.RandomStream;

/**
 * Networks with one hidden layer whose weights are drawn and then stand still: what is left to solve for is linear in the
 * fields. sin(w·x + b), w uniform up to the bandwidth along an interval, whole along a circle, b uniform.
 * Sources: Rahimi and Recht, NIPS 2007 (random features); Dong and Li, CMAME 387 (2021) 114129; Chen, Chi, E and Yang,
 * J. Mach. Learn. 1 (2022) 268 (the same for differential equations).
 */
final class Basis {
    private static final int FEATURE_STEPS = 3; // a layer, its activation, the output layer

    private final Ansatz ansatz;
    private final double[] hidden;
    private final Columns columns;

    /** @param theta of the networks; the output layers become zero */
    private Basis(Ansatz ansatz, double[] theta) {
        this.ansatz = ansatz;
        this.hidden = theta;
        int[] bounds = new int[2 * ansatz.networks().size()];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            Network.Dense last = last(ansatz, k);
            bounds[2 * k] = ansatz.offset(k) + last.weights();
            bounds[2 * k + 1] = ansatz.offset(k) + last.bias() + last.out();
            Arrays.fill(hidden, bounds[2 * k], bounds[2 * k + 1], 0);
        }
        this.columns = Columns.ranges(hidden.length, bounds);
    }

    /** Networks of one hidden layer, the fields in their own size. */
    static Ansatz features(AnsatzDesign design, int number) {
        List<Network> networks = design.networks(Mlp.of("sin", number));
        double[] ones = new double[networks.stream().mapToInt(Network::outputs).sum()];
        Arrays.fill(ones, 1);
        return design.build(networks, ones);
    }

    /** The layer of the features. */
    static Network.Dense first(Ansatz ansatz, int network) {
        return (Network.Dense) ansatz.networks().get(network).steps().get(0);
    }

    /** The output layer. */
    static Network.Dense last(Ansatz ansatz, int network) {
        List<Network.Step> steps = ansatz.networks().get(network).steps();
        return (Network.Dense) steps.get(steps.size() - 1);
    }

    /** @param design with phases in place of cosines and sines, see {@link AnsatzDesign#withPhases} */
    static Basis draw(AnsatzDesign design, Bandwidths bandwidths, RandomStream stream) {
        Ansatz ansatz = features(design, bandwidths.features());
        double[] theta = new double[ansatz.networkParameters()];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            RandomStream own = stream.substream("network " + k);
            fill(design, bandwidths, ansatz.inputs(k), first(ansatz, k), theta, ansatz.offset(k), own);
        }
        return new Basis(ansatz, theta);
    }

    /**
     * The features of a solution, if they fit a design: the same inputs and forms, and networks that are linear beyond their
     * first layer.
     */
    static Optional<Basis> of(AnsatzDesign design, Ansatz solved, double[] theta) {
        boolean features = solved.networks().stream().allMatch(Basis::isFeatures);
        return features && fits(design, solved)
                ? Optional.of(new Basis(solved, Arrays.copyOf(theta, solved.networkParameters())))
                : Optional.empty();
    }

    private static boolean isFeatures(Network network) {
        List<Network.Step> steps = network.steps();
        return steps.size() == FEATURE_STEPS
                && steps.get(0) instanceof Network.Dense
                && steps.get(1) instanceof Network.Activate
                && steps.get(2) instanceof Network.Dense last
                && last.hasBias();
    }

    private static boolean fits(AnsatzDesign design, Ansatz solved) {
        Ansatz own = features(design, 1);
        return outputs(own).equals(outputs(solved))
                && solved.features().equals(own.features())
                && solved.folds().equals(own.folds())
                && solved.forms().equals(own.forms());
    }

    private static List<Integer> outputs(Ansatz ansatz) {
        return ansatz.networks().stream().map(Network::outputs).toList();
    }

    private static void fill(
            AnsatzDesign design,
            Bandwidths bandwidths,
            List<Expr> inputs,
            Network.Dense layer,
            double[] theta,
            int offset,
            RandomStream stream) {
        int[] number = inputs.stream().mapToInt(design.features()::indexOf).toArray();
        for (int o = 0; o < layer.out(); o++) {
            for (int i = 0; i < layer.in(); i++) {
                double u = 2 * stream.nextOpenDouble() - 1;
                int at = offset + layer.weights() + i + layer.in() * o;
                theta[at] = design.isPhase(inputs.get(i))
                        ? Math.rint(u * (bandwidths.onCircle(number[i]) + 0.5))
                        : u * bandwidths.onInterval(number[i]);
            }
            theta[offset + layer.bias() + o] = Math.PI * (2 * stream.nextOpenDouble() - 1);
        }
    }

    Ansatz ansatz() {
        return ansatz;
    }

    /** The hidden layers, and output layers of zero. */
    double[] theta() {
        return hidden.clone();
    }

    /** The hidden layers, and output layers that are constant. */
    double[] constant(double value) {
        double[] theta = hidden.clone();
        for (int k = 0; k < ansatz.networks().size(); k++) {
            Network.Dense last = last(ansatz, k);
            int from = ansatz.offset(k) + last.bias();
            Arrays.fill(theta, from, from + last.out(), value);
        }
        return theta;
    }

    /** Those of the output layers. */
    Columns columns() {
        return columns;
    }

    /** theta with the output layers moved by a step. @param step [columns] */
    double[] moved(double[] theta, double[] step, double factor) {
        double[] result = theta.clone();
        IntStream.range(0, hidden.length).filter(columns::has).forEach(k -> result[k] += factor * step[columns.of(k)]);
        return result;
    }
}
