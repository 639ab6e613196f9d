package org.pinn4j.optimize;

import java.util.Arrays;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Matrices;

/**
 * A sum of squares in its first parameters alone; the last ones stand still. The matrix of the whole is formed and its leading
 * block taken, so that the sums are those of the whole, bit by bit: worth it where the last ones are few.
 */
public final class FrozenTail implements LeastSquares {
    private final LeastSquares whole;
    private final double[] all; // with the last parameters of every call
    private final int first;
    private final double[] gradient;
    private double[] square; // from the first call that needs it

    /** @param last the parameters that stand still: [fewer than all] */
    public FrozenTail(LeastSquares whole, double[] last) {
        Args.given(whole, "whole", last, "last");
        first = whole.parameters() - last.length;
        if (first < 1) {
            throw new IllegalArgumentException(
                    "frozen: need fewer than %d parameters, got %d".formatted(whole.parameters(), last.length));
        }
        this.whole = whole;
        all = new double[whole.parameters()];
        System.arraycopy(last, 0, all, first, last.length);
        gradient = new double[all.length];
    }

    private double[] at(double[] theta) {
        System.arraycopy(theta, 0, all, 0, first);
        return all;
    }

    @Override
    public int parameters() {
        return first;
    }

    @Override
    public int rows() {
        return whole.rows();
    }

    @Override
    public double value(double[] theta) {
        Args.atLeast(first, theta, "theta");
        return whole.value(at(theta));
    }

    @Override
    public double residuals(double[] theta, double[] r) {
        Args.given(r, "r");
        Args.atLeast(first, theta, "theta");
        return whole.residuals(at(theta), r);
    }

    @Override
    public double gradient(double[] theta, double[] g) {
        Args.atLeast(first, theta, "theta");
        Args.atLeast(first, g, "g");
        double value = whole.gradient(at(theta), gradient);
        System.arraycopy(gradient, 0, g, 0, first);
        return value;
    }

    @Override
    public double normal(double[] theta, double[] a, int lda, double[] g, double[] r) {
        Args.given(a, "a", r, "r");
        Args.atLeast(first, theta, "theta");
        Args.atLeast(first, g, "g");
        Args.atLeast(Args.atLeast(first, lda, "lda") * (first - 1L) + first, a, "a");
        int p = all.length;
        square = square == null ? Matrices.allocate(p, p) : square;
        double value = whole.normal(at(theta), square, p, gradient, r);
        for (int k = 0; k < first; k++) {
            System.arraycopy(square, k * p + k, a, k * lda + k, first - k);
        }
        System.arraycopy(gradient, 0, g, 0, first);
        return value;
    }

    @Override
    public void jacobian(double[] theta, int firstRow, int count, double[] r, double[] j, int ldj) {
        Args.given(r, "r", j, "j");
        Args.atLeast(first, theta, "theta");
        Args.atLeast((long) first * Args.atLeast(count, ldj, "ldj"), j, "j");
        double[] wide = new double[Args.entries(all.length, ldj, "parameters × ldj")];
        whole.jacobian(at(theta), firstRow, count, r, wide, ldj);
        System.arraycopy(wide, 0, j, 0, first * ldj);
    }

    @Override
    public void jv(double[] theta, double[] v, double[] out) {
        Args.given(v, "v", out, "out");
        Args.atLeast(first, theta, "theta");
        whole.jv(at(theta), Arrays.copyOf(v, all.length), out);
    }

    @Override
    public void jtw(double[] theta, double[] w, double[] out) {
        Args.given(w, "w");
        Args.atLeast(first, theta, "theta");
        Args.atLeast(first, out, "out");
        whole.jtw(at(theta), w, gradient);
        System.arraycopy(gradient, 0, out, 0, first);
    }

    @Override
    public String diagnosis() {
        return whole.diagnosis();
    }
}
