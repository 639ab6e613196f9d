package org.pinn4j.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.pinn4j.compile.Graph.Kind;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.IndexSum;
import org.pinn4j.pde.Indexed;

/**
 * The term of a sum over an index as code of its own, read once for all terms. Its inputs are slots: one for each leaf that the index
 * changes, and one for each part that is the same in all terms, which is worked out before the loop.
 */
final class SumBody extends CoordinateReader {
    private final IndexSum sum;
    private final Graph graph;
    private final Map<Expr, Integer> slots = new LinkedHashMap<>();
    private final List<Expr> arguments = new ArrayList<>();
    private final SumLoop loop;

    SumBody(IndexSum sum) {
        this(sum, new Graph());
    }

    private SumBody(IndexSum sum, Graph graph) {
        super(graph, List.of());
        this.sum = sum;
        this.graph = graph;
        int root = read(sum.body());
        Lowering lowering = new Lowering(graph);
        Emitter emitter = new Emitter(
                lowering.graph(), lowering.images(List.of(root)), List.of(), Graph.Input::index, slots.size() + 1);
        Instruction[] code = emitter.values(lowering.images(List.of(root)), new int[] {slots.size()});
        int terms = sum.to() - sum.from() + 1;
        int[] places = new int[terms * slots.size()];
        double[] numbers = new double[places.length];
        Map<Expr, Integer> known = new LinkedHashMap<>();
        for (int k = 0; k < terms; k++) {
            for (Map.Entry<Expr, Integer> slot : slots.entrySet()) {
                int to = k * slots.size() + slot.getValue();
                Expr argument = sum.at(slot.getKey(), sum.from() + k);
                OptionalDouble number = argument.number();
                numbers[to] = number.orElse(0);
                places[to] = number.isPresent() ? -1 : known.computeIfAbsent(argument, this::argument);
            }
        }
        this.loop = new SumLoop(sum, code, slots.size(), emitter.registers(), places, numbers);
    }

    private int argument(Expr e) {
        arguments.add(e);
        return arguments.size() - 1;
    }

    /** What the loop reads, each once: coordinates, components of the normal, parts that are the same in all terms. */
    List<Expr> arguments() {
        return arguments;
    }

    SumLoop loop() {
        return loop;
    }

    private int slot(Expr e) {
        return graph.input(Kind.AXIS, slots.computeIfAbsent(e, k -> slots.size()));
    }

    @Override
    Integer read(Expr e) {
        return IndexSum.isFixed(e) && e.number().isEmpty() ? slot(e) : e.accept(this);
    }

    @Override
    public Integer indexed(Indexed leaf) {
        return slot(leaf);
    }

    @Override
    public String toString() {
        return sum.toString();
    }
}
