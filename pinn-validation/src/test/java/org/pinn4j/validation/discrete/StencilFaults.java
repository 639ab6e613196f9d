package org.pinn4j.validation.discrete;

import static org.pinn4j.validation.discrete.FaultyScheme.differences;
import static org.pinn4j.validation.discrete.FaultyScheme.inside;
import static org.pinn4j.validation.discrete.FaultyScheme.moved;
import static org.pinn4j.validation.discrete.FaultyScheme.rows;
import static org.pinn4j.validation.discrete.FaultyScheme.scaled;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.validation.faults.Check;
import org.pinn4j.validation.faults.Fault;

/** Faults in nodes, differences and interpolation. */
public final class StencilFaults {
    private static final Axis X = Axis.of("x", -0.3, 1.1);
    private static final Scheme TWO = Scheme.finiteDifferences(2);
    private static final Scheme FOUR = Scheme.finiteDifferences(4);

    private StencilFaults() {}

    private static Check<Scheme> check(String operator, String closure, int order) {
        ClosureOrderTest.Case c = ClosureOrderTest.find(operator, closure, order);
        return Check.order(
                c.name(),
                order,
                Scheme.finiteDifferences(order),
                scheme -> Check.slope(
                        c.grids().spacings(), Manufactured.errors(c.truth(), c.problem(), scheme, c.grids())));
    }

    /** The largest error of a wave between the nodes. */
    private static Check<Scheme> interpolation(int order) {
        Manufactured.Grids grids = new Manufactured.Grids(5, 1.3, 40);
        return Check.order(
                "interpolation of order " + (order + 4),
                order + 4,
                Scheme.finiteDifferences(order),
                scheme -> Check.slope(grids.spacings(), grids.errors(cells -> {
                    AxisGrid grid = scheme.on(X, cells[0], false);
                    double[] values = new double[grid.size()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = Math.sin(5 * grid.node(i));
                    }
                    double worst = 0;
                    for (int k = 0; k < 5 * cells[0]; k++) {
                        double x = X.min() + X.length() * (k + 0.5) / (5 * cells[0]);
                        worst = Math.max(worst, Math.abs(grid.interpolation(x).apply(values) - Math.sin(5 * x)));
                    }
                    return worst;
                })));
    }

    public static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        signsAndFactors(faults);
        indices(faults);
        ends(faults);
        nodesAndValues(faults);
        return faults;
    }

    private static void signsAndFactors(List<Fault> out) {
        Check<Scheme> mixed = check("coefficients", "Neumann, Robin", 2);
        Check<Scheme> second = check("u_xx", "Neumann, Robin", 2);
        Check<Scheme> fine = check("u_xx", "Neumann, Robin", 4);
        out.add(mixed.fault(
                "differences",
                "u_x with the opposite sign",
                0,
                rows(TWO, (g, m, i, row) -> m == 1 ? scaled(row, k -> -1.0) : row)));
        out.add(mixed.fault(
                "differences",
                "u_x without the factor one half",
                0,
                rows(TWO, (g, m, i, row) -> m == 1 ? scaled(row, k -> 2.0) : row)));
        out.add(second.fault(
                "differences",
                "u_xx with -1.99 in its centre",
                0,
                rows(TWO, (g, m, i, row) -> m == 2 && inside(g, row, i) ? scaled(row, k -> k == 1 ? 0.995 : 1) : row)));
        out.add(mixed.fault(
                "differences",
                "the spacing from the number of nodes, not of intervals",
                1,
                rows(TWO, (g, m, i, row) -> scaled(row, k -> Math.pow(g.size() / (g.size() - 1.0), m)))));
        out.add(fine.fault(
                "differences",
                "u_xx with 1/10 for 1/12 in its outer weights",
                0,
                rows(
                        FOUR,
                        (g, m, i, row) ->
                                m == 2 && inside(g, row, i) ? scaled(row, k -> k == 0 || k == 4 ? 1.2 : 1) : row)));
        out.add(fine.fault(
                "differences",
                "u_xx inside of order 2 in a scheme of order 4",
                2,
                rows(
                        FOUR,
                        (g, m, i, row) -> m == 2 && inside(g, row, i) ? differences(g, 2, g.node(i), i - 1, 3) : row)));
        out.add(check("u_xxx", "Neumann, clamped", 2)
                .fault(
                        "differences",
                        "u_xxx with its outer weights of the wrong sign",
                        0,
                        rows(
                                TWO,
                                (g, m, i, row) -> m == 3 && inside(g, row, i)
                                        ? scaled(row, k -> k == 0 || k == 4 ? -1.0 : 1)
                                        : row)));
        out.add(check("u_xxxx", "sliding, sliding", 2)
                .fault(
                        "differences",
                        "u_xxxx with 5 for 6 in its centre",
                        0,
                        rows(
                                TWO,
                                (g, m, i, row) ->
                                        m == 4 && inside(g, row, i) ? scaled(row, k -> k == 2 ? 5.0 / 6 : 1) : row)));
    }

    private static void indices(List<Fault> out) {
        Check<Scheme> mixed = check("coefficients", "Neumann, Robin", 2);
        Check<Scheme> ring = check("coefficients", "periodic", 2);
        out.add(mixed.fault(
                "indices",
                "u_x taken one node to the right",
                1,
                rows(
                        TWO,
                        (g, m, i, row) ->
                                m == 1 && inside(g, row, i) && i + 2 < g.size() ? moved(row, n -> n + 1) : row)));
        out.add(mixed.fault(
                "indices",
                "u_xx taken one node to the left",
                0,
                rows(TWO, (g, m, i, row) -> m == 2 && inside(g, row, i) && i > 1 ? moved(row, n -> n - 1) : row)));
        out.add(ring.fault(
                "indices",
                "a ring's neighbour across the seam is one too far",
                0,
                rows(TWO, (g, m, i, row) -> i == 0 ? moved(row, n -> n == g.size() - 1 ? n - 1 : n) : row)));
        out.add(ring.fault(
                "indices",
                "a ring that is cut: the last node has the one before it for a neighbour",
                0,
                rows(TWO, (g, m, i, row) -> i == g.size() - 1 ? moved(row, n -> n == 0 ? g.size() - 2 : n) : row)));
        out.add(ring.fault(
                "indices",
                "a ring with the spacing of a line",
                1,
                rows(TWO, (g, m, i, row) -> scaled(row, k -> Math.pow((g.size() - 1.0) / g.size(), m)))));
    }

    private static void ends(List<Fault> out) {
        for (int order : new int[] {2, 4, 6}) {
            out.add(check("coefficients", "Neumann, Robin", order)
                    .fault(
                            "closures",
                            "u_x at the ends one order short, in a scheme of order " + order,
                            order - 1,
                            rows(Scheme.finiteDifferences(order), (g, m, i, row) -> shorter(g, m, i, row, 1))));
        }
        out.add(check("u_xxxx", "springs, springs", 2)
                .fault(
                        "closures",
                        "u_xxx at the ends one order short",
                        1,
                        rows(TWO, (g, m, i, row) -> shorter(g, m, i, row, 3))));
        Check<Scheme> mixed = check("coefficients", "Neumann, Robin", 2);
        out.add(mixed.fault(
                "closures",
                "the right end mirrors the left one and keeps the sign of u_x",
                0,
                rows(
                        TWO,
                        (g, m, i, row) ->
                                m == 1 && i == g.size() - 1 ? moved(g.derivative(1, 0), n -> g.size() - 1 - n) : row)));
        out.add(mixed.fault(
                "closures",
                "the right end takes the nodes of the left one",
                0,
                rows(TWO, (g, m, i, row) -> m == 1 && i == g.size() - 1 ? g.derivative(1, 0) : row)));
        out.add(mixed.fault(
                "closures",
                "u_x at an end is that of the node beside it",
                1,
                rows(TWO, (g, m, i, row) -> m == 1 && i == 0 ? g.derivative(1, 1) : row)));
    }

    private static StencilRow shorter(AxisGrid g, int m, int i, StencilRow row, int only) {
        boolean end = i == 0 || i == g.size() - 1;
        int count = m + g.accuracy().orElseThrow() - 1;
        return m == only && end ? differences(g, m, g.node(i), i == 0 ? 0 : g.size() - count, count) : row;
    }

    private static void nodesAndValues(List<Fault> out) {
        Check<Scheme> mixed = check("coefficients", "Neumann, Robin", 2);
        out.add(mixed.fault(
                "nodes",
                "nodes in the middle of the intervals, the ends where they are",
                1,
                new FaultyScheme(TWO, g -> new FaultyScheme.Forward(g) {
                    @Override
                    public double node(int i) {
                        boolean end = i == 0 || i == g.size() - 1;
                        return g.node(i) + (end ? 0 : g.axis().length() / (g.size() - 1) / 2);
                    }
                })));
        out.add(interpolation(2)
                .fault(
                        "interpolation",
                        "linear between the nodes",
                        2,
                        new FaultyScheme(TWO, g -> new FaultyScheme.Forward(g) {
                            @Override
                            public StencilRow interpolation(double x) {
                                int left =
                                        (int) ((x - g.axis().min()) / g.axis().length() * (g.size() - 1));
                                return differences(g, 0, x, left, 2);
                            }
                        })));
        out.add(interpolation(4)
                .fault(
                        "interpolation",
                        "the values one node to the left",
                        1,
                        new FaultyScheme(FOUR, g -> new FaultyScheme.Forward(g) {
                            @Override
                            public StencilRow interpolation(double x) {
                                return moved(g.interpolation(x), n -> Math.max(0, n - 1));
                            }
                        })));
    }
}
