package org.pinn4j.ansatz;

import java.util.List;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;

/**
 * The map from networks to fields: u = g + φ·N(features). Everything in it but the networks is an expression of the
 * coordinates, so it prints, differentiates and stores like an equation. Immutable.
 * @param axes the coordinates, in the order points list them
 * @param features what every network sees in place of the raw coordinates
 * @param networks their parameters stand in theta one after the other
 * @param forms one per field
 * @param folds symmetries by which points below the centre are reflected
 */
public record Ansatz(List<Axis> axes, List<Expr> features, List<Network> networks, List<Form> forms, List<Fold> folds) {
    /** u = base + factor·(output of network). */
    public record Form(Field field, Expr base, Expr factor, int network, int output) {}

    public Ansatz {
        axes = List.copyOf(axes);
        features = List.copyOf(features);
        networks = List.copyOf(networks);
        forms = List.copyOf(forms);
        folds = List.copyOf(folds);
        for (Network network : networks) {
            if (network.inputs() != features.size()) {
                throw new IllegalArgumentException("ansatz: network takes %d inputs, there are %d features %s"
                        .formatted(network.inputs(), features.size(), features));
            }
        }
        for (Form form : forms) {
            if (!form.field().axes().equals(axes)) {
                throw new IllegalArgumentException(
                        "ansatz: field %s has axes %s, need all axes of the problem in their order, %s"
                                .formatted(form.field(), form.field().axes(), axes));
            }
        }
    }

    /** Length of the networks' part of theta. */
    public int networkParameters() {
        return networks.stream().mapToInt(Network::parameters).sum();
    }

    /** Where a network's parameters begin in theta. */
    public int offset(int network) {
        return networks.subList(0, network).stream()
                .mapToInt(Network::parameters)
                .sum();
    }

    /** The place of a field among the forms. */
    public int indexOf(Field field) {
        for (int k = 0; k < forms.size(); k++) {
            if (forms.get(k).field().equals(field)) {
                return k;
            }
        }
        throw new IllegalArgumentException("no field %s; there are %s"
                .formatted(field, forms.stream().map(f -> f.field().name()).toList()));
    }
}
