package org.pinn4j.direct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.jets.Columns;
import org.pinn4j.loss.CompiledProblem;
import org.pinn4j.loss.RegionPoints;
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
    private final Columns fieldColumns; // without coefficients
    private final Layers layers;

    /** @param theta of the networks, whose output layers become zero, then coefficients */
    private Basis(Ansatz ansatz, double[] theta, Layers layers) {
        this.ansatz = ansatz;
        this.layers = layers;
        this.hidden = theta;
        int[] bounds = new int[2 * ansatz.networks().size() + 2];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            Network.Dense last = last(ansatz, k);
            bounds[2 * k] = ansatz.offset(k) + last.weights();
            bounds[2 * k + 1] = ansatz.offset(k) + last.bias() + last.out();
            Arrays.fill(hidden, bounds[2 * k], bounds[2 * k + 1], 0);
        }
        bounds[bounds.length - 2] = ansatz.networkParameters();
        bounds[bounds.length - 1] = hidden.length;
        this.columns = Columns.ranges(hidden.length, bounds);
        this.fieldColumns = Columns.ranges(hidden.length, Arrays.copyOf(bounds, bounds.length - 2));
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

    /** Every field sin(1 + Σ inputs) times a factor. */
    static double[] wave(Ansatz ansatz, double amplitude) {
        double[] theta = new double[ansatz.networkParameters()];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            Network.Dense first = first(ansatz, k);
            Network.Dense last = last(ansatz, k);
            int offset = ansatz.offset(k);
            Arrays.fill(theta, offset + first.weights(), offset + first.weights() + first.in(), 1);
            theta[offset + first.bias()] = 1;
            Arrays.fill(theta, offset + last.weights(), offset + last.weights() + last.out(), amplitude);
        }
        return theta;
    }

    /**
     * Draws features.
     * @param design with phases in place of cosines and sines, see {@link AnsatzDesign#withPhases}
     * @param coefficients where they begin
     */
    static Basis draw(
            AnsatzDesign design, Bandwidths bandwidths, Window window, double[] coefficients, RandomStream stream) {
        Ansatz ansatz = features(bandwidths.layers().design(design), bandwidths.features());
        int networks = ansatz.networkParameters();
        double[] theta = new double[networks + coefficients.length];
        System.arraycopy(coefficients, 0, theta, networks, coefficients.length);
        for (int k = 0; k < ansatz.networks().size(); k++) {
            RandomStream own = stream.substream("network " + k);
            new Drawing(design, bandwidths, ansatz.inputs(k), own).fill(first(ansatz, k), theta, ansatz.offset(k));
        }
        window.apply(design, ansatz, theta);
        return new Basis(ansatz, theta, bandwidths.layers());
    }

    /**
     * The features of a solution, if they fit a design: the same inputs and forms, and networks that are linear beyond their
     * first layer.
     */
    static Optional<Basis> of(AnsatzDesign design, Ansatz solved, double[] theta) {
        boolean features = solved.networks().stream().allMatch(Basis::isFeatures);
        return features && fits(design, solved)
                ? layers(design, solved).map(places -> new Basis(solved, theta.clone(), places))
                : Optional.empty();
    }

    /** Where a solution sees more than the inputs of a design; empty if some of that is no place. */
    static Optional<Layers> layers(AnsatzDesign design, Ansatz solved) {
        return Layers.of(stretched(design, solved));
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
                && solved.features()
                        .subList(
                                0,
                                solved.features().size()
                                        - stretched(design, solved).size())
                        .equals(own.features())
                && stretched(design, solved).stream().allMatch(e -> Layers.isFree(design, e))
                && solved.folds().equals(own.folds())
                && solved.forms().equals(own.forms());
    }

    /** What a solution sees beside the inputs of a design. */
    private static List<Expr> stretched(AnsatzDesign design, Ansatz solved) {
        int own = Math.min(design.features().size(), solved.features().size());
        return solved.features().subList(own, solved.features().size());
    }

    private static List<Integer> outputs(Ansatz ansatz) {
        return ansatz.networks().stream().map(Network::outputs).toList();
    }

    /** Draws the features of one network. */
    private static final class Drawing {
        private final AnsatzDesign design;
        private final Bandwidths bandwidths;
        private final List<Expr> inputs;
        private final int[][] alternatives; // by input: those that stand for it
        private final RandomStream stream;

        Drawing(AnsatzDesign design, Bandwidths bandwidths, List<Expr> inputs, RandomStream stream) {
            this.design = design;
            this.bandwidths = bandwidths;
            this.inputs = inputs;
            this.stream = stream;
            this.alternatives = inputs.stream()
                    .map(i -> bandwidths.layers().alternatives(design, i).stream()
                            .mapToInt(inputs::indexOf)
                            .toArray())
                    .toArray(int[][]::new);
        }

        void fill(Network.Dense layer, double[] theta, int offset) {
            for (int o = 0; o < layer.out(); o++) {
                int at = offset + layer.weights() + layer.in() * o;
                for (int i = 0; i < layer.in(); i++) {
                    int number = design.features().indexOf(inputs.get(i));
                    if (number >= 0) { // a stretched input is filled with the one that it stands for
                        fill(i, number, theta, at);
                    }
                }
                theta[offset + layer.bias() + o] = Math.PI * (2 * stream.nextOpenDouble() - 1);
            }
        }

        private void fill(int input, int number, double[] theta, int at) {
            int[] others = alternatives[input];
            double choice = others.length > 0 ? stream.nextOpenDouble() : 0;
            double u = 2 * stream.nextOpenDouble() - 1;
            if (design.isPhase(inputs.get(input))) {
                theta[at + input] = Math.rint(u * (bandwidths.onCircle(number) + 0.5));
            } else if (others.length == 0) {
                theta[at + input] = u * bandwidths.onInterval(number);
            } else if (choice < Bandwidths.SMOOTH) {
                theta[at + input] = u * Bandwidths.SMOOTH * bandwidths.onInterval(number);
            } else {
                int which = (int) ((choice - Bandwidths.SMOOTH) / (1 - Bandwidths.SMOOTH) * others.length);
                theta[at + others[which]] = u * bandwidths.onInterval(number);
            }
        }
    }

    /** Points of one region, half of them towards the ends where inputs are stretched; without such ends as they are. */
    RegionPoints towardsLayers(CompiledProblem compiled, int region, RegionPoints even) {
        if (layers.isEmpty()) {
            return even;
        }
        Spread spread = layers.spread(compiled.problem().axes());
        return compiled.at(region, spread.moved(compiled.regions().get(region).region(), even.points()));
    }

    /** Where the inputs are stretched. */
    Layers layers() {
        return layers;
    }

    Ansatz ansatz() {
        return ansatz;
    }

    /** The hidden layers, and output layers of zero. */
    double[] theta() {
        return hidden.clone();
    }

    /** The hidden layers, and the output layers of other weights of the same networks. */
    double[] outputs(double[] of) {
        double[] theta = hidden.clone();
        IntStream.range(0, theta.length).filter(columns::has).forEach(k -> theta[k] = of[k]);
        return theta;
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

    /** The same features, with coefficients that begin elsewhere. */
    Basis at(double[] coefficients) {
        double[] theta = hidden.clone();
        System.arraycopy(coefficients, 0, theta, theta.length - coefficients.length, coefficients.length);
        return new Basis(ansatz, theta, layers);
    }

    /** Those of the output layers, then of the coefficients. */
    Columns columns() {
        return columns;
    }

    /** Those of the output layers alone. */
    Columns fieldColumns() {
        return fieldColumns;
    }

    /** theta with the output layers, and coefficients if the step has them, moved by a step. @param step [columns] or [field columns] */
    double[] moved(double[] theta, double[] step, double factor) {
        double[] result = theta.clone();
        Columns by = step.length == columns.count() ? columns : fieldColumns;
        IntStream.range(0, hidden.length).filter(by::has).forEach(k -> result[k] += factor * step[by.of(k)]);
        return result;
    }
}
