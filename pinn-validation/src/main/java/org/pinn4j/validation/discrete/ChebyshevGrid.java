package org.pinn4j.validation.discrete;

import java.util.Optional;
import java.util.OptionalInt;
import org.pinn4j.pde.Axis;

/**
 * Chebyshev points of the second kind, both ends among them, with dense differentiation matrices of the interpolating
 * polynomial. Source: Weideman and Reddy, ACM Trans. Math. Softw. 26 (2000) 465, {@code chebdif}: differences of nodes by
 * trigonometric identities, diagonals by the sum of the row. Interpolation is barycentric: Berrut and Trefethen, SIAM Review 46
 * (2004) 501.
 */
final class ChebyshevGrid implements AxisGrid {
    private final Axis axis;
    private final int cells;
    private final double[][][] matrices = new double[HIGHEST_DERIVATIVE + 1][][];

    ChebyshevGrid(Axis axis, int cells) {
        if (cells < HIGHEST_DERIVATIVE) {
            throw new IllegalArgumentException(
                    "Chebyshev grid on %s: need %d or more cells, got %d".formatted(axis, HIGHEST_DERIVATIVE, cells));
        }
        this.axis = axis;
        this.cells = cells;
        double[][] before = new double[cells + 1][cells + 1];
        for (int i = 0; i <= cells; i++) {
            before[i][i] = 1;
        }
        matrices[0] = before;
        for (int m = 1; m <= HIGHEST_DERIVATIVE; m++) {
            matrices[m] = next(matrices[m - 1], m);
        }
    }

    /** D⁽ᵐ⁾[i][j] = m/(x_i - x_j)·(w_j/w_i·D⁽ᵐ⁻¹⁾[i][i] - D⁽ᵐ⁻¹⁾[i][j]) off the diagonal. */
    private double[][] next(double[][] before, int m) {
        double[][] d = new double[cells + 1][cells + 1];
        for (int i = 0; i <= cells; i++) {
            double sum = 0;
            for (int j = 0; j <= cells; j++) {
                if (i != j) {
                    d[i][j] = m / difference(i, j) * (weight(j) / weight(i) * before[i][i] - before[i][j]);
                    sum += d[i][j];
                }
            }
            d[i][i] = -sum;
        }
        return d;
    }

    /** x_i - x_j without cancellation. */
    private double difference(int i, int j) {
        double half = Math.PI / (2 * cells);
        return axis.length() * Math.sin((i + j) * half) * Math.sin((i - j) * half);
    }

    /** Barycentric weights: signs alternate, the ends count half. */
    private double weight(int i) {
        return (i % 2 == 0 ? 1 : -1) * (i == 0 || i == cells ? 0.5 : 1);
    }

    @Override
    public Axis axis() {
        return axis;
    }

    @Override
    public boolean periodic() {
        return false;
    }

    @Override
    public int size() {
        return cells + 1;
    }

    @Override
    public double node(int i) {
        if (i == 0 || i == cells) {
            return i == 0 ? axis.min() : axis.max();
        }
        double s = Math.sin(i * Math.PI / (2 * cells));
        return axis.min() + axis.length() * s * s;
    }

    @Override
    public OptionalInt accuracy() {
        return OptionalInt.empty();
    }

    @Override
    public StencilRow derivative(int order, int node) {
        return order == 0 ? StencilRow.identity(node) : StencilRow.dense(matrices[order][node]);
    }

    @Override
    public Optional<AxisDerivative> atOnce() {
        return Optional.of(new MatrixDerivative(matrices));
    }

    @Override
    public StencilRow interpolation(double x) {
        AxisGrid.contain(axis, x);
        double[] weights = new double[size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (x == node(i)) {
                return StencilRow.identity(i);
            }
            weights[i] = weight(i) / (x - node(i));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return StencilRow.dense(weights);
    }
}
