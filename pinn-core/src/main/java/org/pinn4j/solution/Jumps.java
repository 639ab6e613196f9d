package org.pinn4j.solution;

import java.util.List;
import org.pinn4j.pde.Domain;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Region;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sobol;

/** How far apart neighbouring pieces are where they meet: the same points of the domain, brought to each edge. */
final class Jumps {
    private static final int POINTS = 256;

    private final Model model;
    private final Evaluator before;
    private final Evaluator after;
    private final Evaluator.Scratch beforeScratch;
    private final Evaluator.Scratch afterScratch;
    private final double[] drawn; // [axes × n]
    private final int n;

    Jumps(Model model) {
        this.model = model;
        List<Expr> fields = List.copyOf(model.fields);
        this.before = new Evaluator(model.earlier(), true, false, fields);
        this.after = new Evaluator(model, true, false, fields);
        this.beforeScratch = before.scratch();
        this.afterScratch = after.scratch();
        RandomStream stream = RandomStream.of(0, "jumps");
        this.drawn = model.problem
                .domain()
                .geometry(Region.interior())
                .draw(POINTS, (dimension, points) -> new Sobol().unitCube(dimension, points, stream))
                .x();
        this.n = drawn.length / model.axes();
    }

    /** By field. */
    double[] at(int edge) {
        double[] x = drawn.clone();
        int from = model.pieces.axis() * n;
        java.util.Arrays.fill(x, from, from + n, model.pieces.edges()[edge]);
        int fields = model.fields.size();
        double[] left = new double[fields * n];
        double[] right = new double[fields * n];
        before.evaluate(x, n, left, beforeScratch);
        after.evaluate(x, n, right, afterScratch);
        boolean[] inside = inside(x);
        double[] largest = new double[fields];
        for (int k = 0; k < left.length; k++) {
            if (inside[k % n]) {
                largest[k / n] = Math.max(largest[k / n], Math.abs(right[k] - left[k])); // NaN stays
            }
        }
        return largest;
    }

    /** A shape may not reach as far at the edge as elsewhere. */
    private boolean[] inside(double[] x) {
        Domain domain = model.problem.domain();
        double[] point = new double[model.axes()];
        boolean[] inside = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < point.length; a++) {
                point[a] = x[a * n + i];
            }
            inside[i] = domain.contains(point, Domain.ROUNDING);
        }
        return inside;
    }
}
