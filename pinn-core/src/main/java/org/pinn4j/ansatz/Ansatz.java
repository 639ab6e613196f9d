package org.pinn4j.ansatz;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.pinn4j.args.Args;
import org.pinn4j.network.Initializer;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Lookup;

/**
 * The map from networks to fields: u = g + φ·N(features), a field of all axes or of some. Everything in it but the networks is an expression of the
 * coordinates, so it prints, differentiates and stores like an equation. Immutable.
 * @param axes the coordinates, in the order points list them
 * @param features what networks see in place of the raw coordinates, each {@linkplain #inputs those of its fields' axes}
 * @param networks their parameters stand in theta one after the other
 * @param forms one per field; the fields of one network have the same axes
 * @param folds symmetries by which points below the centre are reflected
 */
public record Ansatz(List<Axis> axes, List<Expr> features, List<Network> networks, List<Form> forms, List<Fold> folds) {
    /** u = base + factor·(output of network). */
    public record Form(Field field, Expr base, Expr factor, int network, int output) {
        public Form {
            Args.given(field, "field", base, "base");
            Args.given(factor, "factor");
        }
    }

    public Ansatz {
        Args.list(axes, "axes");
        Args.list(features, "features");
        Args.list(networks, "networks");
        Args.list(forms, "forms");
        Args.list(folds, "folds");
        axes = List.copyOf(axes);
        features = List.copyOf(features);
        networks = List.copyOf(networks);
        forms = List.copyOf(forms);
        folds = List.copyOf(folds);
        for (Form form : forms) {
            AnsatzCheck.form(form, axes, networks);
        }
        for (int k = 0; k < networks.size(); k++) {
            AnsatzCheck.inputs(networks.get(k), inputs(features, forms, k));
            AnsatzCheck.axes(forms, k);
        }
    }

    /** What a network sees: the features that vary along no other axes than its fields. */
    public List<Expr> inputs(int network) {
        return inputs(features, forms, network);
    }

    private static List<Expr> inputs(List<Expr> features, List<Form> forms, int network) {
        return forms.stream()
                .filter(f -> f.network() == network)
                .findFirst()
                .map(f -> FieldGroup.inputs(features, f.field().axes()))
                .orElse(features);
    }

    /** Start values of all networks one after the other, drawn in this order. */
    public double[] initialise(Initializer initializer, RandomGenerator random) {
        Args.given(initializer, "initializer");
        return networks.stream()
                .flatMapToDouble(n -> Arrays.stream(n.initialise(initializer, random)))
                .toArray();
    }

    /** Length of the networks' part of theta. */
    public int networkParameters() {
        return networks.stream().mapToInt(Network::parameters).sum();
    }

    /** Where a network's parameters begin in theta. */
    public int offset(int network) {
        Args.within(0, networks.size(), network, "network");
        return networks.subList(0, network).stream()
                .mapToInt(Network::parameters)
                .sum();
    }

    /**
     * Requires that each field's network can be differentiated so often.
     * @param states fields and derivatives
     * @param by who asks for them, for the message
     * @throws IllegalArgumentException naming the derivative and the activation that has it not
     */
    public void requireDerivatives(Collection<Derivative> states, String by) {
        Args.list(states, "states");
        Args.given(by, "by");
        for (Derivative state : states) {
            int order = state.orders().stream().mapToInt(Integer::intValue).sum();
            networks.get(forms.get(indexOf(state.field())).network())
                    .requireSmoothness(order, "%s asks for %s".formatted(by, state));
        }
    }

    /** The place of a field among the forms. */
    public int indexOf(Field field) {
        Args.given(field, "field");
        for (int k = 0; k < forms.size(); k++) {
            if (forms.get(k).field().equals(field)) {
                return k;
            }
        }
        throw new IllegalArgumentException(
                Lookup.missing(field, forms.stream().map(Form::field).toList()));
    }
}
