package org.pinn4j.direct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.periodic.WaveSlab;

/**
 * Writes the features of a slab into networks that see the phase of each space axis and the time. Immutable.
 * @param phases which input is the phase of each space axis
 * @param time which one is the time
 */
record WaveNetworks(AnsatzDesign design, List<Field> fields, int[] phases, int time) {
    /** Empty where networks of a design see something else, or fields are more than what these give. */
    static Optional<WaveNetworks> of(AnsatzDesign design, List<Field> fields, List<Axis> space, int time) {
        int[] phases = space.stream().mapToInt(a -> phase(design, a).orElse(-1)).toArray();
        boolean plain = design.features().size() == space.size() + 1
                && design.folds().isEmpty()
                && IntStream.of(phases).allMatch(k -> k >= 0)
                && fields.stream().allMatch(f -> design.base(f).equals(Expr.constant(0)))
                && fields.stream().allMatch(f -> design.factor(f).equals(Expr.constant(1)));
        return plain ? Optional.of(new WaveNetworks(design, fields, phases, time)) : Optional.empty();
    }

    private static OptionalInt phase(AnsatzDesign design, Axis axis) {
        List<Expr> features = design.features();
        return IntStream.range(0, features.size())
                .filter(k -> design.isPhase(features.get(k)))
                .filter(k -> Leaves.of(features.get(k)).axes().contains(axis))
                .findFirst();
    }

    /** @param window that the slab is of the time input, see {@link Window} */
    double[] theta(Ansatz ansatz, WaveSlab slab, Window window) {
        double[] theta = new double[ansatz.networkParameters()];
        for (int k = 0; k < ansatz.networks().size(); k++) {
            hidden(ansatz, k, slab, window, theta);
        }
        for (int f = 0; f < fields.size(); f++) {
            Ansatz.Form form = ansatz.forms().get(ansatz.indexOf(fields.get(f)));
            Network.Dense last = Basis.last(ansatz, form.network());
            int at = ansatz.offset(form.network()) + last.weights() + last.in() * form.output();
            System.arraycopy(slab.weights()[f], 0, theta, at, slab.features());
        }
        return theta;
    }

    /**
     * The slab that a network is, if it is one: whole wave numbers, and all fields in it.
     * @param window that its stretch is of the time input
     */
    Optional<WaveSlab> slab(Stretch s, Window window) {
        Ansatz ansatz = s.ansatz();
        if (ansatz.networks().size() > 1) {
            return Optional.empty();
        }
        Network.Dense first = Basis.first(ansatz, 0);
        Network.Dense last = Basis.last(ansatz, 0);
        List<Expr> inputs = ansatz.inputs(0);
        double[] theta = s.theta();
        int[] numbers = new int[first.out() * phases.length];
        double[] rates = new double[first.out()];
        double[] shifts = new double[first.out()];
        for (int o = 0; o < first.out(); o++) {
            int at = first.weights() + first.in() * o;
            for (int a = 0; a < phases.length; a++) {
                numbers[o * phases.length + a] = (int)
                        Math.rint(theta[at + inputs.indexOf(design.features().get(phases[a]))]);
            }
            double rate = theta[at + inputs.indexOf(design.features().get(time))];
            rates[o] = rate * window.half();
            shifts[o] = theta[first.bias() + o] + rate * window.centre();
        }
        double[][] weights = fields.stream()
                .mapToInt(f -> last.weights()
                        + last.in() * ansatz.forms().get(ansatz.indexOf(f)).output())
                .mapToObj(at -> Arrays.copyOfRange(theta, at, at + last.in()))
                .toArray(double[][]::new);
        double[] rounding = new double[fields.size()];
        return Optional.of(new WaveSlab(s.from(), s.to(), numbers, rates, shifts, weights, rounding, 0, 0, ""));
    }

    private void hidden(Ansatz ansatz, int network, WaveSlab slab, Window window, double[] theta) {
        Network.Dense first = Basis.first(ansatz, network);
        List<Expr> inputs = ansatz.inputs(network);
        int offset = ansatz.offset(network);
        for (int o = 0; o < first.out(); o++) {
            int at = offset + first.weights() + first.in() * o;
            for (int a = 0; a < phases.length; a++) {
                theta[at + inputs.indexOf(design.features().get(phases[a]))] = slab.numbers()[o * phases.length + a];
            }
            double rate = slab.rates()[o] / window.half();
            theta[at + inputs.indexOf(design.features().get(time))] = rate;
            theta[offset + first.bias() + o] = slab.phases()[o] - rate * window.centre();
        }
    }
}
