package org.pinn4j.validation.evolution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.validation.discrete.AxisGrid;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.SpaceGrid;
import org.pinn4j.validation.discrete.SteadySolution;
import org.pinn4j.validation.discrete.StencilRow;

/** A problem solved on one grid, as a function of the coordinates. Immutable. */
final class GridSolution {
    /** Nodal values of a field at a time; of a steady problem at any. */
    @FunctionalInterface
    interface Nodal {
        double[] at(Field field, double t);
    }

    private final Discretization discretization;
    private final SpaceGrid grid;
    private final Nodal nodal;
    private final String how;
    private final double rounding;

    /**
     * @param how it was integrated in time, empty for a steady problem
     * @param rounding of a steady problem, see {@link SteadySolution#rounding}
     */
    GridSolution(Discretization discretization, SpaceGrid grid, Nodal nodal, String how, double rounding) {
        this.discretization = discretization;
        this.grid = grid;
        this.nodal = nodal;
        this.how = how;
        this.rounding = rounding;
    }

    /** What rounding is seen to leave in a solution of a steady problem, relative; 0 for one in time, where steps show it. */
    double rounding() {
        return rounding;
    }

    /** {@code 64 x 64 cells}, and for a problem in time the integrator; that alone where there is no space. */
    String description() {
        if (grid.axes().isEmpty()) {
            return how.replaceFirst("^, ", "");
        }
        String cells = String.join(
                " x ",
                grid.axes().stream()
                        .map(a -> Integer.toString(a.periodic() ? a.size() : a.size() - 1))
                        .toList());
        return cells + " cells" + how;
    }

    /** Values at n points, [axes of the field × n] coordinates; initial values come from the statement itself. */
    double[] values(Field field, double[] x, int n) {
        double[] values = interpolated(field, x, n, u -> u);
        InitialData.replaceAtStart(discretization.problem(), field, datum -> datum, x, n, values);
        return values;
    }

    /** The slope along a space axis at n points, by the differences that solved the problem; initially of the datum, if it has one. */
    double[] derivative(Field field, Axis by, double[] x, int n) {
        int axis = discretization.spaceAxes().indexOf(by);
        double[] values = interpolated(field, x, n, u -> grid.derivative(axis, u));
        if (InitialData.hasSlope(discretization.problem(), field, by)) {
            InitialData.replaceAtStart(discretization.problem(), field, datum -> datum.d(by), x, n, values);
        }
        return values;
    }

    private double[] interpolated(Field field, double[] x, int n, UnaryOperator<double[]> applied) {
        double[] values = new double[n];
        int[][] rows = new int[grid.axes().size()][n];
        StencilRow[][] stencils = new StencilRow[rows.length][];
        for (int a = 0; a < rows.length; a++) {
            AxisGrid axis = grid.axes().get(a);
            stencils[a] = stencils(axis, x, field.axes().indexOf(axis.axis()) * n, rows[a]);
        }
        for (Map.Entry<Double, int[]> slice : slices(field, x, n).entrySet()) {
            Slice u = new Slice(grid, stencils, applied.apply(nodal.at(field, slice.getKey())));
            for (int i : slice.getValue()) {
                values[i] = u.value(rows, i, 0, 0);
            }
        }
        return values;
    }

    /**
     * Values at one time, axis by axis from the last: sums along the second of two axes serve all points with that coordinate. With
     * full rows, as those of modes are, that is what makes grids of many points affordable.
     */
    private static final class Slice {
        private final SpaceGrid grid;
        private final StencilRow[][] stencils;
        private final double[] u;
        private final double[][] lines; // by row of the second axis, then by node of the first; NaN for not known yet

        Slice(SpaceGrid grid, StencilRow[][] stencils, double[] u) {
            this.grid = grid;
            this.stencils = stencils;
            this.u = u;
            this.lines = new double[stencils.length < 2 ? 0 : stencils[1].length][];
        }

        double value(int[][] rows, int point, int axis, int node) {
            if (axis == rows.length) {
                return u[node];
            }
            if (axis == 0) {
                return sum(rows, point, axis, node);
            }
            int row = rows[axis][point];
            if (lines[row] == null) {
                lines[row] = new double[grid.axes().get(0).size()];
                Arrays.fill(lines[row], Double.NaN);
            }
            if (Double.isNaN(lines[row][node])) {
                lines[row][node] = sum(rows, point, axis, node);
            }
            return lines[row][node];
        }

        private double sum(int[][] rows, int point, int axis, int node) {
            StencilRow row = stencils[axis][rows[axis][point]];
            int size = grid.axes().get(axis).size();
            double sum = 0;
            for (int k = 0; k < row.count(); k++) {
                sum += row.weight(k) * value(rows, point, axis + 1, node * size + row.node(k));
            }
            return sum;
        }
    }

    /** One stencil for each coordinate that occurs. @param row overwritten: which of them a point has */
    private static StencilRow[] stencils(AxisGrid axis, double[] x, int offset, int[] row) {
        Map<Double, Integer> seen = new HashMap<>();
        StencilRow[] found = new StencilRow[16];
        for (int i = 0; i < row.length; i++) {
            int next = seen.size();
            int k = seen.computeIfAbsent(x[offset + i], at -> next);
            if (k == next && seen.size() > next) {
                found = next == found.length ? Arrays.copyOf(found, 2 * next) : found;
                found[k] = axis.interpolation(x[offset + i]);
            }
            row[i] = k;
        }
        return found;
    }

    private Map<Double, int[]> slices(Field field, double[] x, int n) {
        int time = discretization.time().map(field.axes()::indexOf).orElse(-1);
        Map<Double, int[]> slices = new LinkedHashMap<>();
        Map<Double, Integer> filled = new HashMap<>();
        for (int i = 0; i < n; i++) {
            double t = time < 0 ? 0 : x[time * n + i];
            int count = filled.merge(t, 1, Integer::sum);
            int[] points = slices.getOrDefault(t, new int[4]);
            points = count > points.length ? Arrays.copyOf(points, 2 * count) : points;
            points[count - 1] = i;
            slices.put(t, points);
        }
        slices.replaceAll((t, points) -> Arrays.copyOf(points, filled.get(t)));
        return slices;
    }
}
