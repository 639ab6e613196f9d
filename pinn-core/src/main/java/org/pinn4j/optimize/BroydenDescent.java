package org.pinn4j.optimize;

import java.util.Arrays;
import org.pinn4j.blas.Blas;
import org.pinn4j.blas.Matrices;

/**
 * The dense inverse Hessian H₊ = (H - uuᵀ/h + φ·vvᵀ)/τ + ρssᵀ with u = Hy, h = yᵀu, ρ = 1/yᵀs, v = √h·(ρs - u/h).
 * <p>Expanded in ssᵀ, suᵀ + usᵀ and uuᵀ this is one syr2 and one syr. H is held as a number times a matrix, so that the
 * division by τ touches the number only.
 */
final class BroydenDescent implements Descent {
    private static final double WIDEST = 1e60;

    private final Blas blas;
    private final int n;
    private final BroydenScaling scaling;
    private final double[] matrix;
    private final double[] u;
    private final double[] w;
    private double factor;
    private boolean fresh;

    BroydenDescent(Blas blas, int n, SelfScaledBroyden.Update update) {
        this.blas = blas;
        this.n = n;
        scaling = new BroydenScaling(update, n);
        matrix = Matrices.allocate(n, n);
        u = new double[n];
        w = new double[n];
        forget();
    }

    @Override
    public void direction(double[] g, double[] p) {
        blas.symv(n, -factor, matrix, 0, n, g, 0, 0, p, 0);
    }

    @Override
    public void learn(double alpha, double[] s, double[] y, double[] g) {
        double curvature = Curvature.along(blas, s, y);
        blas.symv(n, factor, matrix, 0, n, y, 0, 0, u, 0);
        double yHy = blas.dot(n, y, 0, u, 0);
        if (curvature > 0 && yHy > 0) {
            double b = -alpha * blas.dot(n, s, 0, g, 0) / curvature;
            scaling.choose(b, yHy / curvature, fresh);
            update(s, 1 / curvature, yHy);
            fresh = false;
        }
    }

    private void update(double[] s, double rho, double yHy) {
        double tau = scaling.tau();
        double phi = scaling.phi();
        factor /= tau;
        double cross = -phi * rho / tau;
        double square = (phi - 1) / (tau * yHy);
        for (int i = 0; i < n; i++) {
            w[i] = cross * s[i] + 0.5 * square * u[i];
        }
        blas.syr2(n, 1 / factor, u, 0, w, 0, matrix, 0, n);
        blas.syr(n, rho * (1 + phi * rho * yHy / tau) / factor, s, 0, matrix, 0, n);
        if (factor > WIDEST || factor < 1 / WIDEST) {
            normalise();
        }
    }

    private void normalise() {
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] *= factor;
        }
        factor = 1;
    }

    @Override
    public void forget() {
        Arrays.fill(matrix, 0);
        for (int i = 0; i < n; i++) {
            matrix[i + i * n] = 1;
        }
        factor = 1;
        fresh = true;
    }

    @Override
    public boolean fresh() {
        return fresh;
    }

    @Override
    public void save(Memory memory) {
        memory.put("inverse Hessian", matrix).put("factor", new double[] {factor, Memory.flag(fresh)});
    }

    @Override
    public void load(Snapshot snapshot) {
        Memory.read(snapshot, "inverse Hessian", matrix);
        double[] scalars = new double[2];
        Memory.read(snapshot, "factor", scalars);
        factor = scalars[0];
        fresh = scalars[1] != 0;
    }
}
