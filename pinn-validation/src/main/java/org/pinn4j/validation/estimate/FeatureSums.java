package org.pinn4j.validation.estimate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzColumns;
import org.pinn4j.ansatz.AnsatzJets;
import org.pinn4j.ansatz.Fold;
import org.pinn4j.blas.Backends;
import org.pinn4j.jets.Columns;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.Tiles;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Axis;

/**
 * Σ|c_j|·|φ_j| of the fields of an ansatz, c the weights of the last layers and φ what they multiply: the Jacobian of a field by these
 * weights has the features as its columns. Belongs to one thread.
 */
final class FeatureSums {
    private final Ansatz ansatz;
    private final double[] theta;
    private final List<Axis> periodic;
    private final Columns last;
    private final AnsatzColumns columns;
    private final AnsatzJets jets;
    private final AnsatzColumns.Scratch scratch;
    private final double[] block;
    private final double[] jacobian;

    /** @param periodic axes on which the fields repeat */
    FeatureSums(Ansatz ansatz, double[] theta, List<Axis> periodic) {
        this.ansatz = ansatz;
        this.theta = theta;
        this.periodic = periodic;
        this.last = lastLayers(ansatz, theta.length);
        int axes = ansatz.axes().size();
        DerivativePlan values = DerivativePlan.of(axes, List.of(Collections.nCopies(axes, 0)));
        this.columns = new AnsatzColumns(ansatz, values);
        this.jets = new AnsatzJets(
                ansatz, columns, values, Tiles.POINTS, Backends.select("auto").blas());
        this.scratch = columns.scratch(Tiles.POINTS);
        this.block = new double[(columns.size() + 1) * Tiles.POINTS]; // one spare row for netlib's bounds check
        this.jacobian = new double[Math.max(1, last.count()) * Tiles.POINTS];
    }

    private static Columns lastLayers(Ansatz ansatz, int parameters) {
        int[] bounds = IntStream.range(0, ansatz.networks().size())
                .flatMap(k -> range(ansatz.networks().get(k), ansatz.offset(k)))
                .toArray();
        return Columns.ranges(parameters, bounds);
    }

    private static IntStream range(Network network, int offset) {
        Network.Dense dense = network.steps().stream()
                .filter(Network.Dense.class::isInstance)
                .map(Network.Dense.class::cast)
                .reduce((a, b) -> b)
                .orElseThrow();
        int end = dense.hasBias() ? dense.bias() + dense.out() : dense.weights() + dense.in() * dense.out();
        return IntStream.of(offset + dense.weights(), offset + end);
    }

    int fields() {
        return ansatz.forms().size();
    }

    /** Takes the points of one tile. @param x [axes × n], overwritten: every point on the side of all folds that was solved */
    FeatureSums at(double[] x, int n) {
        fold(x, n);
        columns.evaluate(n, x, block, 0, scratch);
        jets.forward(theta, block, 0, n, true);
        return this;
    }

    /** The values of a field there, up to their signs. */
    double[] values(int field) {
        return jets.field(field);
    }

    /** The sums of a field there, and its own size: what rounds when the parts are added. [n] */
    double[] sums(int field, int n) {
        for (int f = 0; f < fields(); f++) {
            Arrays.fill(jets.seed(f), 0, n, f == field ? 1 : 0);
        }
        jets.jacobian(theta, jacobian, 0, n, false, last);
        double[] sums = new double[n];
        Arrays.setAll(sums, i -> Math.abs(values(field)[i]));
        for (int k = 0; k < theta.length; k++) {
            int column = last.of(k);
            for (int i = 0; column >= 0 && i < n; i++) {
                sums[i] += Math.abs(theta[k] * jacobian[i + column * n]);
            }
        }
        return sums;
    }

    private void fold(double[] x, int n) {
        for (Fold f : ansatz.folds()) {
            int row = ansatz.axes().indexOf(f.axis()) * n;
            double length = f.axis().length();
            for (int i = row; i < row + n; i++) {
                double away = x[i] - f.centre();
                away -= periodic.contains(f.axis()) ? length * Math.rint(away / length) : 0;
                x[i] = f.centre() + Math.abs(away);
            }
        }
    }
}
