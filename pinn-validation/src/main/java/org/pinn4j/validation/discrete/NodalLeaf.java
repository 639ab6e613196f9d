package org.pinn4j.validation.discrete;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pinn4j.compile.Program;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;

/**
 * A derivative of a field at some of the nodes, from the values at all of them: by a stencil for each node, and where the grid can
 * and most nodes are asked for, at all of them at once. Keeps working memory: belongs to one thread.
 */
final class NodalLeaf {
    /** So many products of the linear algebra library take the time of one in a loop over a stencil. */
    private static final int BLOCKED = 8;

    private final Field field;
    private final List<Integer> orders;
    private final boolean ofRate;
    private final boolean derivative;
    private final int[] start;
    private final int[] columns;
    private final double[] units;
    private final double[] scales;
    private final int[] spaceOrders;
    private final int[] nodes;
    private final int[] unknowns;
    /** Null where stencils do it. */
    private final GridDerivative atOnce;

    private final double[] nodal;
    private final double[] derived;

    /** @param atOnce shared by all leaves of a system, so that they share what it keeps */
    NodalLeaf(
            Statement statement,
            SpaceGrid grid,
            Unknowns unknowns,
            Optional<GridDerivative> atOnce,
            Program.StateLeaf leaf,
            int[] nodes) {
        this.field = leaf.field();
        this.orders = leaf.orders();
        this.nodes = nodes;
        int f = statement.fields.indexOf(field);
        int inTime = statement.time == null ? 0 : order(statement.time);
        if (inTime > statement.timeOrder[f]) {
            throw NotDiscretizableException.because(
                    "a condition has order %d in %s of %s, the equations only %d",
                    inTime, statement.time, field, statement.timeOrder[f]);
        }
        this.ofRate = inTime > (unknowns.hasRate(f) ? 1 : 0);
        this.spaceOrders = statement.space.stream().mapToInt(this::order).toArray();
        this.unknowns = unknowns.all(f, grid.nodes(), unknowns.hasRate(f) && inTime > 0);
        this.derivative = Arrays.stream(spaceOrders).anyMatch(o -> o > 0);
        this.atOnce = derivative && 2 * nodes.length >= grid.nodes() ? atOnce.orElse(null) : null;
        this.nodal = new double[this.atOnce == null ? 0 : grid.nodes()];
        this.derived = new double[nodal.length];
        StencilRow[] stencils = new StencilRow[nodes.length];
        this.start = new int[nodes.length + 1];
        for (int k = 0; k < nodes.length; k++) {
            stencils[k] = grid.derivative(spaceOrders, nodes[k]);
            start[k + 1] = start[k] + stencils[k].count();
        }
        this.columns = new int[start[nodes.length]];
        this.units = new double[columns.length];
        this.scales = Arrays.stream(stencils).mapToDouble(StencilRow::scale).toArray();
        for (int k = 0; k < nodes.length; k++) {
            for (int j = 0; j < stencils[k].count(); j++) {
                columns[start[k] + j] = this.unknowns[stencils[k].node(j)];
                units[start[k] + j] = stencils[k].unit(j);
            }
        }
    }

    private int order(Axis axis) {
        int index = field.axes().indexOf(axis);
        return index < 0 ? 0 : orders.get(index);
    }

    Field field() {
        return field;
    }

    /** By axis of the field. */
    List<Integer> orders() {
        return orders;
    }

    boolean isValue() {
        return orders.stream().allMatch(o -> o == 0);
    }

    /** Whether it is taken from y', not from y. */
    boolean ofRate() {
        return ofRate;
    }

    /** Of a stencil, that one evaluation takes, or costs as much as. */
    long products() {
        return atOnce == null ? columns.length : atOnce.products(spaceOrders) / BLOCKED;
    }

    /** target[k] += the derivative at node k. @param source y or y', by {@link #ofRate} */
    void addTo(double[] source, double[] target) {
        if (atOnce == null) {
            byRows(source, target);
            return;
        }
        for (int node = 0; node < nodal.length; node++) {
            nodal[node] = source[unknowns[node]];
        }
        atOnce.apply(spaceOrders, nodal, derived);
        for (int k = 0; k < nodes.length; k++) {
            target[k] += derived[nodes[k]];
        }
    }

    /** A derivative of the differences from the node's own value: they are smaller than the values, and so is their rounding. */
    private void byRows(double[] source, double[] target) {
        for (int k = 0; k < nodes.length; k++) {
            double own = derivative ? source[unknowns[nodes[k]]] : 0;
            double sum = 0;
            for (int e = start[k]; e < start[k + 1]; e++) {
                sum += units[e] * (source[columns[e]] - own);
            }
            target[k] += scales[k] * sum;
        }
    }

    /** Entries of the matrix. @param factor of row k */
    void entries(int[] rows, double[] factor, double scale, Entries out) {
        for (int k = 0; k < rows.length; k++) {
            double slope = scale * factor[k] * scales[k];
            for (int e = start[k]; slope != 0 && e < start[k + 1]; e++) {
                out.add(rows[k], columns[e], slope * units[e]);
            }
        }
    }

    /** Every place where a Jacobian can have an entry. */
    void pattern(int[] rows, Entries out) {
        for (int k = 0; k < rows.length; k++) {
            for (int e = start[k]; e < start[k + 1]; e++) {
                out.add(rows[k], columns[e], 1);
            }
        }
    }
}
