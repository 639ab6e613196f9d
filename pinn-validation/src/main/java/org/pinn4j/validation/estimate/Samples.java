package org.pinn4j.validation.estimate;

import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.solution.Evaluator;
import org.pinn4j.solution.Solution;

/** Expressions of a solution at nodes in space, at one time after the other. Belongs to one thread. */
final class Samples {
    private final List<Axis> axes;
    private final List<Axis> space;
    private final Nodes nodes;
    private final Evaluator evaluator;
    private final Evaluator.Scratch scratch;
    private final double[] x;
    private final double[] values;

    Samples(Solution solution, List<Expr> expressions, List<Axis> space, Nodes nodes) {
        this.axes = solution.problem().axes();
        this.space = space;
        this.nodes = nodes;
        this.evaluator = solution.evaluator(expressions.toArray(Expr[]::new));
        this.scratch = evaluator.scratch();
        this.x = new double[axes.size() * nodes.count()];
        this.values = new double[expressions.size() * nodes.count()];
    }

    /** Evaluates everything at a time, which a steady problem does not look at. */
    Samples at(double t) {
        int n = nodes.count();
        for (int a = 0; a < axes.size(); a++) {
            int s = space.indexOf(axes.get(a));
            for (int i = 0; i < n; i++) {
                x[a * n + i] = s < 0 ? t : nodes.x()[s * n + i];
            }
        }
        evaluator.evaluate(x, n, values, scratch);
        return this;
    }

    /** The same expressions of another solution taken off, at the same nodes. */
    Samples minus(Samples other) {
        for (int k = 0; k < values.length; k++) {
            values[k] -= other.values[k];
        }
        return this;
    }

    /** √∫e². */
    double norm(int expression) {
        double sum = 0;
        for (int i = 0; i < nodes.count(); i++) {
            double v = values[expression * nodes.count() + i];
            sum += nodes.weights()[i] * v * v;
        }
        return Math.sqrt(sum);
    }

    double largest(int expression) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < nodes.count(); i++) {
            largest = Math.max(largest, values[expression * nodes.count() + i]);
        }
        return largest;
    }

    double smallest(int expression) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < nodes.count(); i++) {
            smallest = Math.min(smallest, values[expression * nodes.count() + i]);
        }
        return smallest;
    }

    double largestSize(int expression) {
        return Math.max(largest(expression), -smallest(expression));
    }
}
