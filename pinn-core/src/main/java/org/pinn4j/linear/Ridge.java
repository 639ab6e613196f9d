package org.pinn4j.linear;

import org.pinn4j.blas.Matrices;

/**
 * The triangle of [R; D], D diagonal: R with a floor under its small singular values. D goes under R as a triangle does, at
 * 2n³/3 flops.
 * @param r R̂ with Q̂ᵀ·q beside it: [n × width]
 * @param reflectors of the step
 */
record Ridge(Upper r, Reflectors reflectors) {
    /** @param triangle overwritten: [n × width], leading dimension ld */
    static Ridge under(Tools tools, int n, int width, double[] triangle, int ld, double[] diagonal) {
        double[] d = Matrices.allocate(ld, width);
        for (int j = 0; j < n; j++) {
            d[j + j * ld] = diagonal[j];
        }
        Reflectors reflectors = Reflectors.of(d, ld, n, true, n);
        new Elimination(tools).eliminate(n, width, triangle, ld, reflectors);
        return new Ridge(new Upper(tools.blas(), n, triangle, ld), reflectors);
    }

    /** R̂⁻¹ of what stands beside it in a column. */
    double[] solution(int column) {
        double[] x = new double[r.n()];
        System.arraycopy(r.r(), column * r.ld(), x, 0, x.length);
        r.solve(x);
        return x;
    }
}
