package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.compile.Thrown;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;

/**
 * The jets of an ansatz's features, bases and factors on a plan's channels: known as soon as the points are. Immutable;
 * scratch memory belongs to one thread.
 *
 * <p>A tile's columns are one block: {@code [row · C · n + c · n + i]}, rows = inputs of the networks, then bases, then
 * factors.
 */
public final class AnsatzColumns {
    private final CoordinateProgram program;
    private final DerivativePlan plan;
    private final int features;
    private final int fields;
    private final int[] first; // row of each network's first input

    public AnsatzColumns(Ansatz ansatz, DerivativePlan plan) {
        Args.given(ansatz, "ansatz", plan, "plan");
        this.plan = plan;
        this.fields = ansatz.forms().size();
        this.first = new int[ansatz.networks().size()];
        List<Expr> rows = inputs(ansatz);
        this.features = rows.size();
        ansatz.forms().forEach(f -> rows.add(f.base()));
        ansatz.forms().forEach(f -> rows.add(f.factor()));
        List<Expr> columns = new ArrayList<>();
        for (Expr row : rows) {
            for (int c = 0; c < plan.channels(); c++) {
                columns.add(channel(row, ansatz.axes(), plan, c));
            }
        }
        this.program = CoordinateProgram.compile(columns, ansatz.axes());
    }

    /** What the networks see, one network after the other; those that see the same share the rows. */
    private List<Expr> inputs(Ansatz ansatz) {
        List<Expr> rows = new ArrayList<>();
        Map<List<Expr>, Integer> known = new HashMap<>();
        for (int k = 0; k < first.length; k++) {
            List<Expr> inputs = ansatz.inputs(k);
            Integer same = known.putIfAbsent(inputs, rows.size());
            first[k] = same == null ? rows.size() : same;
            rows.addAll(same == null ? inputs : List.of());
        }
        return rows;
    }

    /** The channel of a jet as an expression: ∂^α e/α!, or Σ c_i ∂_i² e for a collapsed one. */
    private static Expr channel(Expr e, List<Axis> axes, DerivativePlan plan, int c) {
        if (plan.isCollapsed(c)) {
            double[] weights = plan.weights(c);
            Expr sum = Expr.constant(0);
            for (int k = 0; k < weights.length; k++) {
                if (weights[k] != 0) {
                    sum = sum.plus(e.d(axes.get(k), axes.get(k)).times(weights[k]));
                }
            }
            return sum;
        }
        Expr derivative = e;
        List<Integer> index = plan.index(c);
        for (int k = 0; k < index.size(); k++) {
            for (int o = 0; o < index.get(k); o++) {
                derivative = derivative.d(axes.get(k));
            }
        }
        return derivative.times(1 / plan.factorial(c));
    }

    /** Doubles per point. */
    public int size() {
        return (features + 2 * fields) * plan.channels();
    }

    /** Where the inputs of a network begin in a tile of n points. */
    int input(int network, int n) {
        return first[network] * plan.channels() * n;
    }

    /** Where the bases begin in a tile of n points. */
    public int base(int n) {
        return features * plan.channels() * n;
    }

    /** Where the factors begin in a tile of n points. */
    public int factor(int n) {
        return (features + fields) * plan.channels() * n;
    }

    /** Scratch memory of one thread. */
    public final class Scratch {
        private final CoordinateProgram.Scratch scratch;
        private final double[][] out;

        private Scratch(int maxPoints) {
            scratch = program.scratch(maxPoints);
            out = new double[size()][maxPoints];
        }

        /** What code in the forms threw in the last evaluation. */
        public List<Thrown> thrown() {
            return scratch.thrown();
        }
    }

    public Scratch scratch(int maxPoints) {
        return new Scratch(Args.within(1, AnsatzJets.MOST_POINTS, maxPoints, "maxPoints"));
    }

    /**
     * Writes the block of one tile.
     * @param x [axes × n]
     * @param block overwritten from {@code offset}: [{@link #size} · n]
     */
    public void evaluate(int n, double[] x, double[] block, int offset, Scratch s) {
        Args.given(x, "x", block, "block");
        Args.given(s, "s");
        program.evaluate(n, x, null, null, s.out, s.scratch);
        for (int k = 0; k < s.out.length; k++) {
            System.arraycopy(s.out[k], 0, block, offset + k * n, n);
        }
    }
}
