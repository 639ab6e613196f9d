package org.pinn4j.validation.reference;

import java.util.function.DoubleBinaryOperator;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.ConjugateGradient;
import org.hipparchus.linear.RealLinearOperator;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.IterationManager;
import org.pinn4j.pde.Axis;

/**
 * -Δu = f on a square with u = 0 on its boundary and f = 0 there too, so that u continues beyond the boundary as an odd
 * function and central differences of any order need no one-sided closures. Solved by conjugate gradients without a matrix.
 */
final class PoissonSquare {
    private static final int IN_EACH = 10;

    private final Line lineX;
    private final Line lineY;
    private final int cells;
    private final int width;
    private final double[] nodes;

    private PoissonSquare(Line lineX, Line lineY, double[] unknowns) {
        this.lineX = lineX;
        this.lineY = lineY;
        this.cells = lineX.cells();
        this.width = cells + 1 + 2 * IN_EACH;
        this.nodes = new double[width * width];
        extend(unknowns, cells, IN_EACH, nodes);
    }

    /**
     * Solves with {@code cells} intervals a side.
     * @param tolerance of the residual, relative to the source
     * @throws org.hipparchus.exception.MathIllegalStateException if 10·cells iterations do not reach it
     */
    static PoissonSquare solve(Axis x, Axis y, DoubleBinaryOperator source, int order, int cells, double tolerance) {
        Line lineX = new Line(x, cells, 0);
        Line lineY = new Line(y, cells, 0);
        int n = cells - 1;
        ArrayRealVector right = new ArrayRealVector(n * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double at = source.applyAsDouble(lineX.x((i + 1.0) / cells), lineY.x((j + 1.0) / cells));
                right.setEntry(i * n + j, at * x.length() * x.length() / ((double) cells * cells));
            }
        }
        ConjugateGradient solver = new ConjugateGradient(new IterationManager(10 * cells), tolerance, true);
        RealVector u = solver.solve(new Operator(Stencil.central(order), cells), right);
        return new PoissonSquare(lineX, lineY, u.toArray());
    }

    /** Rows of unknowns to rows of nodes -ghosts..cells+ghosts, odd about all four sides. */
    private static void extend(double[] unknowns, int cells, int ghosts, double[] nodes) {
        int n = cells - 1;
        int width = cells + 1 + 2 * ghosts;
        double[] row = new double[n];
        double[] longRow = new double[width];
        for (int i = -ghosts; i <= cells + ghosts; i++) {
            int folded = Math.abs(i > cells ? 2 * cells - i : i);
            if (folded == 0 || folded == cells) {
                continue;
            }
            double sign = i < 0 || i > cells ? -1 : 1;
            for (int j = 0; j < n; j++) {
                row[j] = sign * unknowns[(folded - 1) * n + j];
            }
            Ends.ODD.extend(row, cells, ghosts, longRow);
            System.arraycopy(longRow, 0, nodes, (ghosts + i) * width, width);
        }
    }

    /** u -> -h²Δu, symmetric and positive definite. */
    private record Operator(Stencil stencil, int cells) implements RealLinearOperator {
        @Override
        public int getRowDimension() {
            return (cells - 1) * (cells - 1);
        }

        @Override
        public int getColumnDimension() {
            return getRowDimension();
        }

        @Override
        public RealVector operate(RealVector u) {
            int ghosts = stencil.reach();
            int width = cells + 1 + 2 * ghosts;
            double[] nodes = new double[width * width];
            extend(u.toArray(), cells, ghosts, nodes);
            int n = cells - 1;
            double[] result = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    int at = (ghosts + i + 1) * width + ghosts + j + 1;
                    result[i * n + j] = -stencil.second(nodes, at, 1) - stencil.second(nodes, at, width);
                }
            }
            return new ArrayRealVector(result, false);
        }
    }

    /** Values by polynomials through 10 × 10 nodes. @param x [2 × n] */
    double[] values(double[] x, int n) {
        double[] values = new double[n];
        double[] alongX = new double[IN_EACH];
        double[] alongY = new double[IN_EACH];
        for (int k = 0; k < n; k++) {
            int i = lineX.weights(x[k], alongX);
            int j = lineY.weights(x[n + k], alongY);
            for (int a = 0; a < IN_EACH; a++) {
                double sum = 0;
                for (int b = 0; b < IN_EACH; b++) {
                    sum += alongY[b] * nodes[(IN_EACH + i + a) * width + IN_EACH + j + b];
                }
                values[k] += alongX[a] * sum;
            }
        }
        return values;
    }
}
