package org.pinn4j.validation.evolution;

import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.pinn4j.pde.Axis;
import org.pinn4j.validation.discrete.Discretization;
import org.pinn4j.validation.discrete.Scheme;

/**
 * Whether a scheme has modes that grow the faster the finer the grid, which no refinement and no step in time mends: one-sided rows of
 * high order do that to waves and transport between ends. Seen from the largest real part of the eigenvalues on two coarse grids: of
 * a stable scheme it approaches the growth of the problem itself, which differences of order 2 show. Source: Trefethen, Embree, Spectra and Pseudospectra (2005),
 * chapter 34.
 */
final class GridGrowth {
    private static final int COARSE = 16;
    private static final int FINE = 2 * COARSE;
    /** Where there is no such mode the two grids agree much better; where there is one they differ by 2 or more. */
    private static final double FASTER = 1.5;
    /** Growth by less than e³ until the end of time does not show beside the error of so coarse a grid. */
    private static final double LEAST = 3;
    /** Of a difference, relative to the state. */
    private static final double STEP = 1e-6;

    private GridGrowth() {}

    /** Looks at one space axis between ends; others are not looked at. The matrices are full: some tenths of a second. */
    static boolean of(Discretization discretization, Scheme scheme) {
        boolean line = discretization.spaceAxes().size() == 1
                && !discretization.periodic(discretization.spaceAxes().get(0));
        if (!line || discretization.time().isEmpty()) {
            return false;
        }
        try {
            double coarse = Math.max(0, abscissa(discretization, scheme, COARSE));
            double fine = abscissa(discretization, scheme, FINE);
            double usual = Math.max(0, abscissa(discretization, Scheme.finiteDifferences(2), FINE));
            return fine > FASTER * Math.max(coarse, usual)
                    && fine * discretization.time().get().length() > LEAST;
        } catch (IntegrationException | IllegalArgumentException | MathRuntimeException e) {
            return false; // not of a form that can be looked at; the refinement will see
        }
    }

    /** The largest real part at the initial values. */
    private static double abscissa(Discretization discretization, Scheme scheme, int cells) {
        Axis time = discretization.time().orElseThrow();
        ExplicitForm form = new ExplicitForm(discretization.system(scheme, cells), time.min(), time.max());
        double[][] matrix = jacobian(form, time.min());
        return Arrays.stream(new EigenDecompositionNonSymmetric(MatrixUtils.createRealMatrix(matrix)).getEigenvalues())
                .mapToDouble(Complex::getRealPart)
                .max()
                .orElse(0);
    }

    private static double[][] jacobian(ExplicitForm form, double t) {
        double[] y = form.initial();
        double[] f = form.computeDerivatives(t, y);
        double size = Arrays.stream(y).map(Math::abs).max().orElse(0);
        double step = STEP * (size > 0 ? size : 1);
        double[][] matrix = new double[y.length][y.length];
        for (int j = 0; j < y.length; j++) {
            double[] moved = y.clone();
            moved[j] += step;
            double[] g = form.computeDerivatives(t, moved);
            for (int i = 0; i < y.length; i++) {
                matrix[i][j] = (g[i] - f[i]) / step;
            }
        }
        return matrix;
    }
}
