package org.pinn4j.validation.discrete;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.pinn4j.pde.Axis;

/**
 * Equally spaced nodes on an axis that closes on itself, with the derivatives of the trigonometric interpolant. Its highest
 * cosine, for an even number of nodes, has no odd derivatives at the nodes. Source: Trefethen, Spectral Methods in MATLAB (2000),
 * chapter 3. Interpolation is barycentric: Henrici, Numer. Math. 33 (1979) 225.
 */
final class FourierGrid implements AxisGrid {
    private final Axis axis;
    private final int cells;
    private final double[][] kernels = new double[HIGHEST_DERIVATIVE + 1][];

    FourierGrid(Axis axis, int cells) {
        if (cells < 3) {
            throw new IllegalArgumentException(
                    "Fourier grid on %s: need 3 or more cells, got %d".formatted(axis, cells));
        }
        this.axis = axis;
        this.cells = cells;
        for (int m = 0; m <= HIGHEST_DERIVATIVE; m++) {
            kernels[m] = new double[cells];
            for (int j = 0; j < cells; j++) {
                kernels[m][j] = nodal(m, j);
            }
            if (m > 0) {
                kernels[m][0] -= Arrays.stream(kernels[m]).sum(); // a constant has no slope, to the last digit
            }
        }
    }

    /** The m-th derivative at node j of the interpolant that is 1 at node 0 and 0 at the others; phases below 2π, for their digits. */
    private double nodal(int m, int j) {
        double sum = m == 0 ? 1 : 0;
        for (int k = 1; 2 * k <= cells; k++) {
            double phase = 2 * Math.PI * ((long) k * j % cells) / cells + m * Math.PI / 2;
            double power = Math.pow(2 * Math.PI * k / axis.length(), m);
            boolean none = 2 * k == cells && m % 2 == 1;
            sum += none ? 0 : (2 * k == cells ? 1 : 2) * power * Math.cos(phase);
        }
        return sum / cells;
    }

    @Override
    public Axis axis() {
        return axis;
    }

    @Override
    public boolean periodic() {
        return true;
    }

    @Override
    public int size() {
        return cells;
    }

    @Override
    public double node(int i) {
        return axis.min() + axis.length() * i / cells;
    }

    @Override
    public OptionalInt accuracy() {
        return OptionalInt.empty();
    }

    @Override
    public StencilRow derivative(int order, int node) {
        if (order == 0) {
            return StencilRow.identity(node);
        }
        double[] weights = new double[cells];
        for (int j = 0; j < cells; j++) {
            weights[j] = kernels[order][Math.floorMod(node - j, cells)];
        }
        return StencilRow.dense(weights);
    }

    @Override
    public Optional<AxisDerivative> atOnce() {
        return Optional.of(new FourierDerivative(cells, axis.length()));
    }

    @Override
    public StencilRow interpolation(double x) {
        AxisGrid.contain(axis, x);
        double[] weights = new double[cells];
        double sum = 0;
        for (int j = 0; j < cells; j++) {
            if (x == node(j)) {
                return StencilRow.identity(j);
            }
            double half = Math.PI * (x - node(j)) / axis.length();
            double weight = cells % 2 == 0 ? 1 / Math.tan(half) : 1 / Math.sin(half);
            weights[j] = j % 2 == 0 ? weight : -weight;
            sum += weights[j];
        }
        for (int j = 0; j < cells; j++) {
            weights[j] /= sum;
        }
        return StencilRow.dense(weights);
    }
}
