package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.autodiff.ExprProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;

/** One expression at many nodes, each a row of the system: its compiled tree with a stencil for every derivative in it. */
final class RowBlock {
    /** Where a block stands: row k of the system is the expression at node k, whose outward normal is along one axis or nowhere. */
    record Places(int[] rows, int[] nodes, int normalAxis, double normal) {}

    private record Leaf(
            Field field, List<Integer> orders, boolean ofRate, int[] start, int[] columns, double[] weights) {}

    private final int[] rows;
    private final int count;
    private final ExprProgram program;
    private final ExprProgram.Scratch scratch;
    private final PointData data;
    private final List<Leaf> leaves = new ArrayList<>();
    private final double[][] states;
    private final Background background;
    private final double[][] known;
    private double knownAt = Double.NaN;

    RowBlock(
            Statement statement,
            SpaceGrid grid,
            Unknowns unknowns,
            Background background,
            Expr residual,
            Places places) {
        this.rows = places.rows;
        this.count = rows.length;
        this.background = background;
        this.program = ExprProgram.compile(List.of(residual));
        this.scratch = program.scratch(count);
        for (ExprProgram.StateLeaf leaf : program.states()) {
            leaves.add(leaf(statement, grid, unknowns, leaf, places.nodes));
        }
        List<Axis> axes = statement.problem.axes();
        double[] x = new double[axes.size() * count];
        double[] normals = new double[x.length];
        for (int a = 0; a < axes.size(); a++) {
            int s = statement.space.indexOf(axes.get(a));
            for (int k = 0; k < count && s >= 0; k++) {
                x[a * count + k] = grid.coordinate(s, places.nodes[k]);
                normals[a * count + k] = s == places.normalAxis ? places.normal : 0;
            }
        }
        this.data = new PointData(program.data(), axes, count, x, normals);
        this.states = new double[leaves.size()][count];
        this.known = new double[background == null ? 0 : leaves.size()][];
    }

    private static Leaf leaf(
            Statement statement, SpaceGrid grid, Unknowns unknowns, ExprProgram.StateLeaf leaf, int[] nodes) {
        int field = statement.fields.indexOf(leaf.field());
        int inTime = statement.time == null ? 0 : order(leaf, statement.time);
        boolean second = unknowns.hasRate(field);
        if (inTime > statement.timeOrder[field]) {
            throw NotDiscretizableException.because(
                    "a condition has order %d in %s of %s, the equations only %d",
                    inTime, statement.time, leaf.field(), statement.timeOrder[field]);
        }
        int[] orders = new int[statement.space.size()];
        for (int a = 0; a < orders.length; a++) {
            orders[a] = order(leaf, statement.space.get(a));
        }
        StencilRow[] stencils = new StencilRow[nodes.length];
        int[] start = new int[nodes.length + 1];
        for (int k = 0; k < nodes.length; k++) {
            stencils[k] = grid.derivative(orders, nodes[k]);
            start[k + 1] = start[k] + stencils[k].count();
        }
        int[] columns = new int[start[nodes.length]];
        double[] weights = new double[columns.length];
        for (int k = 0; k < nodes.length; k++) {
            for (int j = 0; j < stencils[k].count(); j++) {
                int node = stencils[k].node(j);
                columns[start[k] + j] = second && inTime > 0 ? unknowns.rate(field, node) : unknowns.value(field, node);
                weights[start[k] + j] = stencils[k].weight(j);
            }
        }
        return new Leaf(leaf.field(), leaf.orders(), inTime > (second ? 1 : 0), start, columns, weights);
    }

    private static int order(ExprProgram.StateLeaf leaf, Axis axis) {
        int index = leaf.field().axes().indexOf(axis);
        return index < 0 ? 0 : leaf.orders().get(index);
    }

    int[] rows() {
        return rows;
    }

    /** Whether a row has y' in it. */
    boolean hasRates() {
        return leaves.stream().anyMatch(Leaf::ofRate);
    }

    /** Whether the rows are affine in y and y'. */
    boolean isLinear() {
        return program.isLinear(0);
    }

    /** Every place where a Jacobian can have an entry. */
    void pattern(Entries out) {
        for (Leaf leaf : leaves) {
            for (int k = 0; k < count; k++) {
                for (int e = leaf.start[k]; e < leaf.start[k + 1]; e++) {
                    out.add(rows[k], leaf.columns[e], 1);
                }
            }
        }
    }

    void residual(double t, double[] y, double[] yDot, double[] f) {
        evaluate(t, y, yDot);
        double[] values = scratch.output(0);
        for (int k = 0; k < count; k++) {
            f[rows[k]] = values[k];
        }
    }

    /** The entries of ∂F/∂y + shift·∂F/∂y'. */
    void jacobian(double t, double[] y, double[] yDot, double shift, Entries out) {
        evaluate(t, y, yDot);
        program.reverse(0, count, scratch);
        for (int l = 0; l < leaves.size(); l++) {
            Leaf leaf = leaves.get(l);
            double[] partial = scratch.stateAdjoint(l);
            double factor = leaf.ofRate ? shift : 1;
            for (int k = 0; k < count; k++) {
                double slope = factor * partial[k];
                for (int e = leaf.start[k]; slope != 0 && e < leaf.start[k + 1]; e++) {
                    out.add(rows[k], leaf.columns[e], slope * leaf.weights[e]);
                }
            }
        }
    }

    private void evaluate(double t, double[] y, double[] yDot) {
        know(t);
        for (int l = 0; l < leaves.size(); l++) {
            Leaf leaf = leaves.get(l);
            double[] source = leaf.ofRate ? yDot : y;
            double[] target = states[l];
            for (int k = 0; k < count; k++) {
                double sum = background == null ? 0 : known[l][k];
                for (int e = leaf.start[k]; e < leaf.start[k + 1]; e++) {
                    sum += leaf.weights[e] * source[leaf.columns[e]];
                }
                target[k] = sum;
            }
        }
        program.forward(count, states, data.at(t), new double[0], scratch);
    }

    /** The largest value of a field itself among what the background gives; 0 without one. */
    double backgroundSize(double t) {
        know(t);
        double size = 0;
        for (int l = 0; l < known.length; l++) {
            boolean plain = leaves.get(l).orders.stream().allMatch(o -> o == 0);
            for (int k = 0; plain && k < count; k++) {
                size = Math.max(size, Math.abs(known[l][k]));
            }
        }
        return size;
    }

    private void know(double t) {
        if (background != null && t != knownAt) {
            for (int l = 0; l < leaves.size(); l++) {
                Field field = leaves.get(l).field;
                known[l] = background.values(field, leaves.get(l).orders, data.coordinates(field.axes(), t), count);
            }
            knownAt = t;
        }
    }
}
