package org.pinn4j.compile;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.compile.Graph.Input;
import org.pinn4j.compile.Graph.Kind;
import org.pinn4j.compile.Graph.Node;
import org.pinn4j.compile.Graph.Op;
import org.pinn4j.pde.Function;

/**
 * The reverse sweep as a transformation of the graph: adjoints are nodes of the same graph, so constants fold, common
 * subexpressions are shared with the forward values, and one set of instructions runs both. A product of many factors is a
 * chain of two-factor products; its adjoint never divides, so zeros among the factors are harmless.
 */
final class Adjoint {
    private final Graph graph;
    private final boolean[] active;
    private final List<List<Integer>> contributions = new ArrayList<>();
    private final List<List<Double>> factors = new ArrayList<>();

    /** @param graph extended by the nodes of the adjoints */
    Adjoint(Graph graph) {
        this.graph = graph;
        this.active = new boolean[graph.size()];
        for (int k = 0; k < active.length; k++) {
            Node node = graph.node(k);
            active[k] = node.label() instanceof Input input
                    ? input.kind() == Kind.STATE || input.kind() == Kind.PARAMETER
                    : node.args().stream().anyMatch(arg -> active[arg]);
        }
    }

    /** The derivatives of Σ seeds[k]·roots[k] by the wanted nodes (which are inputs), in their order. */
    List<Integer> sweep(List<Integer> roots, List<Integer> seeds, List<Integer> wanted) {
        contributions.clear();
        factors.clear();
        for (int k = 0; k < active.length; k++) {
            contributions.add(new ArrayList<>());
            factors.add(new ArrayList<>());
        }
        for (int k = 0; k < roots.size(); k++) {
            contribute(roots.get(k), 1, seeds.get(k));
        }
        for (int k = active.length - 1; k >= 0; k--) {
            if (!contributions.get(k).isEmpty() && graph.node(k).op() != Op.INPUT) {
                propagate(graph.node(k), k, adjoint(k));
            }
        }
        return wanted.stream().map(this::adjoint).toList();
    }

    private int adjoint(int k) {
        return graph.linear(0, factors.get(k), contributions.get(k));
    }

    private void contribute(int to, double factor, int node) {
        if (active[to]) {
            contributions.get(to).add(node);
            factors.get(to).add(factor);
        }
    }

    private void propagate(Node node, int self, int adjoint) {
        int first = node.args().get(0);
        switch (node.op()) {
            case LINEAR -> {
                for (int k = 0; k < node.args().size(); k++) {
                    contribute(node.args().get(k), node.number(k + 1), adjoint);
                }
            }
            case MULTIPLY -> {
                int second = node.args().get(1);
                contribute(first, 1, graph.multiply(adjoint, second));
                contribute(second, 1, graph.multiply(adjoint, first));
            }
            case POWER -> {
                int lower = graph.power(first, node.number(0) - 1);
                contribute(first, node.number(0), graph.multiply(adjoint, lower));
            }
            case CALL -> contribute(first, 1, graph.multiply(adjoint, slope((Function) node.label(), first, self)));
            default -> throw new IllegalStateException(node.op() + " has no adjoint: it depends on no state");
        }
    }

    /** f'(x), where y = f(x). */
    private int slope(Function function, int x, int y) {
        return switch (function) {
            case SIN -> graph.call(Function.COS, x);
            case COS -> graph.multiple(-1, graph.call(Function.SIN, x));
            case EXP -> y;
            case LOG -> graph.power(x, -1);
            case TANH -> graph.linear(1, List.of(-1.0), List.of(graph.power(y, 2)));
            case ABS -> graph.call(Function.SIGN, x);
            case SIGN -> graph.constant(0);
            case ASINH -> graph.power(graph.linear(1, List.of(1.0), List.of(graph.power(x, 2))), -0.5);
            case ERF ->
                graph.multiple(2 / Math.sqrt(Math.PI), graph.call(Function.EXP, graph.multiple(-1, graph.power(x, 2))));
            case ATAN -> graph.power(graph.linear(1, List.of(1.0), List.of(graph.power(x, 2))), -1);
            case SINH -> graph.call(Function.COSH, x);
            case COSH -> graph.call(Function.SINH, x);
        };
    }
}
