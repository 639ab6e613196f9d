package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Region;

/**
 * Test functions on a shape: products of Legendre polynomials over its bounding box with a factor that vanishes on its boundary, the
 * product of the smooth distances of its parts.
 */
public final class ShapeTests implements TestFunctions {
    private final List<Axis> axes;
    private final Axis[] extents;
    private final int degree;
    private final int count;
    private final Expr factor;
    private final List<Expr> slopes = new ArrayList<>();

    /**
     * @param degree of the polynomials along each axis
     * @throws IllegalArgumentException if a part of the boundary knows no smooth distance
     */
    public ShapeTests(Domain shape, int degree) {
        Args.given(shape, "shape");
        this.axes = shape.axes();
        this.degree = Args.within(0, 32, degree, "degree");
        this.extents = axes.stream().map(shape::extent).toArray(Axis[]::new);
        double product = Math.pow(degree + 1.0, axes.size());
        if (product > 100_000) {
            throw new IllegalArgumentException(
                    "test functions: need at most 100000, got %.1e; take a lower degree".formatted(product));
        }
        this.count = (int) product;
        List<Region> parts = new ArrayList<>();
        shape.partNames().forEach(name -> parts.add(shape.part(name)));
        axes.stream().filter(a -> a.isSpace() && shape.hasEnds(a)).forEach(a -> parts.add(a.ends()));
        Expr all = Expr.constant(1);
        for (Region part : parts) {
            all = all.times(shape.geometry(part)
                    .distance()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "test functions: '%s' of %s knows no smooth distance, so none vanishes there; take Recipe.ritz()"
                                    .formatted(part, shape))));
        }
        this.factor = all;
        axes.forEach(a -> slopes.add(factor.d(a)));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int mostActive() {
        return count;
    }

    @Override
    public int at(double[] x, int[] which, double[] values) {
        Args.given(x, "x", which, "which");
        int d = axes.size();
        Args.atLeast(d, x, "x");
        Args.atLeast((long) count * (d + 1), values, "values");
        if (which.length < count) {
            throw new IllegalArgumentException(
                    "which: need at least %d numbers, got %d".formatted(count, which.length));
        }
        double[] point = java.util.Arrays.copyOf(x, d);
        double phi = Evaluation.evaluate(factor, axes, point);
        double[] phiSlopes = new double[d];
        double[][] p = new double[d][];
        for (int a = 0; a < d; a++) {
            phiSlopes[a] = Evaluation.evaluate(slopes.get(a), axes, point);
            p[a] = legendre(2 * (point[a] - extents[a].min()) / extents[a].length() - 1, 2 / extents[a].length());
        }
        for (int k = 0; k < count; k++) {
            which[k] = k;
            put(k, phi, phiSlopes, p, values);
        }
        return count;
    }

    private void put(int k, double phi, double[] phiSlopes, double[][] p, double[] values) {
        int d = p.length;
        double product = 1;
        int rest = k;
        int[] order = new int[d];
        for (int a = 0; a < d; a++) {
            order[a] = rest % (degree + 1);
            rest /= degree + 1;
            product *= p[a][2 * order[a]];
        }
        values[k * (d + 1)] = phi * product;
        for (int a = 0; a < d; a++) {
            double slope = 1;
            for (int b = 0; b < d; b++) {
                slope *= p[b][2 * order[b] + (a == b ? 1 : 0)];
            }
            values[k * (d + 1) + 1 + a] = phiSlopes[a] * product + phi * slope;
        }
    }

    /** Values and slopes of P_0 to P_degree in turns. @param inner d ξ / d x */
    private double[] legendre(double xi, double inner) {
        double[] p = new double[2 * degree + 2];
        p[0] = 1;
        for (int j = 1; j <= degree; j++) {
            double before = j > 1 ? p[2 * j - 4] : 0;
            p[2 * j] = ((2 * j - 1) * xi * p[2 * j - 2] - (j - 1) * before) / j;
            // P_j′ = P_(j−2)′ + (2j − 1) P_(j−1)
            p[2 * j + 1] = (j > 1 ? p[2 * j - 3] : 0) + (2 * j - 1) * p[2 * j - 2] * inner;
        }
        return p;
    }

    @Override
    public String describe() {
        return "%d test functions, of degree %d on the shape".formatted(count, degree);
    }
}
