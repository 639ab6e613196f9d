package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/** Newton's method without damping, as the textbook has it, on any system without time. */
final class Newton {
    private static final int MOST = 12;
    /** Relative to the unknowns, which are of size one: corrections below are rounding. */
    private static final double ROUNDING = 1e-10;

    private final List<Double> corrections = new ArrayList<>();
    private final double[] y;

    Newton(ImplicitSystem system, double[] start) {
        y = start.clone();
        double[] none = new double[y.length];
        double[] f = new double[y.length];
        BandMatrix matrix = system.matrix();
        double size = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST && size > ROUNDING; k++) {
            system.residual(0, y, none, f);
            system.jacobian(0, y, none, 0, matrix);
            if (!matrix.factorise()) {
                throw new SingularSystemException(Double.POSITIVE_INFINITY);
            }
            matrix.solve(f);
            size = 0;
            for (int i = 0; i < y.length; i++) {
                y[i] -= f[i];
                size = Math.max(size, Math.abs(f[i]));
            }
            corrections.add(size);
        }
    }

    double[] solution() {
        return y;
    }

    /** p of |correction k + 1| ≈ C·|correction k|ᵖ from the last three above rounding; 0 if they do not fall. */
    double order() {
        int last = corrections.size() - 1;
        while (last > 1 && corrections.get(last) < ROUNDING) {
            last--;
        }
        double c0 = corrections.get(last - 2);
        double c1 = corrections.get(last - 1);
        double c2 = corrections.get(last);
        return c2 < c1 && c1 < c0 ? Math.log(c2 / c1) / Math.log(c1 / c0) : 0;
    }
}
