package org.pinn4j.compile;

import java.util.List;
import org.pinn4j.compile.Graph.Input;
import org.pinn4j.compile.Graph.Kind;
import org.pinn4j.compile.Graph.Node;
import org.pinn4j.compile.Graph.Op;

/** Which expressions are affine in the states with coefficients of the point alone. Judged node by node, so never wrongly true. */
final class Linearity {
    private static final int POINT = 0;
    private static final int PARAMETER = 1;
    private static final int AFFINE = 2;
    private static final int NONLINEAR = 3;

    private Linearity() {}

    static boolean[] affine(Graph graph, List<Integer> roots) {
        int[] grade = new int[graph.size()];
        for (int k = 0; k < grade.length; k++) {
            grade[k] = grade(graph.node(k), grade);
        }
        boolean[] result = new boolean[roots.size()];
        for (int k = 0; k < result.length; k++) {
            result[k] = grade[roots.get(k)] <= AFFINE;
        }
        return result;
    }

    private static int grade(Node node, int[] grade) {
        if (node.label() instanceof Input input) {
            return input.kind() == Kind.STATE ? AFFINE : input.kind() == Kind.PARAMETER ? PARAMETER : POINT;
        }
        int highest = node.args().stream().mapToInt(arg -> grade[arg]).max().orElse(POINT);
        if (highest < AFFINE || node.op() == Op.LINEAR) {
            return highest;
        }
        int lowest = node.args().stream().mapToInt(arg -> grade[arg]).min().orElse(POINT);
        return node.op() == Op.MULTIPLY && lowest == POINT ? highest : NONLINEAR;
    }
}
