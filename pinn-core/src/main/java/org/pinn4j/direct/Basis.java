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

    private Basis(Ansatz ansatz, double[] hidden, Columns columns) {
        this.ansatz = ansatz;
        this.hidden = hidden;
        this.columns = columns;
    }

    /** @param design with phases in place of cosines and sines, see {@link AnsatzDesign#withPhases} */
    static Basis draw(AnsatzDesign design, Bandwidths bandwidths, RandomStream stream) {
        List<Network> networks = design.networks(Mlp.of("sin", bandwidths.features()));
        double[] ones = design.groups().stream()
                .flatMapToDouble(g -> g.fields().stream().mapToDouble(f -> 1))
                .toArray();
        Ansatz ansatz = design.build(networks, ones);
        double[] theta = new double[ansatz.networkParameters()];
        int[] bounds = new int[2 * networks.size()];
        for (int k = 0; k < networks.size(); k++) {
            List<Network.Step> steps = networks.get(k).steps();
            Network.Dense first = (Network.Dense) steps.get(0);
            Network.Dense last = (Network.Dense) steps.get(steps.size() - 1);
            int offset = ansatz.offset(k);
            fill(design, bandwidths, ansatz.inputs(k), first, theta, offset, stream.substream("network " + k));
            bounds[2 * k] = offset + last.weights();
            bounds[2 * k + 1] = offset + last.bias() + last.out();
        }
        return new Basis(ansatz, theta, Columns.ranges(theta.length, bounds));
    }

    /**
     * The features of a solution, if they fit a design: the same inputs and forms, and networks that are linear beyond their
     * first layer.
     */
    static Optional<Basis> of(AnsatzDesign design, Ansatz solved, double[] theta) {
        double[] hidden = Arrays.copyOf(theta, solved.networkParameters());
        int[] bounds = new int[2 * solved.networks().size()];
        for (int k = 0; k < solved.networks().size(); k++) {
            Network network = solved.networks().get(k);
            List<Network.Step> steps = network.steps();
            boolean features = steps.size() == FEATURE_STEPS
                    && steps.get(0) instanceof Network.Dense
                    && steps.get(1) instanceof Network.Activate
                    && steps.get(2) instanceof Network.Dense last
                    && last.hasBias();
            if (!features || !fits(design, solved, k)) {
                return Optional.empty();
            }
            Network.Dense last = (Network.Dense) steps.get(FEATURE_STEPS - 1);
            bounds[2 * k] = solved.offset(k) + last.weights();
            bounds[2 * k + 1] = solved.offset(k) + last.bias() + last.out();
            Arrays.fill(hidden, bounds[2 * k], bounds[2 * k + 1], 0);
        }
        return Optional.of(new Basis(solved, hidden, Columns.ranges(hidden.length, bounds)));
    }

    private static boolean fits(AnsatzDesign design, Ansatz solved, int network) {
        List<Network> own = design.networks(Mlp.of("sin", 1));
        double[] ones = new double[solved.forms().size()];
        Arrays.fill(ones, 1);
        return own.size() == solved.networks().size()
                && own.get(network).outputs() == solved.networks().get(network).outputs()
                && solved.features().equals(design.features())
                && solved.folds().equals(design.folds())
                && design.build(own, ones).forms().equals(solved.forms());
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
            List<Network.Step> steps = ansatz.networks().get(k).steps();
            Network.Dense last = (Network.Dense) steps.get(steps.size() - 1);
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

    double largestCoefficient(double[] theta) {
        return IntStream.range(0, hidden.length)
                .filter(columns::has)
                .mapToDouble(k -> Math.abs(theta[k]))
                .max()
                .orElse(0);
    }
}
