package org.pinn4j.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.autodiff.ExprProgramGraph.Kind;
import org.pinn4j.pde.Expr;

/** From expressions to three-address code: read, differentiate, lower, emit. */
final class ExprProgramCompiler {
    final ExprProgramReader.Inputs inputs = new ExprProgramReader.Inputs();
    final boolean[] linear;
    final ExprProgramLayout layout;
    final ExprProgramInstruction[] forward;
    final ExprProgramInstruction[][] partials;
    final ExprProgramInstruction[] adjoint;
    final int registers;

    ExprProgramCompiler(List<Expr> outputs) {
        ExprProgramGraph graph = inputs.graph;
        ExprProgramReader reader = new ExprProgramReader(inputs);
        List<Integer> roots = outputs.stream().map(reader::read).toList();
        linear = ExprProgramLinearity.affine(graph, roots);
        List<List<Integer>> derivatives = derivatives(roots);
        ExprProgramLowering lowering = new ExprProgramLowering(graph);
        List<Integer> values = lowering.images(roots);
        List<List<Integer>> later = derivatives.stream().map(lowering::images).toList();

        int count = roots.size();
        layout = ExprProgramLayout.of(inputs.states.size(), inputs.data.size(), inputs.parameters.size(), count);
        ExprProgramEmitter emitter =
                new ExprProgramEmitter(lowering.graph(), values, later, layout::register, layout.temporaries());
        forward = emitter.values(values, range(layout.outputs(), layout.stateAdjoints()));
        int[] adjoints = range(layout.stateAdjoints(), layout.temporaries());
        partials = new ExprProgramInstruction[count][];
        for (int k = 0; k < count; k++) {
            partials[k] = emitter.later(later.get(k), adjoints);
        }
        adjoint = emitter.later(later.get(count), adjoints);
        registers = emitter.registers();
    }

    /** By state and then parameter: of each output alone with seed 1, and last of all outputs with given seeds. */
    private List<List<Integer>> derivatives(List<Integer> roots) {
        ExprProgramGraph graph = inputs.graph;
        List<Integer> wanted = new ArrayList<>();
        IntStream.range(0, inputs.states.size()).forEach(k -> wanted.add(graph.input(Kind.STATE, k)));
        IntStream.range(0, inputs.parameters.size()).forEach(k -> wanted.add(graph.input(Kind.PARAMETER, k)));
        ExprProgramAdjoint adjoints = new ExprProgramAdjoint(graph);
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
