package org.pinn4j.loss;

import java.util.List;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.optimize.Objective;
import org.pinn4j.sampling.PointSet;

/**
 * An energy by quadrature, Σ w_q F(x_q) over its size, with half the squared rows of conditions that are penalised. No sum of
 * squares, so methods that ask for gradients minimise it. <b>Threads:</b> one caller, workers inside.
 * Source: E and Yu, The Deep Ritz method, Commun. Math. Stat. 6 (2018) 1.
 */
public final class EnergyObjective implements Objective {
    /** Times its size, below which an energy has no least value as far as anybody can tell. */
    private static final double DEEPEST = 1e8;

    private final WeightedRows densities;
    private final Optional<ResidualObjective> penalties;
    private final double[] penalty;
    private double[] w = {};
    private double[] rows = {};
    private double size = 1;
    private double[] failedAt = {};

    /** @param penalties with points and weights; empty where all values are hard */
    EnergyObjective(WeightedRows densities, Optional<ResidualObjective> penalties) {
        this.densities = densities;
        this.penalties = penalties;
        this.penalty = new double[densities.parameters()];
    }

    /** Other points, at any time. @param weights by region, [n] */
    void setPoints(List<PointSet> points, List<double[]> weights) {
        densities.setPoints(points);
        w = densities.byRow(weights);
        rows = new double[w.length];
    }

    /** What the energy is divided by: Σ w |F| at one of these parameters, the largest; 1 where that is no size. */
    void sizeAt(double[]... thetas) {
        double largest = 0;
        for (double[] theta : thetas) {
            Args.atLeast(parameters(), theta, "thetas");
            densities.values(theta, rows);
            double sum = 0;
            for (int i = 0; i < w.length; i++) {
                sum += w[i] * Math.abs(rows[i]);
            }
            largest = Math.max(largest, sum);
        }
        size = largest > 0 && Double.isFinite(largest) ? largest : 1;
    }

    /** The energy itself, penalties left out. */
    public double energy(double[] theta) {
        Args.given(theta, "theta");
        Args.atLeast(parameters(), theta, "theta");
        densities.values(theta, rows);
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * rows[i];
        }
        return sum;
    }

    /** Points of the energy and of the penalties. */
    int points() {
        return densities.points().count()
                + penalties.map(ResidualObjective::points).orElse(0);
    }

    @Override
    public int parameters() {
        return densities.parameters();
    }

    @Override
    public double value(double[] theta) {
        return bounded(energy(theta) / size, theta)
                + penalties.map(p -> p.value(theta)).orElse(0.0);
    }

    @Override
    public double gradient(double[] theta, double[] g) {
        Args.given(theta, "theta", g, "g");
        Args.atLeast(parameters(), theta, "theta");
        Args.atLeast(parameters(), g, "g");
        double value = bounded(densities.sum(theta, w, g) / size, theta);
        for (int i = 0; i < parameters(); i++) {
            g[i] /= size;
        }
        if (penalties.isPresent()) {
            value += penalties.get().gradient(theta, penalty);
            for (int i = 0; i < parameters(); i++) {
                g[i] += penalty[i];
            }
        }
        return value;
    }

    /** @throws ArithmeticException where the energy has fallen so far that it has no least value */
    private double bounded(double value, double[] theta) {
        if (value < -DEEPEST) {
            throw new ArithmeticException(
                    ("the energy has fallen to %.1e, %.0e times its size at the start: it seems to be unbounded below; check its"
                                    + " signs, or state the equations with require")
                            .formatted(value * size, -value));
        }
        failedAt = Double.isFinite(value) ? failedAt : theta.clone();
        return value;
    }

    @Override
    public String diagnosis() {
        return failedAt.length == 0 ? "" : densities.diagnosis(failedAt);
    }

    @Override
    public String toString() {
        return "an energy";
    }
}
