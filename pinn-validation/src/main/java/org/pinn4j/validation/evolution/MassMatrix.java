package org.pinn4j.validation.evolution;

import java.util.Arrays;
import java.util.Random;
import org.pinn4j.validation.system.BandMatrix;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * M = ∂F/∂y' on the differential unknowns of a system F(t, y, y') = M y' + G(t, y) with a constant M. Confined to one thread.
 */
final class MassMatrix {
    /** A product that differs by more than this share of the largest is not rounding. */
    private static final double ROUNDING = 1e-10;
    /** Share by which a state is moved to see whether M moves with it. */
    private static final double MOVED = 1e-3;

    private static final long SEED = 1;

    private final ImplicitSystem system;
    private final int[] differential;
    private final double[] diagonal;
    private final BandMatrix factors;

    private MassMatrix(ImplicitSystem system, int[] differential, double[] diagonal, BandMatrix factors) {
        this.system = system;
        this.differential = differential;
        this.diagonal = diagonal;
        this.factors = factors;
    }

    /**
     * Takes M at the start and compares its products with those at other times and states.
     * @param differential the unknowns whose rows have y'
     * @param y [n], the state at the start
     * @throws IntegrationException if M is singular, not constant, or has entries for other unknowns
     */
    static MassMatrix of(ImplicitSystem system, int[] differential, double start, double end, double[] y) {
        Random random = new Random(SEED);
        double[] ones = new double[differential.length];
        Arrays.fill(ones, 1);
        MassMatrix trial = new MassMatrix(system, differential, null, null);
        double[] v = random.doubles(ones.length, -1, 1).toArray();
        double[] diagonal = trial.seen(start, y, ones);
        double[] product = trial.seen(start, y, v);
        MassMatrix mass = new MassMatrix(system, differential, diagonal, null);
        if (!same(mass.times(v), product)) {
            BandMatrix full = trial.full(start, y);
            if (!same(trial.product(full, v), product)) {
                throw unsuitable("it is not affine in y'");
            }
            mass = new MassMatrix(system, differential, null, full);
        }
        mass.refuseChange(start, (start + end) / 2, y, v, product, random);
        mass.refuseChange(start, end, y, v, product, random);
        mass.invert();
        return mass;
    }

    private static IntegrationException unsuitable(String why) {
        return IntegrationException.unsuitable(
                "no explicit form: the matrix of the derivatives in time has to be constant and regular, but %s; use Radau"
                        .formatted(why));
    }

    /** (F(t, y, s·v) − F(t, y, 0))/s in the differential rows, with an s so large that the rest of F rounds nothing away. */
    private double[] seen(double t, double[] y, double[] v) {
        int n = system.size();
        double[] still = new double[n];
        double[] moving = new double[n];
        double[] yDot = new double[n];
        system.residual(t, y, yDot, still);
        double s = Math.scalb(1.0, Math.getExponent(Math.max(1, Math.min(largest(still), 0x1p500))) + 1);
        for (int k = 0; k < differential.length; k++) {
            yDot[differential[k]] = s * v[k];
        }
        system.residual(t, y, yDot, moving);
        double[] product = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            product[k] = (moving[differential[k]] - still[differential[k]]) / s;
        }
        return product;
    }

    /** M with all its entries, from Jacobians with two shifts. */
    private BandMatrix full(double t, double[] y) {
        double[] still = new double[system.size()];
        BandMatrix without = system.matrix();
        BandMatrix with = system.matrix();
        system.jacobian(t, y, still, 0, without);
        system.jacobian(t, y, still, 1, with);
        int n = differential.length;
        BandMatrix full = new BandMatrix(n, system.lowerBandwidth(), system.upperBandwidth());
        for (int i = 0; i < n; i++) {
            int first = Math.max(0, i - full.lowerBandwidth());
            for (int j = first; j <= Math.min(n - 1, i + full.upperBandwidth()); j++) {
                int row = differential[i];
                int column = differential[j];
                full.add(i, j, with.get(row, column) - without.get(row, column));
            }
        }
        return full;
    }

    private double[] product(BandMatrix matrix, double[] v) {
        double[] product = new double[v.length];
        matrix.multiply(v, product);
        return product;
    }

    private double[] times(double[] v) {
        if (factors != null) {
            return product(factors, v);
        }
        double[] product = v.clone();
        for (int k = 0; k < v.length; k++) {
            product[k] *= diagonal[k];
        }
        return product;
    }

    private void refuseChange(double start, double t, double[] y, double[] v, double[] product, Random random) {
        double[] other = y.clone();
        double size = largest(y);
        for (int i = 0; i < other.length; i++) {
            other[i] += MOVED * size * (2 * random.nextDouble() - 1);
        }
        if (!same(product, seen(t, other, v))) {
            throw unsuitable("it differs between t = %s and %s, or between states".formatted(start, t));
        }
        refuseOthers(t, other);
    }

    /** The rates of algebraic unknowns are known only after the step. */
    private void refuseOthers(double t, double[] y) {
        double[] still = new double[y.length];
        double[] moving = new double[y.length];
        double[] yDot = new double[y.length];
        system.residual(t, y, yDot, still);
        for (int i = 0; i < y.length; i++) {
            yDot[i] = system.algebraic(i) ? 1 + i % 7 : 0;
        }
        system.residual(t, y, yDot, moving);
        if (!Arrays.equals(still, moving)) {
            throw unsuitable("it has the derivatives of boundary values in it");
        }
    }

    private void invert() {
        if (factors != null) {
            if (!factors.factorise()) {
                throw unsuitable("it is singular");
            }
            return;
        }
        for (int k = 0; k < diagonal.length; k++) {
            if (!(Math.abs(diagonal[k]) > ROUNDING * largest(diagonal))) {
                throw unsuitable("it is singular");
            }
        }
    }

    /** x = M⁻¹ f. @param f [n] @param x overwritten: [differential unknowns] */
    void solve(double[] f, double[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] = f[differential[k]] / (diagonal == null ? 1 : diagonal[k]);
        }
        if (factors != null) {
            factors.solve(x);
        }
    }

    /** Written so that NaN is different. */
    private static boolean same(double[] a, double[] b) {
        double bound = ROUNDING * largest(a);
        for (int k = 0; k < a.length; k++) {
            if (!(Math.abs(a[k] - b[k]) <= bound)) {
                return false;
            }
        }
        return true;
    }

    private static double largest(double[] x) {
        double largest = 0;
        for (double v : x) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }
}
