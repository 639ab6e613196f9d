package org.pinn4j.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.pde.Function;

/**
 * Expressions as a directed acyclic graph in which equal subexpressions are one node. A node is named by its index, and its
 * arguments have smaller indices. The factory methods fold constants and keep numeric factors outside products.
 */
final class Graph {
    enum Op {
        CONSTANT,
        INPUT,
        LINEAR,
        MULTIPLY,
        POWER,
        RECIPROCAL,
        SQRT,
        CALL,
        APPLY
    }

    /** What an input stands for. */
    enum Kind {
        STATE,
        DATA,
        PARAMETER,
        SEED,
        AXIS,
        NORMAL,
        MEASUREMENT
    }

    /** An input of a kind by its number among its kind. */
    record Input(Kind kind, int index) {}

    /**
     * @param numbers CONSTANT: the value; POWER: the exponent; LINEAR: the constant, then one factor per argument
     * @param label INPUT: an {@link Input}; CALL: a {@link Function}; APPLY: an {@link Instruction.Routine}
     */
    record Node(Op op, List<Integer> args, List<Double> numbers, Object label) {
        double number(int k) {
            return numbers.get(k);
        }

        /** A pure multiple c·x: a LINEAR of one argument without a constant. */
        boolean isMultiple() {
            return op == Op.LINEAR && args.size() == 1 && number(0) == 0;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> index = new HashMap<>();

    int size() {
        return nodes.size();
    }

    Node node(int k) {
        return nodes.get(k);
    }

    private int add(Op op, List<Integer> args, List<Double> numbers, Object label) {
        Node node = new Node(op, List.copyOf(args), List.copyOf(numbers), label);
        return index.computeIfAbsent(node, absent -> {
            nodes.add(absent);
            return nodes.size() - 1;
        });
    }

    int constant(double value) {
        return add(Op.CONSTANT, List.of(), List.of(value), "");
    }

    int input(Kind kind, int number) {
        return add(Op.INPUT, List.of(), List.of(), new Input(kind, number));
    }

    boolean isConstant(int k) {
        return node(k).op == Op.CONSTANT;
    }

    /** c·x. */
    int multiple(double c, int x) {
        return linear(0, List.of(c), List.of(x));
    }

    /** c0 + Σ c[k]·x[k], equal arguments joined. Sums inside are left alone: (u − 1)·3 must not become 3u − 3 near u = 1. */
    int linear(double c0, List<Double> c, List<Integer> x) {
        double constant = c0;
        Map<Integer, Double> factors = new LinkedHashMap<>();
        for (int k = 0; k < x.size(); k++) {
            Node arg = node(x.get(k));
            if (arg.op == Op.CONSTANT) {
                constant += c.get(k) * arg.number(0);
            } else if (arg.isMultiple()) {
                factors.merge(arg.args.get(0), c.get(k) * arg.number(1), Double::sum);
            } else {
                factors.merge(x.get(k), c.get(k), Double::sum);
            }
        }
        factors.values().removeIf(factor -> factor == 0);
        return normalLinear(constant, factors);
    }

    private int normalLinear(double constant, Map<Integer, Double> factors) {
        if (factors.isEmpty()) {
            return constant(constant);
        }
        List<Integer> args = List.copyOf(factors.keySet());
        if (constant == 0 && args.size() == 1 && factors.get(args.get(0)) == 1) {
            return args.get(0);
        }
        List<Double> numbers = new ArrayList<>(List.of(constant));
        numbers.addAll(factors.values());
        return add(Op.LINEAR, args, numbers, "");
    }

    /** a·b, the smaller index first, numeric factors pulled out. */
    int multiply(int a, int b) {
        if (isConstant(a)) {
            return multiple(node(a).number(0), b);
        }
        if (isConstant(b)) {
            return multiple(node(b).number(0), a);
        }
        double factor = 1;
        int left = a;
        int right = b;
        if (node(a).isMultiple()) {
            factor *= node(a).number(1);
            left = node(a).args.get(0);
        }
        if (node(b).isMultiple()) {
            factor *= node(b).number(1);
            right = node(b).args.get(0);
        }
        List<Integer> args = left <= right ? List.of(left, right) : List.of(right, left);
        return multiple(factor, add(Op.MULTIPLY, args, List.of(), ""));
    }

    int power(int base, double exponent) {
        if (exponent == 0) {
            return constant(1);
        }
        if (exponent == 1) {
            return base;
        }
        return isConstant(base)
                ? constant(Math.pow(node(base).number(0), exponent))
                : add(Op.POWER, List.of(base), List.of(exponent), "");
    }

    int reciprocal(int x) {
        return isConstant(x) ? constant(1 / node(x).number(0)) : add(Op.RECIPROCAL, List.of(x), List.of(), "");
    }

    int sqrt(int x) {
        return isConstant(x) ? constant(Math.sqrt(node(x).number(0))) : add(Op.SQRT, List.of(x), List.of(), "");
    }

    int call(Function function, int x) {
        return isConstant(x)
                ? constant(function.value(node(x).number(0)))
                : add(Op.CALL, List.of(x), List.of(), function);
    }

    int apply(Instruction.Routine routine, List<Integer> args) {
        return add(Op.APPLY, args, List.of(), routine);
    }

    /** The nodes that the roots need, themselves included. */
    boolean[] reachable(List<Integer> roots) {
        boolean[] reached = new boolean[size()];
        roots.forEach(root -> reached[root] = true);
        for (int k = size() - 1; k >= 0; k--) {
            if (reached[k]) {
                node(k).args.forEach(arg -> reached[arg] = true);
            }
        }
        return reached;
    }
}
