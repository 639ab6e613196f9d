package org.pinn4j.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import org.pinn4j.compile.Graph.Input;
import org.pinn4j.compile.Graph.Node;
import org.pinn4j.compile.Graph.Op;
import org.pinn4j.compile.Instruction.Routine;

/**
 * Turns a lowered graph into three-address code: first the section of the values, then sections that may read the values but
 * not each other. A product used once, as a term of a sum, becomes a multiply-add. A register is reused when its value is
 * read no more; values that a later section reads keep theirs.
 */
final class Emitter {
    private final Graph graph;
    private final int[] uses;
    private final boolean[] fused;
    private final boolean[] kept;
    private final int[] valueRegister;
    private Deque<Integer> valueFree = new ArrayDeque<>();
    private int top;

    private int[] register;
    private int[] left;
    private boolean[] temporary;
    private Deque<Integer> free;
    private List<Instruction> code;

    /**
     * @param values roots of the value section
     * @param later roots of each later section
     * @param firstTemporary registers from here on are the emitter's
     */
    Emitter(
            Graph graph,
            List<Integer> values,
            List<List<Integer>> later,
            ToIntFunction<Input> inputRegister,
            int firstTemporary) {
        this.graph = graph;
        this.top = firstTemporary;
        this.valueRegister = new int[graph.size()];
        for (int k = 0; k < valueRegister.length; k++) {
            valueRegister[k] = graph.node(k).label() instanceof Input input ? inputRegister.applyAsInt(input) : -1;
        }
        List<Integer> roots = new ArrayList<>(values);
        later.forEach(roots::addAll);
        this.uses = uses(roots);
        this.fused = fused(roots);
        this.kept = kept(graph.reachable(values), roots);
    }

    /** One past the last register used by the sections emitted so far. */
    int registers() {
        return top;
    }

    /** The first section: node {@code roots[k]} into register {@code targets[k]}. */
    Instruction[] values(List<Integer> roots, int[] targets) {
        register = valueRegister;
        free = valueFree;
        return section(roots, targets);
    }

    /** A section that may follow {@link #values} any number of times. */
    Instruction[] later(List<Integer> roots, int[] targets) {
        register = valueRegister.clone();
        free = new ArrayDeque<>(valueFree);
        return section(roots, targets);
    }

    private int[] uses(List<Integer> roots) {
        int[] count = new int[graph.size()];
        boolean[] reached = graph.reachable(roots);
        for (int k = 0; k < count.length; k++) {
            if (reached[k]) {
                graph.node(k).args().forEach(arg -> count[arg]++);
            }
        }
        roots.forEach(root -> count[root]++);
        return count;
    }

    private boolean[] fused(List<Integer> roots) {
        boolean[] result = new boolean[graph.size()];
        boolean[] reached = graph.reachable(roots);
        for (int k = 0; k < result.length; k++) {
            if (reached[k] && graph.node(k).op() == Op.LINEAR) {
                for (int arg : graph.node(k).args()) {
                    result[arg] = graph.node(arg).op() == Op.MULTIPLY && uses[arg] == 1;
                }
            }
        }
        return result;
    }

    /** Values of the first section that a root of a later section is, or that an instruction of one reads. */
    private boolean[] kept(boolean[] inValues, List<Integer> roots) {
        boolean[] result = new boolean[graph.size()];
        roots.forEach(root -> result[root] = true);
        boolean[] reached = graph.reachable(roots);
        for (int k = 0; k < result.length; k++) {
            if (reached[k] && !inValues[k]) {
                graph.node(k).args().forEach(arg -> result[arg] = inValues[arg]);
            }
        }
        return result;
    }

    private Instruction[] section(List<Integer> roots, int[] targets) {
        code = new ArrayList<>();
        temporary = new boolean[graph.size()];
        boolean[] due = due(roots);
        left = new int[graph.size()];
        for (int k = 0; k < due.length; k++) {
            if (due[k]) {
                operands(k).forEach(operand -> left[operand]++);
            }
        }
        int[] home = homes(roots, targets, due);
        for (int k = 0; k < due.length; k++) {
            if (due[k]) {
                emitNode(k, home[k]);
            }
        }
        copyRoots(roots, targets);
        return code.toArray(Instruction[]::new);
    }

    /**
     * Nodes this section must compute: not an input, not computed before, not part of a multiply-add; constants only where user
     * code takes them as arguments.
     */
    private boolean[] due(List<Integer> roots) {
        boolean[] reached = new boolean[graph.size()];
        boolean[] due = new boolean[graph.size()];
        roots.forEach(root -> reached[root] = true);
        for (int k = reached.length - 1; k >= 0; k--) {
            if (reached[k] && register[k] < 0 && !graph.isConstant(k)) {
                due[k] = !fused[k];
                graph.node(k).args().forEach(arg -> {
                    reached[arg] = true;
                    due[arg] = graph.isConstant(arg);
                });
            }
        }
        return due;
    }

    private List<Integer> operands(int k) {
        List<Integer> result = new ArrayList<>();
        for (int arg : graph.node(k).args()) {
            if (fused[arg]) {
                result.addAll(graph.node(arg).args());
            } else {
                result.add(arg);
            }
        }
        return result;
    }

    private int[] homes(List<Integer> roots, int[] targets, boolean[] due) {
        int[] home = new int[graph.size()];
        Arrays.fill(home, -1);
        for (int k = 0; k < targets.length; k++) {
            int root = roots.get(k);
            if (due[root] && home[root] < 0) {
                home[root] = targets[k];
            }
        }
        return home;
    }

    /** The destination is taken before operands are released: a sum of many terms writes it before it has read them all. */
    private void emitNode(int k, int home) {
        temporary[k] = home < 0;
        register[k] = home >= 0 ? home : free.isEmpty() ? top++ : free.pop();
        Node node = graph.node(k);
        List<Integer> from = node.op() == Op.LINEAR ? List.of() : registers(node.args());
        switch (node.op()) {
            case LINEAR -> emitSum(node, register[k]);
            case MULTIPLY -> emit(Instruction.Op.PRODUCT, register[k], from, List.of(0.0, 1.0), null);
            case POWER -> emit(Instruction.Op.POWER, register[k], from, node.numbers(), null);
            case RECIPROCAL -> emit(Instruction.Op.RECIPROCAL, register[k], from, List.of(), null);
            case SQRT -> emit(Instruction.Op.SQRT, register[k], from, List.of(), null);
            case CALL -> emit(Instruction.Op.CALL, register[k], from, List.of(), node.label());
            case APPLY -> {
                Routine routine = ((Routine) node.label()).at(top);
                top += routine.registers();
                emit(Instruction.Op.APPLY, register[k], from, List.of(), routine);
            }
            case CONSTANT -> emit(Instruction.Op.FILL, register[k], from, node.numbers(), null);
            case INPUT -> throw new IllegalStateException(node + " needs no instruction");
        }
        operands(k).forEach(this::release);
    }

    private void release(int operand) {
        left[operand]--;
        if (left[operand] == 0 && temporary[operand] && !kept[operand]) {
            free.push(register[operand]);
        }
    }

    private List<Integer> registers(List<Integer> nodes) {
        return nodes.stream()
                .map(node -> {
                    if (register[node] < 0) {
                        throw new IllegalStateException("node " + node + " is read before it is computed");
                    }
                    return register[node];
                })
                .toList();
    }

    /** Plain terms in pairs and products as multiply-adds; n terms take n − 1 instructions if one of them is plain. */
    private void emitSum(Node sum, int to) {
        Deque<Integer> plain = new ArrayDeque<>();
        Deque<Integer> products = new ArrayDeque<>();
        for (int k = 0; k < sum.args().size(); k++) {
            (fused[sum.args().get(k)] ? products : plain).add(k);
        }
        emitFirst(sum, to, plain, products);
        while (!products.isEmpty()) {
            emitTerm(sum, to, 0, 1, to, products.pop());
        }
        while (!plain.isEmpty()) {
            emitTerm(sum, to, 0, 1, to, plain.pop());
        }
    }

    private void emitFirst(Node sum, int to, Deque<Integer> plain, Deque<Integer> products) {
        double c0 = sum.number(0);
        if (plain.isEmpty()) {
            int k = products.pop();
            List<Integer> factors = registers(graph.node(sum.args().get(k)).args());
            emit(Instruction.Op.PRODUCT, to, factors, List.of(c0, sum.number(k + 1)), null);
        } else {
            int k = plain.pop();
            int a = registers(List.of(sum.args().get(k))).get(0);
            if (sum.args().size() == 1) {
                emit(Instruction.Op.AFFINE, to, List.of(a), List.of(c0, sum.number(k + 1)), null);
            } else {
                emitTerm(sum, to, c0, sum.number(k + 1), a, products.isEmpty() ? plain.pop() : products.pop());
            }
        }
    }

    /** to = c0 + c1·a + term k of the sum. */
    private void emitTerm(Node sum, int to, double c0, double c1, int a, int k) {
        int term = sum.args().get(k);
        List<Double> c = List.of(c0, c1, sum.number(k + 1));
        List<Integer> from = new ArrayList<>(List.of(a));
        from.addAll(registers(fused[term] ? graph.node(term).args() : List.of(term)));
        emit(fused[term] ? Instruction.Op.MULTIPLY_ADD : Instruction.Op.AFFINE2, to, from, c, null);
    }

    private void copyRoots(List<Integer> roots, int[] targets) {
        for (int k = 0; k < targets.length; k++) {
            int root = roots.get(k);
            if (graph.isConstant(root)) {
                List<Double> value = List.of(graph.node(root).number(0));
                emit(Instruction.Op.FILL, targets[k], List.of(), value, null);
            } else if (register[root] != targets[k]) {
                emit(Instruction.Op.COPY, targets[k], registers(List.of(root)), List.of(), null);
            }
        }
    }

    private void emit(Instruction.Op op, int to, List<Integer> from, List<Double> c, Object label) {
        code.add(new Instruction(op, to, List.copyOf(from), List.copyOf(c), label));
    }
}
