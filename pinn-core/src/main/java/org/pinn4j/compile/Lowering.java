package org.pinn4j.compile;

import java.util.List;
import org.pinn4j.compile.Graph.Input;
import org.pinn4j.compile.Graph.Node;
import org.pinn4j.pde.Function;

/** Rewrites powers into the operations a processor has: products, one division, square roots. */
final class Lowering {
    /** Repeated squaring loses about one rounding per unit of the exponent; beyond this, {@code Math.pow} is as good. */
    private static final int LARGEST_BY_PRODUCTS = 64;

    private final Graph target = new Graph();
    private final int[] image;

    Lowering(Graph source) {
        image = new int[source.size()];
        for (int k = 0; k < image.length; k++) {
            image[k] = lower(source.node(k));
        }
    }

    Graph graph() {
        return target;
    }

    List<Integer> images(List<Integer> nodes) {
        return nodes.stream().map(node -> image[node]).toList();
    }

    private int lower(Node node) {
        List<Integer> args = images(node.args());
        return switch (node.op()) {
            case CONSTANT -> target.constant(node.number(0));
            case INPUT -> {
                Input input = (Input) node.label();
                yield target.input(input.kind(), input.index());
            }
            case LINEAR ->
                target.linear(
                        node.number(0), node.numbers().subList(1, node.numbers().size()), args);
            case MULTIPLY -> target.multiply(args.get(0), args.get(1));
            case POWER -> power(args.get(0), node.number(0));
            case RECIPROCAL -> target.reciprocal(args.get(0));
            case SQRT -> target.sqrt(args.get(0));
            case CALL -> target.call((Function) node.label(), args.get(0));
            case APPLY -> target.apply((Instruction.Routine) node.label(), args);
        };
    }

    private int power(int base, double exponent) {
        if (exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_BY_PRODUCTS) {
            int count = (int) Math.abs(exponent);
            return product(exponent < 0 ? target.reciprocal(base) : base, count);
        }
        if (exponent == 0.5) {
            return target.sqrt(base);
        }
        return exponent == -0.5 ? target.reciprocal(target.sqrt(base)) : target.power(base, exponent);
    }

    private int product(int base, int count) {
        if (count == 1) {
            return base;
        }
        if (count % 2 == 1) {
            return target.multiply(product(base, count - 1), base);
        }
        int half = product(base, count / 2);
        return target.multiply(half, half);
    }
}
