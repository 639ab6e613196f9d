package org.pinn4j.validation.potential;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Lookup;
import org.pinn4j.problems.Potential;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;
import org.pinn4j.validation.discrete.DiscreteSystem;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;
import org.pinn4j.validation.discrete.SpaceGrid;
import org.pinn4j.validation.discrete.SteadySolution;
import org.pinn4j.validation.discrete.SteadySolver;
import org.pinn4j.validation.discrete.StencilRow;
import org.pinn4j.validation.order.RelativeL2;

/**
 * Fields that are slopes of a potential: its known part by formula, the rest by spectral collocation. More and more cells until two
 * solutions differ by less than the tolerance; the coarser one is returned, its floor twice that difference. Immutable.
 */
public final class PotentialReference implements Reference {
    private static final int[] CELLS = {12, 16, 20, 24, 28, 32, 36, 40, 48, 56};
    private static final double SAFETY = 2;
    /** Errors by rounding over what corrections show of them. */
    private static final double UNSEEN = 10;

    private final Potential potential;
    private final KnownPart known;
    private final SpaceGrid grid;
    private final Map<Axis, double[]> slopes;
    private final double floor;
    private final String shortfall;

    private PotentialReference(
            Potential potential,
            KnownPart known,
            SpaceGrid grid,
            Map<Axis, double[]> slopes,
            double floor,
            String shortfall) {
        this.potential = potential;
        this.known = known;
        this.grid = grid;
        this.slopes = slopes;
        this.floor = floor;
        this.shortfall = shortfall;
    }

    /**
     * To a floor of the tolerance, or as near to it as cells allow: see {@link #shortfall}.
     * @param record on whose points the floor is measured
     * @param stop asked before each solution; once it says yes, the best so far is returned
     * @throws IllegalStateException if not even two solutions were found
     */
    public static PotentialReference of(Potential potential, Grid record, double tolerance, BooleanSupplier stop) {
        Args.given(potential, "potential", record, "record");
        Args.given(stop, "stop");
        PotentialReference before = null;
        PotentialReference best = null;
        for (int k = 0; k < CELLS.length && !stop.getAsBoolean(); k++) {
            PotentialReference next = solved(potential, CELLS[k]);
            if (before != null) {
                double distance = before.distance(next, record);
                best = before.with(Math.max(before.floor, SAFETY * distance), "");
                if (best.floor <= tolerance) {
                    return best;
                }
            }
            before = next;
        }
        if (best == null) {
            throw new IllegalStateException("the potential was solved on no two grids in time");
        }
        return best.with(
                best.floor,
                String.format(Locale.ROOT, "a floor of %.1e on the grids affordable, not %.1e", best.floor, tolerance));
    }

    /** On one grid; its floor is what rounding is seen to do. */
    private static PotentialReference solved(Potential potential, int cells) {
        KnownPart known = new KnownPart(potential);
        Discretization discretization = Discretization.of(potential.statement());
        int[] each = discretization.spaceAxes().stream().mapToInt(a -> cells).toArray();
        DiscreteSystem system = discretization.system(Scheme.spectral(), known, each);
        SteadySolution rest = SteadySolver.standard().solve(system);
        Map<Axis, double[]> slopes = new HashMap<>();
        for (int a = 0; a < each.length; a++) {
            slopes.put(discretization.spaceAxes().get(a), system.grid().derivative(a, rest.nodal(potential.field())));
        }
        return new PotentialReference(potential, known, system.grid(), slopes, UNSEEN * rest.rounding(), "");
    }

    private PotentialReference with(double newFloor, String why) {
        return new PotentialReference(potential, known, grid, slopes, newFloor, why);
    }

    /** The largest relative L2 distance of a field. */
    private double distance(PotentialReference other, Grid record) {
        double worst = 0;
        for (Field field : potential.slopes().keySet()) {
            double[] x = record.coordinates(field.axes());
            double[] mine = values(field, x, record.size());
            double[] others = other.values(field, x, record.size());
            worst = Math.max(worst, new RelativeL2().add(mine, others).value());
        }
        return worst;
    }

    @Override
    public String kind() {
        int cells = grid.axes().get(0).size() - 1;
        return "slopes of a potential, spectral collocation, %d x %d cells".formatted(cells, cells);
    }

    @Override
    public double floor() {
        return floor;
    }

    /** Why the tolerance is not met; empty if it is. */
    public String shortfall() {
        return shortfall;
    }

    @Override
    public boolean knows(Field field) {
        Args.given(field, "field");
        return potential.slopes().containsKey(field);
    }

    @Override
    public double[] values(Field field, double[] x, int n) {
        Args.given(field, "field", x, "x");
        Args.within(0, x.length, n, "n");
        Potential.Slope slope = potential.slopes().get(field);
        if (slope == null) {
            throw new IllegalArgumentException(
                    Lookup.missing(field, List.copyOf(potential.slopes().keySet())));
        }
        List<Axis> axes = potential.field().axes();
        double[] points = ordered(field, axes, x, n);
        List<Integer> orders =
                axes.stream().map(a -> a.equals(slope.by()) ? 1 : 0).toList();
        double[] values = known.values(potential.field(), orders, points, n);
        double[] nodal = slopes.get(slope.by());
        double[] point = new double[grid.axes().size()];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < point.length; a++) {
                point[a] = points[axes.indexOf(grid.axes().get(a).axis()) * n + i];
            }
            StencilRow row = grid.interpolation(point);
            values[i] = slope.factor() * (values[i] + row.apply(nodal));
        }
        return values;
    }

    private static double[] ordered(Field field, List<Axis> axes, double[] x, int n) {
        double[] points = new double[axes.size() * n];
        for (int a = 0; a < axes.size(); a++) {
            System.arraycopy(x, field.axes().indexOf(axes.get(a)) * n, points, a * n, n);
        }
        return points;
    }
}
