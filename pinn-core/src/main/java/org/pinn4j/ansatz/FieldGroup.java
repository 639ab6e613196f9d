package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;
import org.pinn4j.network.Architecture;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;

/**
 * Fields of the same axes that share a network: it has an output for each of them and sees the coordinates that they vary
 * with. Immutable.
 */
public record FieldGroup(List<Field> fields, List<Expr> inputs) {
    public FieldGroup {
        Args.list(fields, "fields");
        Args.list(inputs, "inputs");
        fields = List.copyOf(fields);
        inputs = List.copyOf(inputs);
    }

    /**
     * In the order of their first fields.
     * @param features of all axes of the problem
     * @param shared whether fields of the same axes are together; if not each is alone
     */
    static List<FieldGroup> of(List<Field> fields, List<Expr> features, boolean shared) {
        Map<Object, List<Field>> groups = new LinkedHashMap<>();
        fields.forEach(f -> groups.computeIfAbsent(shared ? f.axes() : f, k -> new ArrayList<>())
                .add(f));
        return groups.values().stream()
                .map(g -> new FieldGroup(g, inputs(features, g.get(0).axes())))
                .toList();
    }

    /** Which of the groups a field is in. */
    static int find(List<FieldGroup> groups, Field field) {
        int k = 0;
        while (!groups.get(k).fields.contains(field)) {
            k++;
        }
        return k;
    }

    /** The features that vary along no other axes than these. */
    static List<Expr> inputs(List<Expr> features, List<Axis> axes) {
        return features.stream()
                .filter(f -> axes.containsAll(Leaves.of(f).axes()))
                .toList();
    }

    /** The network of a family that fits this group. */
    public Network network(Architecture architecture) {
        Args.given(architecture, "architecture");
        return architecture.build(inputs.size(), fields.size());
    }

    /** Such as {@code u, v of (x, t)}. */
    @Override
    public String toString() {
        return fields.stream().map(Field::name).collect(Collectors.joining(", "))
                + fields.get(0).axes().stream().map(Axis::name).collect(Collectors.joining(", ", " of (", ")"));
    }
}
