package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pinn4j.compile.Program;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;

/** One expression at many nodes, each a row of the system: its compiled tree with a stencil for every derivative in it. */
final class RowBlock {
    /** Where a block stands: row k of the system is the expression at node k, whose outward normal is along one axis or nowhere. */
    record Places(int[] rows, int[] nodes, int normalAxis, double normal) {}

    private final int[] rows;
    private final int count;
    private final Program program;
    private final Program.Scratch scratch;
    private final PointData data;
    private final List<NodalLeaf> leaves = new ArrayList<>();
    private final double[][] states;
    private final Background background;
    private final double[][] known;
    private double knownAt = Double.NaN;
    /** The residual of the background alone and its slopes, where rows are linear: see {@link #linearResidual}. */
    private double[] knownResidual;

    private double[][] slopes;
    private double slopesAt = Double.NaN;

    RowBlock(
            Statement statement,
            SpaceGrid grid,
            Unknowns unknowns,
            Optional<GridDerivative> atOnce,
            Background background,
            Expr residual,
            Places places) {
        this.rows = places.rows;
        this.count = rows.length;
        this.background = background;
        this.program = Program.compile(List.of(residual));
        this.scratch = program.scratch(count);
        for (Program.StateLeaf leaf : program.states()) {
            leaves.add(new NodalLeaf(statement, grid, unknowns, atOnce, leaf, places.nodes));
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

    int[] rows() {
        return rows;
    }

    /** Whether a row has y' in it. */
    boolean hasRates() {
        return leaves.stream().anyMatch(NodalLeaf::ofRate);
    }

    /** Whether the rows are affine in y and y'. */
    boolean isLinear() {
        return program.isLinear(0);
    }

    /** Of a stencil, that one evaluation takes, or costs as much as. */
    long products() {
        return leaves.stream().mapToLong(NodalLeaf::products).sum();
    }

    /** Every place where a Jacobian can have an entry. */
    void pattern(Entries out) {
        leaves.forEach(leaf -> leaf.pattern(rows, out));
    }

    void residual(double t, double[] y, double[] yDot, double[] f) {
        if (background != null && isLinear()) {
            linearResidual(t, y, yDot, f);
            return;
        }
        evaluate(t, y, yDot);
        double[] values = scratch.output(0);
        for (int k = 0; k < count; k++) {
            f[rows[k]] = values[k];
        }
    }

    /**
     * F(U) + F'·e. A correction may be fourteen orders smaller than the derivatives of what it corrects: added to them before F is
     * evaluated, it would be rounded to nothing, and no iteration would settle.
     */
    private void linearResidual(double t, double[] y, double[] yDot, double[] f) {
        linearise(t);
        double[] sum = knownResidual.clone();
        double[] part = new double[count];
        for (int l = 0; l < leaves.size(); l++) {
            Arrays.fill(part, 0);
            leaves.get(l).addTo(leaves.get(l).ofRate() ? yDot : y, part);
            for (int k = 0; k < count; k++) {
                sum[k] += slopes[l][k] * part[k];
            }
        }
        for (int k = 0; k < count; k++) {
            f[rows[k]] = sum[k];
        }
    }

    private void linearise(double t) {
        if (t == slopesAt) {
            return;
        }
        know(t);
        program.forward(count, known, data.at(t), new double[0], scratch);
        knownResidual = Arrays.copyOf(scratch.output(0), count);
        program.reverse(0, count, scratch);
        slopes = new double[leaves.size()][];
        for (int l = 0; l < slopes.length; l++) {
            slopes[l] = Arrays.copyOf(scratch.stateAdjoint(l), count);
        }
        slopesAt = t;
    }

    /** The entries of ∂F/∂y + shift·∂F/∂y'. */
    void jacobian(double t, double[] y, double[] yDot, double shift, Entries out) {
        evaluate(t, y, yDot);
        program.reverse(0, count, scratch);
        for (int l = 0; l < leaves.size(); l++) {
            NodalLeaf leaf = leaves.get(l);
            leaf.entries(rows, scratch.stateAdjoint(l), leaf.ofRate() ? shift : 1, out);
        }
    }

    private void evaluate(double t, double[] y, double[] yDot) {
        know(t);
        for (int l = 0; l < leaves.size(); l++) {
            if (background == null) {
                Arrays.fill(states[l], 0);
            } else {
                System.arraycopy(known[l], 0, states[l], 0, count);
            }
            leaves.get(l).addTo(leaves.get(l).ofRate() ? yDot : y, states[l]);
        }
        program.forward(count, states, data.at(t), new double[0], scratch);
    }

    /** The largest value of a field itself among what the background gives; 0 without one. */
    double backgroundSize(double t) {
        know(t);
        double size = 0;
        for (int l = 0; l < known.length; l++) {
            for (int k = 0; leaves.get(l).isValue() && k < count; k++) {
                size = Math.max(size, Math.abs(known[l][k]));
            }
        }
        return size;
    }

    /** Of a background that has become another at the same time. */
    void forget() {
        knownAt = Double.NaN;
        slopesAt = Double.NaN;
    }

    private void know(double t) {
        if (background != null && t != knownAt) {
            for (int l = 0; l < leaves.size(); l++) {
                Field field = leaves.get(l).field();
                known[l] = background.values(field, leaves.get(l).orders(), data.coordinates(field.axes(), t), count);
            }
            knownAt = t;
        }
    }
}
