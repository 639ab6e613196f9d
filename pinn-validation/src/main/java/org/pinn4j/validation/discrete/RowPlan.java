package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;

/** Deals out the rows of a system: which expression stands in which row, evaluated at which node. */
final class RowPlan {
    private final Statement statement;
    private final SpaceGrid grid;
    private final Unknowns unknowns;

    RowPlan(Statement statement, SpaceGrid grid, Unknowns unknowns) {
        this.statement = statement;
        this.grid = grid;
        this.unknowns = unknowns;
    }

    /**
     * @param block called for every expression with its places
     * @param links receives a pair (value, rate) for every row u' - w = 0
     */
    void build(BiConsumer<Expr, RowBlock.Places> block, List<int[]> links) {
        for (int f = 0; f < statement.fields.size(); f++) {
            List<Integer> interior = new ArrayList<>();
            Map<FaceCondition, List<Integer>> claimed = new LinkedHashMap<>();
            for (int node = 0; node < grid.nodes(); node++) {
                FaceCondition winner = winner(f, node);
                (winner == null ? interior : claimed.computeIfAbsent(winner, c -> new ArrayList<>())).add(node);
            }
            if (!interior.isEmpty()) {
                emit(block, statement.equations.get(f), f, interior, null, unknowns.hasRate(f));
            }
            link(f, interior, links);
            for (Map.Entry<FaceCondition, List<Integer>> entry : claimed.entrySet()) {
                condition(block, links, f, entry.getKey(), entry.getValue());
            }
        }
    }

    private FaceCondition winner(int field, int node) {
        FaceCondition winner = null;
        for (FaceCondition c : statement.faces) {
            int n = grid.axes().get(c.axis()).size();
            if (c.field() == field && c.takes(grid.index(c.axis(), node), n) && (winner == null || c.beats(winner))) {
                winner = c;
            }
        }
        return winner;
    }

    /**
     * A condition on values of a field of second order in time would fix the rate only through its derivative, an index of two;
     * so the condition takes the row of the value and its derivative in time that of the rate. One that has a rate in it takes
     * the row of the rate alone.
     */
    private void condition(
            BiConsumer<Expr, RowBlock.Places> block, List<int[]> links, int f, FaceCondition c, List<Integer> nodes) {
        boolean second = unknowns.hasRate(f);
        boolean moves = second && hasTimeDerivative(c.residual());
        emit(block, c.residual(), f, nodes, c, moves);
        if (moves) {
            link(f, nodes, links);
        } else if (second) {
            emit(block, derivative(c), f, nodes, c, true);
        }
    }

    private boolean hasTimeDerivative(Expr residual) {
        return Leaves.of(residual).states().stream()
                .anyMatch(d -> d.orders().get(d.field().axes().indexOf(statement.time)) > 0);
    }

    private Expr derivative(FaceCondition c) {
        if (!Leaves.of(c.residual()).sampledFunctions().isEmpty()) {
            throw NotDiscretizableException.because(
                    "'%s' has to be differentiated in %s and has a function known by values only; write it as an expression",
                    c.name(), statement.time);
        }
        return c.residual().d(statement.time);
    }

    private void link(int f, List<Integer> nodes, List<int[]> links) {
        if (unknowns.hasRate(f)) {
            nodes.forEach(node -> links.add(new int[] {unknowns.value(f, node), unknowns.rate(f, node)}));
        }
    }

    private void emit(
            BiConsumer<Expr, RowBlock.Places> block,
            Expr residual,
            int f,
            List<Integer> nodes,
            FaceCondition c,
            boolean inRateRow) {
        int[] rows = new int[nodes.size()];
        int[] at = new int[rows.length];
        for (int k = 0; k < rows.length; k++) {
            int node = nodes.get(k);
            rows[k] = inRateRow ? unknowns.rate(f, node) : unknowns.value(f, node);
            at[k] = c == null
                    ? node
                    : grid.moved(node, c.axis(), c.end(grid.axes().get(c.axis()).size()));
        }
        block.accept(
                residual, new RowBlock.Places(rows, at, c == null ? -1 : c.axis(), c != null && c.atMax() ? 1 : -1));
    }
}
