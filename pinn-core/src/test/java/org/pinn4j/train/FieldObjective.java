package org.pinn4j.train;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzColumns;
import org.pinn4j.ansatz.AnsatzJets;
import org.pinn4j.blas.Backends;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.Tiles;
import org.pinn4j.optimize.Objective;

/** The mean of a density of u and u_x over one tile of points on one axis: the smallest objective that is no sum of squares. */
final class FieldObjective implements Objective {
    /** A density at one point, with its derivatives by u and u_x into {@code by}. */
    interface Density {
        double at(double x, double u, double slope, double[] by);
    }

    private final String name;
    private final Ansatz ansatz;
    private final DerivativePlan plan = DerivativePlan.of(1, List.of(List.of(1)));
    private final AnsatzColumns columns;
    private final AnsatzJets jets;
    private final Density density;
    private double[] x;
    private double[] block;

    FieldObjective(String name, Ansatz ansatz, Density density, double[] x) {
        this.name = name;
        this.ansatz = ansatz;
        this.density = density;
        this.columns = new AnsatzColumns(ansatz, plan);
        this.jets = new AnsatzJets(
                ansatz, columns, plan, Tiles.POINTS, Backends.select("java").blas());
        setPoints(x);
    }

    void setPoints(double[] newX) {
        x = newX;
        block = new double[columns.size() * x.length];
        columns.evaluate(x.length, x, block, 0, columns.scratch(x.length));
    }

    @Override
    public int parameters() {
        return ansatz.networkParameters();
    }

    @Override
    public double value(double[] theta) {
        return sweep(theta, false);
    }

    @Override
    public double gradient(double[] theta, double[] g) {
        Arrays.fill(g, 0);
        double value = sweep(theta, true);
        jets.reverse(theta, g);
        return value;
    }

    private double sweep(double[] theta, boolean keep) {
        int n = x.length;
        jets.forward(theta, block, 0, n, keep);
        int slope = plan.channel(List.of(1)) * n;
        double[] by = new double[2];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += density.at(x[i], jets.field(0)[i], jets.field(0)[slope + i], by);
            jets.seed(0)[i] = by[0] / n;
            jets.seed(0)[slope + i] = by[1] / n;
        }
        return sum / n;
    }

    @Override
    public String toString() {
        return name;
    }
}
