package org.pinn4j.periodic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Generalised minimal residuals for (1 − K)x = b with a product K·v given; no restart. For evolutions over a slab K integrates in
 * time, its powers fall like those of zⁿ/n!, and so does the residual: the longer the slab, the more steps before it does.
 * Sources: Saad and Schultz, SIAM J. Sci. Stat. Comput. 7 (1986) 856; Nevanlinna, Convergence of Iterations for Linear Equations
 * (1993) for the superlinear part.
 */
final class Gmres {
    private final UnaryOperator<Course> product;
    private final Metric metric;
    private final int most;
    private final List<Course> basis = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>(); // of the triangle
    private final List<double[]> turns = new ArrayList<>();
    private int steps;

    /** @param product K·v */
    Gmres(UnaryOperator<Course> product, Metric metric, int most) {
        this.product = product;
        this.metric = metric;
        this.most = most;
    }

    int steps() {
        return steps;
    }

    /** Ends at a residual of so much of b. */
    Course solve(Course b, double relative) {
        double size = metric.norm(b);
        Course x = Course.zero(b.re().length);
        if (size == 0) {
            return x;
        }
        double[] right = new double[most + 1];
        right[0] = size;
        Course first = b.copy();
        first.scale(1 / size);
        basis.add(first);
        int k = 0;
        while (k < most && Math.abs(right[k]) > relative * size) {
            step(k, right);
            k++;
        }
        steps = k;
        double[] y = backwards(right, k);
        for (int j = 0; j < k; j++) {
            x.add(y[j], basis.get(j));
        }
        return x;
    }

    private void step(int k, double[] right) {
        Course v = product.apply(basis.get(k));
        v.scale(-1);
        v.add(1, basis.get(k));
        double[] h = new double[k + 2];
        for (int j = 0; j <= k; j++) {
            h[j] = metric.dot(v, basis.get(j));
            v.add(-h[j], basis.get(j));
        }
        h[k + 1] = metric.norm(v);
        if (h[k + 1] > 0) {
            v.scale(1 / h[k + 1]);
        }
        basis.add(v);
        for (int j = 0; j < k; j++) {
            turn(h, j, turns.get(j));
        }
        double length = Math.hypot(h[k], h[k + 1]);
        double[] turn = length > 0 ? new double[] {h[k] / length, h[k + 1] / length} : new double[] {1, 0};
        turn(h, k, turn);
        turn(right, k, turn);
        turns.add(turn);
        columns.add(h);
    }

    private static void turn(double[] h, int j, double[] turn) {
        double a = h[j];
        double b = h[j + 1];
        h[j] = turn[0] * a + turn[1] * b;
        h[j + 1] = turn[0] * b - turn[1] * a;
    }

    private double[] backwards(double[] right, int k) {
        double[] y = new double[k];
        for (int i = k - 1; i >= 0; i--) {
            double sum = right[i];
            for (int j = i + 1; j < k; j++) {
                sum -= columns.get(j)[i] * y[j];
            }
            y[i] = columns.get(i)[i] != 0 ? sum / columns.get(i)[i] : 0;
        }
        return y;
    }
}
