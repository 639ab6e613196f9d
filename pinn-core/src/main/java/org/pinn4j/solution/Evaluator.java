package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzColumns;
import org.pinn4j.ansatz.AnsatzJets;
import org.pinn4j.ansatz.AnsatzValues;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.compile.Program;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.Tiles;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Region;

/**
 * Expressions of a solution's fields, coordinates and coefficients, compiled once: values and exact derivatives of any order
 * at many points. Immutable and shared; what a thread writes is its {@link Scratch}.
 */
public final class Evaluator {
    /** Points of one tile; up to {@value #FEW} points run in plain Java, more in the backend of the solution. */
    private static final int TILE = Tiles.POINTS;

    private static final int FEW = 8;

    /** Numbers in one channel of all pieces' widest layers, 32 MB; wider solutions take tiles of fewer points. */
    private static final int ROOM = 1 << 22;

    /** Where a leaf is read: channel of a field at a slot, times α!; negated below fold k where flips[k]. */
    private record Load(int slot, int field, int channel, double factor, boolean[] flips) {}

    private final Model model;
    private final boolean everywhere;
    private final List<Expr> expressions;
    private final Program program;
    private final CoordinateProgram data;
    private final DerivativePlan plan;
    private final AnsatzColumns[] columns; // by kind of piece; one for all that see the same inputs
    private final Load[] loads;
    private final double[] coefficients;
    private final Lending<Scratch> single = new Lending<>(() -> new Scratch(1));

    /** @param onBoundary whether points come with normals, so that expressions may use them */
    Evaluator(Model model, boolean everywhere, boolean onBoundary, List<Expr> expressions) {
        this.model = model;
        this.everywhere = everywhere;
        this.expressions = List.copyOf(expressions);
        check(onBoundary);
        this.program = Program.compile(this.expressions);
        this.data = CoordinateProgram.compile(program.data(), model.ansatz.axes());
        this.plan = DerivativePlan.of(
                model.axes(),
                program.states().stream()
                        .map(leaf -> leaf.ordersBy(model.ansatz.axes()))
                        .toList());
        this.columns = columns(model.pieces.kinds(), plan);
        this.loads = program.states().stream().map(this::load).toArray(Load[]::new);
        this.coefficients =
                program.parameters().stream().mapToDouble(model::coefficient).toArray();
    }

    private static AnsatzColumns[] columns(List<Ansatz> kinds, DerivativePlan plan) {
        Map<List<Expr>, AnsatzColumns> known = new HashMap<>();
        return kinds.stream()
                .map(a -> known.computeIfAbsent(a.features(), f -> new AnsatzColumns(a, plan)))
                .toArray(AnsatzColumns[]::new);
    }

    private void check(boolean onBoundary) {
        if (expressions.isEmpty()) {
            throw new IllegalArgumentException("evaluator: name one or more expressions");
        }
        for (Expr e : expressions) {
            Leaves leaves = Leaves.of(e);
            leaves.fields().forEach(model.ansatz::indexOf);
            model.pieces.kinds().forEach(a -> a.requireDerivatives(leaves.states(), "expression '%s'".formatted(e)));
            if (leaves.measured() || !onBoundary && !leaves.normals().isEmpty()) {
                throw new IllegalArgumentException(
                        "%s: a point of the domain has no %s; write the derivative along an axis, such as u.d(x)"
                                .formatted(e, leaves.measured() ? "measured value" : "normal"));
            }
        }
    }

    private Load load(Program.StateLeaf leaf) {
        List<Integer> orders = leaf.ordersBy(model.ansatz.axes());
        int channel = plan.channel(orders);
        boolean[] flips = new boolean[model.folding.size()];
        for (int k = 0; k < flips.length; k++) {
            int parity = model.folding.fold(k).parity().getOrDefault(leaf.field(), 1);
            boolean oddOrder = orders.get(model.folding.axis(k)) % 2 == 1;
            flips[k] = parity < 0 != oddOrder;
        }
        return new Load(leaf.slot(), model.ansatz.indexOf(leaf.field()), channel, plan.factorial(channel), flips);
    }

    /** In the order of their rows in the results. */
    public List<Expr> expressions() {
        return expressions;
    }

    /** The memory of one thread for any number of points at a time. */
    public Scratch scratch() {
        return new Scratch(Math.max(2 * FEW, Math.min(TILE, ROOM / Math.max(1, width()))));
    }

    private int width() {
        return model.pieces.kinds().stream()
                .flatMap(a -> a.networks().stream())
                .mapToInt(n ->
                        n.steps().stream().mapToInt(Network.Step::width).max().orElse(0))
                .sum();
    }

    /**
     * Values of all expressions at n points. Allocates nothing.
     * @param points [axes × n]: coordinate of axis a of point i at {@code points[a * n + i]}, axes in the problem's order
     * @param out overwritten: [expressions × n], expression e at point i at {@code out[e * n + i]}
     * @param scratch of this evaluator and this thread
     * @throws IllegalArgumentException if an array is too short or a point is outside the domain of a solution that does not
     *     extrapolate
     */
    public void evaluate(double[] points, int n, double[] out, Scratch scratch) {
        Args.given(points, "points", out, "out");
        Args.given(scratch, "scratch");
        evaluate(points, null, n, out, scratch);
    }

    /** The same at points of a boundary with outward unit normals, laid out like the points. */
    void evaluate(double[] points, double[] normals, int n, double[] out, Scratch scratch) {
        check(points, n, out, scratch);
        for (int first = 0; first < n; first += scratch.maxPoints) {
            scratch.tile(points, normals, n, first, Math.min(scratch.maxPoints, n - first), out);
        }
    }

    private void check(double[] points, int n, double[] out, Scratch scratch) {
        if (scratch.owner() != this) {
            throw new IllegalArgumentException("this scratch belongs to another evaluator; use evaluator.scratch()");
        }
        if (n < 0 || points.length < (long) n * model.axes() || out.length < (long) n * expressions.size()) {
            throw new IllegalArgumentException("points [%d × %d] and out [%d × %d]: got %d and %d numbers"
                    .formatted(model.axes(), n, expressions.size(), n, points.length, out.length));
        }
    }

    /**
     * Values of all expressions at one point, one number each. Uses memory that the evaluator keeps from call to call.
     * @throws IllegalArgumentException unless there is a coordinate for each axis and the point is in the domain
     */
    public double[] at(double... point) {
        Args.given(point, "point");
        model.requireAxes(point.length);
        double[] out = new double[expressions.size()];
        Scratch lent = single.take();
        try {
            evaluate(point, 1, out, lent);
        } finally {
            single.giveBack(lent);
        }
        return out;
    }

    /** Work arrays of one thread. */
    public final class Scratch {
        private final int maxPoints;
        private final AnsatzValues[] few; // by kind of piece
        private final AnsatzJets[] many;
        private final Grouping grouping; // null where there is one piece
        private final AnsatzColumns.Scratch[] columnScratch; // by kind of piece
        private final CoordinateProgram.Scratch dataScratch;
        private final Program.Scratch programScratch;
        private final double[] x;
        private final double[] point;
        private final double[] normals;
        private final double[] folded;
        private final double[] block;
        private final double[][] states;
        private final double[][] columnsOfData;
        private final boolean[][] mirrored;

        private Scratch(int maxPoints) {
            this.maxPoints = maxPoints;
            List<Ansatz> kinds = model.pieces.kinds();
            few = IntStream.range(0, kinds.size())
                    .mapToObj(k -> AnsatzValues.few(kinds.get(k), columns[k], plan, Math.min(FEW, maxPoints)))
                    .toArray(AnsatzValues[]::new);
            many = maxPoints > FEW && loads.length > 0
                    ? IntStream.range(0, kinds.size())
                            .mapToObj(k -> new AnsatzJets(kinds.get(k), columns[k], plan, maxPoints, model.blas()))
                            .toArray(AnsatzJets[]::new)
                    : null;
            Map<AnsatzColumns, AnsatzColumns.Scratch> scratches = new HashMap<>();
            columnScratch = Arrays.stream(columns)
                    .map(c -> scratches.computeIfAbsent(c, d -> d.scratch(maxPoints)))
                    .toArray(AnsatzColumns.Scratch[]::new);
            dataScratch = data.scratch(maxPoints);
            programScratch = program.scratch(maxPoints);
            x = new double[model.axes() * maxPoints];
            point = new double[model.axes()];
            normals = new double[model.axes() * maxPoints];
            folded = new double[model.axes() * maxPoints];
            int rows =
                    Arrays.stream(columns).mapToInt(AnsatzColumns::size).max().orElseThrow();
            block = new double[(rows + 1) * maxPoints]; // one spare row for netlib's bounds check
            grouping = model.pieces.size() > 1 ? new Grouping(model.pieces, maxPoints, x.length) : null;
            states = new double[loads.length][maxPoints];
            columnsOfData = new double[program.data().size()][maxPoints];
            mirrored = new boolean[maxPoints][model.folding.size()];
        }

        private Evaluator owner() {
            return Evaluator.this;
        }

        private void tile(double[] points, double[] outward, int total, int first, int n, double[] out) {
            for (int a = 0; a < model.axes(); a++) {
                System.arraycopy(points, a * total + first, x, a * n, n);
                if (outward != null) {
                    System.arraycopy(outward, a * total + first, normals, a * n, n);
                }
                for (int i = 0; i < n && !everywhere; i++) {
                    model.requireInside(a, x[a * n + i], first + i);
                }
            }
            for (int i = 0; i < n && !everywhere && model.hasShape(); i++) {
                for (int a = 0; a < point.length; a++) {
                    point[a] = x[a * n + i];
                }
                model.requireInside(point, first + i);
            }
            for (int slot = 0; slot <= program.slots().size() && loads.length > 0; slot++) {
                fields(slot, n);
            }
            data.evaluate(n, x, normals, null, columnsOfData, dataScratch);
            program.forward(n, states, columnsOfData, coefficients, programScratch);
            for (int e = 0; e < program.outputs(); e++) {
                System.arraycopy(programScratch.output(e), 0, out, e * total + first, n);
            }
        }

        /** State leaves at the points themselves (slot 0) or at their partners on a face. */
        private void fields(int slot, int n) {
            System.arraycopy(x, 0, folded, 0, model.axes() * n);
            if (slot > 0) {
                Region.Face face = (Region.Face) program.slots().get(slot - 1);
                int at = model.ansatz.axes().indexOf(face.axis()) * n;
                Arrays.fill(folded, at, at + n, face.coordinate());
            }
            if (grouping != null) {
                grouping.sort(folded, n); // by where a trace has moved the points
            }
            for (int i = 0; i < n; i++) {
                model.folding.fold(folded, n, i, mirrored[i]);
            }
            int first = 0;
            while (first < n) {
                first = group(slot, n, first);
            }
        }

        /** The points from a place of the order on that one piece answers, mostly all. @return the first place after them */
        private int group(int slot, int n, int first) {
            int end = grouping == null ? n : grouping.end(first);
            int m = end - first;
            int piece = grouping == null ? 0 : grouping.piece(first);
            int kind = model.pieces.kind(piece);
            double[] own = m == n ? folded : grouping.gather(folded, model.axes(), first, end);
            columns[kind].evaluate(m, own, block, 0, columnScratch[kind]);
            if (m <= FEW) {
                few[kind].forward(model.pieces.theta(piece), block, 0, m);
            } else {
                many[kind].forward(model.pieces.theta(piece), block, 0, m, false);
            }
            for (int k = 0; k < loads.length; k++) {
                if (loads[k].slot == slot) {
                    int field = loads[k].field;
                    double[] jets = m <= FEW ? few[kind].field(field) : many[kind].field(field);
                    if (m == n) {
                        load(loads[k], jets, n, states[k]);
                    } else {
                        scatter(loads[k], jets, first, end, states[k]);
                    }
                }
            }
            return end;
        }

        /** The same as {@link #load}, at some places of the order. */
        private void scatter(Load load, double[] field, int first, int end, double[] state) {
            int from = load.channel * (end - first) - first;
            for (int place = first; place < end; place++) {
                int i = grouping.point(place);
                state[i] = load.factor * field[from + place];
                for (int k = 0; k < load.flips.length; k++) {
                    state[i] = load.flips[k] && mirrored[i][k] ? -state[i] : state[i];
                }
            }
        }

        private void load(Load load, double[] field, int n, double[] state) {
            for (int i = 0; i < n; i++) {
                state[i] = load.factor * field[load.channel * n + i];
            }
            for (int k = 0; k < load.flips.length; k++) {
                for (int i = 0; load.flips[k] && i < n; i++) {
                    state[i] = mirrored[i][k] ? -state[i] : state[i];
                }
            }
        }
    }

    /** The expressions, in the order of their rows. */
    @Override
    public String toString() {
        return "evaluator of " + new ArrayList<>(expressions);
    }
}
