package org.pinn4j.loss;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.args.Args;

/**
 * Products over the axes of continuous functions that are polynomials of a degree in each cell and zero at the ends of the axis:
 * hats at the vertices between cells, and in each cell bubbles, the integrals of Legendre polynomials. The hats see whether a flux
 * goes through from cell to cell, which bubbles alone do not.
 * Sources: Szabó and Babuška, Finite Element Analysis (1991), ch. 6, for the functions; Kharazmi, Zhang, Karniadakis, CMAME 374
 * (2021) 113547, for residuals against them.
 */
public final class CellTests implements TestFunctions {
    private final double[][] grid;
    private final int degree;
    private final int[] along; // functions by axis
    private final int count;
    private final int[] numbers; // [axis][active], flat
    private final double[] factors; // value and slope, [axis][active][2], flat
    private final int[] active;
    private final int[] at;

    /**
     * @param grid by axis, the edges of its cells, increasing, its ends among them
     * @param degree 1 for hats alone; bubbles have those from 2 on
     */
    public CellTests(List<double[]> grid, int degree) {
        Args.list(grid, "grid");
        this.degree = Args.within(1, 32, degree, "degree");
        this.grid = grid.stream().map(double[]::clone).toArray(double[][]::new);
        this.along = new int[this.grid.length];
        long product = 1;
        for (int a = 0; a < along.length; a++) {
            along[a] = Args.atLeast(2, this.grid[a].length, "edges of an axis") * degree - degree - 1;
            product *= along[a];
        }
        if (product < 1 || product > 100_000) {
            throw new IllegalArgumentException(
                    "test functions: %s of degree %d along axes of %s cells are %d; need 1 to 100000, so more cells, or fewer"
                            .formatted(
                                    "products",
                                    degree,
                                    Arrays.stream(this.grid)
                                            .map(g -> g.length - 1)
                                            .toList(),
                                    product));
        }
        this.count = (int) product;
        this.numbers = new int[along.length * (degree + 1)];
        this.factors = new double[2 * numbers.length];
        this.active = new int[along.length];
        this.at = new int[along.length];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int mostActive() {
        return (int) Math.pow(degree + 1, along.length);
    }

    @Override
    public int at(double[] x, int[] which, double[] values) {
        Args.given(x, "x", which, "which");
        Args.atLeast(along.length, x, "x");
        Args.atLeast((long) mostActive() * (along.length + 1), values, "values");
        if (which.length < mostActive()) {
            throw new IllegalArgumentException(
                    "which: need at least %d numbers, got %d".formatted(mostActive(), which.length));
        }
        int n = 1;
        for (int a = 0; a < along.length; a++) {
            active[a] = oneAxis(a, x[a]);
            n *= active[a];
        }
        Arrays.fill(at, 0);
        for (int k = 0; k < n; k++) {
            product(k, which, values);
            for (int a = along.length - 1; a >= 0 && ++at[a] == active[a]; a--) {
                at[a] = 0;
            }
        }
        return n;
    }

    private void product(int k, int[] which, double[] values) {
        int axes = along.length;
        int number = 0;
        Arrays.fill(values, k * (axes + 1), (k + 1) * (axes + 1), 1);
        for (int a = 0; a < axes; a++) {
            int own = a * (degree + 1) + at[a];
            number = number * along[a] + numbers[own];
            values[k * (axes + 1)] *= factors[2 * own];
            for (int b = 0; b < axes; b++) {
                values[k * (axes + 1) + 1 + b] *= factors[2 * own + (a == b ? 1 : 0)];
            }
        }
        which[k] = number;
    }

    /** Hat of vertex c is number c − 1, then the bubbles cell by cell. @return how many may differ from zero */
    private int oneAxis(int a, double x) {
        double[] g = grid[a];
        int cells = g.length - 1;
        int cell = Math.min(cells - 1, Math.max(0, upper(g, x) - 1));
        double length = g[cell + 1] - g[cell];
        double xi = 2 * (x - g[cell]) / length - 1;
        int n = 0;
        if (cell > 0) {
            n = put(a, n, cell - 1, (1 - xi) / 2, -1 / length);
        }
        if (cell + 1 < cells) {
            n = put(a, n, cell, (1 + xi) / 2, 1 / length);
        }
        double p0 = 1; // P_(j−2)
        double p1 = xi; // P_(j−1)
        for (int j = 2; j <= degree; j++) {
            double p2 = ((2 * j - 1) * xi * p1 - (j - 1) * p0) / j;
            double norm = Math.sqrt(2.0 * (2 * j - 1));
            double slope = (2 * j - 1) * p1 * 2 / length; // P_j′ − P_(j−2)′ = (2j − 1) P_(j−1)
            n = put(a, n, cells - 1 + cell * (degree - 1) + j - 2, (p2 - p0) / norm, slope / norm);
            p0 = p1;
            p1 = p2;
        }
        return n;
    }

    /** How many edges are at most x. */
    private static int upper(double[] g, double x) {
        int k = 0;
        while (k < g.length && g[k] <= x) {
            k++;
        }
        return k;
    }

    private int put(int a, int n, int number, double value, double slope) {
        int own = a * (degree + 1) + n;
        numbers[own] = number;
        factors[2 * own] = value;
        factors[2 * own + 1] = slope;
        return n + 1;
    }

    @Override
    public String describe() {
        return "%d test functions, of degree %d in %s cells"
                .formatted(
                        count,
                        degree,
                        Arrays.stream(grid)
                                .map(g -> Integer.toString(g.length - 1))
                                .collect(java.util.stream.Collectors.joining(" × ")));
    }
}
