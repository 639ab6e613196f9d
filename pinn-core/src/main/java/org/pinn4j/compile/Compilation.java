package org.pinn4j.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.compile.Graph.Kind;
import org.pinn4j.pde.Expr;

/** From expressions to three-address code: read, differentiate, lower, emit. */
final class Compilation {
    final ExprReader.Inputs inputs = new ExprReader.Inputs();
    final boolean[] linear;
    final Layout layout;
    final Instruction[] forward;
    final Instruction[][] partials;
    final Instruction[] adjoint;
    final int registers;

    Compilation(List<Expr> outputs) {
        Graph graph = inputs.graph;
        ExprReader reader = new ExprReader(inputs);
        List<Integer> roots = outputs.stream().map(reader::read).toList();
        linear = Linearity.affine(graph, roots);
        List<List<Integer>> derivatives = derivatives(roots);
        Lowering lowering = new Lowering(graph);
        List<Integer> values = lowering.images(roots);
        List<List<Integer>> later = derivatives.stream().map(lowering::images).toList();

        int count = roots.size();
        layout = Layout.of(inputs.states.size(), inputs.data.size(), inputs.parameters.size(), count);
        Emitter emitter = new Emitter(lowering.graph(), values, later, layout::register, layout.temporaries());
        forward = emitter.values(values, range(layout.outputs(), layout.stateAdjoints()));
        int[] adjoints = range(layout.stateAdjoints(), layout.temporaries());
        partials = new Instruction[count][];
        for (int k = 0; k < count; k++) {
            partials[k] = emitter.later(later.get(k), adjoints);
        }
        adjoint = emitter.later(later.get(count), adjoints);
        registers = emitter.registers();
    }

    /** By state and then parameter: of each output alone with seed 1, and last of all outputs with given seeds. */
    private List<List<Integer>> derivatives(List<Integer> roots) {
        Graph graph = inputs.graph;
        List<Integer> wanted = new ArrayList<>();
        IntStream.range(0, inputs.states.size()).forEach(k -> wanted.add(graph.input(Kind.STATE, k)));
        IntStream.range(0, inputs.parameters.size()).forEach(k -> wanted.add(graph.input(Kind.PARAMETER, k)));
        Adjoint adjoints = new Adjoint(graph);
        List<List<Integer>> result = new ArrayList<>();
        for (int root : roots) {
            result.add(adjoints.sweep(List.of(root), List.of(graph.constant(1)), wanted));
        }
        List<Integer> seeds = IntStream.range(0, roots.size())
                .mapToObj(k -> graph.input(Kind.SEED, k))
                .toList();
        result.add(adjoints.sweep(roots, seeds, wanted));
        return result;
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
