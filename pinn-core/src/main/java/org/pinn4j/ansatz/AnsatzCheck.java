package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;

/** What an ansatz has to be. */
final class AnsatzCheck {
    private AnsatzCheck() {}

    static void form(Ansatz.Form form, List<Axis> axes, List<Network> networks) {
        Field field = form.field();
        if (!axes.stream().filter(field.axes()::contains).toList().equals(field.axes())) {
            throw new IllegalArgumentException(
                    "ansatz: field %s has axes %s, need some of the problem's in their order, %s"
                            .formatted(field, field.axes(), axes));
        }
        if (form.network() < 0 || form.network() >= networks.size()) {
            throw new IllegalArgumentException(
                    "ansatz: the form of %s names network %d, there are %d; fields of other axes need one of their own"
                            .formatted(field, form.network(), networks.size()));
        }
        if (field.axes().size() < axes.size()) {
            constant(field, "base", form.base());
            constant(field, "factor", form.factor());
        }
    }

    /** A field that lacks an axis has a form that does not vary along it. */
    private static void constant(Field field, String what, Expr part) {
        List<Axis> others = new ArrayList<>(Leaves.of(part).axes());
        others.removeAll(field.axes());
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "ansatz: the %s of %s, %s, varies along %s, and the field has the axes %s"
                            .formatted(what, field, part, others, field.axes()));
        }
    }

    static void inputs(Network network, List<Expr> inputs) {
        if (network.inputs() != inputs.size()) {
            throw new IllegalArgumentException("ansatz: network takes %d inputs, there are %d features %s"
                    .formatted(network.inputs(), inputs.size(), inputs));
        }
    }

    static void axes(List<Ansatz.Form> forms, int network) {
        List<Field> fields = forms.stream()
                .filter(f -> f.network() == network)
                .map(Ansatz.Form::field)
                .toList();
        if (fields.stream().map(Field::axes).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "ansatz: the fields %s of network %d have different axes; give each group its own network"
                            .formatted(fields, network));
        }
    }
}
