package org.pinn4j.periodic;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evolution;

/**
 * What derivatives along space do to waves: ∂^α becomes Π (i·2πk_a/ℓ_a)^α_a, and the linear part of u_t = −M⁻¹(L u + N) a
 * matrix [fields × fields] for each wave. Immutable.
 */
final class Symbols {
    private final Evolution evolution;
    private final double[][] inverse; // of the mass

    Symbols(Evolution evolution) {
        this.evolution = evolution;
        double regular =
                Double.MIN_NORMAL; // as was asked of the statement, in its own units: the default is 1e-11 whatever
        // these are
        this.inverse = new LUDecomposition(new Array2DRowRealMatrix(evolution.mass()), regular)
                .getSolver()
                .getInverse()
                .getData();
    }

    int fields() {
        return inverse.length;
    }

    /** M⁻¹ at a place. */
    double inverse(int row, int column) {
        return inverse[row][column];
    }

    /** What residuals of u_t + M⁻¹(L u + N) can be in the equations as they are stated, at most. */
    double[] stated(double[] residuals) {
        double[][] mass = evolution.mass();
        double[] result = new double[mass.length];
        for (int i = 0; i < mass.length; i++) {
            for (int f = 0; f < mass.length; f++) {
                result[i] += Math.abs(mass[i][f]) * residuals[f];
            }
        }
        return result;
    }

    /** Real and imaginary part of what ∂^orders multiplies each wave by: [2][waves]. */
    double[][] factors(Waves waves, List<Integer> orders) {
        double[][] result = new double[2][waves.count()];
        for (int p = 0; p < waves.count(); p++) {
            double[] f = factor(waves, p, orders);
            result[0][p] = f[0];
            result[1][p] = f[1];
        }
        return result;
    }

    private double[] factor(Waves waves, int wave, List<Integer> orders) {
        double size = 1;
        int turns = 0;
        for (int a = 0; a < orders.size(); a++) {
            Axis axis = evolution.space().get(a);
            size *= Math.pow(2 * Math.PI * waves.number(wave, a) / axis.length(), orders.get(a));
            turns += orders.get(a);
        }
        return switch (turns % 4) {
            case 0 -> new double[] {size, 0};
            case 1 -> new double[] {0, size};
            case 2 -> new double[] {-size, 0};
            default -> new double[] {0, -size};
        };
    }

    /** M⁻¹L of a wave: real parts, then imaginary ones, each [fields × fields] row by row. */
    double[] matrix(Waves waves, int wave) {
        int n = fields();
        double[] result = new double[2 * n * n];
        for (Evolution.Term term : evolution.linear()) {
            double[] f = factor(waves, wave, term.orders());
            for (int i = 0; i < n; i++) {
                double c = inverse[i][term.equation()] * term.coefficient();
                result[i * n + term.field()] += c * f[0];
                result[n * n + i * n + term.field()] += c * f[1];
            }
        }
        return result;
    }

    /** The size of the symbol of each field by itself: |(M⁻¹L)_ff|, [fields × waves]. */
    double[] rates(Waves waves) {
        int n = fields();
        double[] rates = new double[n * waves.count()];
        for (int p = 0; p < waves.count(); p++) {
            double[] m = matrix(waves, p);
            for (int f = 0; f < n; f++) {
                double sum = 0;
                for (int g = 0; g < n; g++) {
                    sum += Math.hypot(m[f * n + g], m[n * n + f * n + g]);
                }
                rates[f * waves.count() + p] = sum;
            }
        }
        return rates;
    }
}
