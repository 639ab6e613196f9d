package org.pinn4j.validation.evolution;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.pinn4j.validation.system.ImplicitSystem;

/**
 * A system F(t, y, y') = M y' + G(t, y) = 0 as an ordinary differential equation of its differential unknowns: the algebraic ones are
 * solved for at each evaluation, then y' = −M⁻¹ G. Confined to one thread.
 */
final class ExplicitForm implements OrdinaryDifferentialEquation {
    private final ImplicitSystem system;
    private final int[] differential;
    private final AlgebraicUnknowns algebraic;
    private final MassMatrix mass;
    private final double[] y;
    private final double[] none;
    private final double[] f;
    private final double[] initial;
    private long evaluations;

    /** @throws IntegrationException if there is no such form */
    ExplicitForm(ImplicitSystem system, double start, double end) {
        this.system = system;
        int n = system.size();
        this.differential =
                IntStream.range(0, n).filter(i -> !system.algebraic(i)).toArray();
        if (2 * differential.length < n) {
            throw IntegrationException.unsuitable(
                    "no explicit form: %d of %d unknowns have no derivative in time and would be solved for at each evaluation; use Radau"
                            .formatted(n - differential.length, n));
        }
        this.algebraic = new AlgebraicUnknowns(system);
        this.y = new double[n];
        this.none = new double[n];
        this.f = new double[n];
        system.initial(y, new double[n]);
        if (!algebraic.solve(start, y)) {
            throw IntegrationException.unsuitable(
                    "no explicit form: the algebraic rows do not give their unknowns at t = %s; use Radau"
                            .formatted(start));
        }
        this.mass = MassMatrix.of(system, differential, start, end, y);
        this.initial = IntStream.of(differential).mapToDouble(i -> y[i]).toArray();
    }

    @Override
    public int getDimension() {
        return differential.length;
    }

    /** The differential unknowns at the start. */
    double[] initial() {
        return initial.clone();
    }

    /** Of the right-hand side so far. */
    long evaluations() {
        return evaluations;
    }

    /** A new array; NaN where the algebraic rows have no solution, so that a step this long is refused. */
    @Override
    public double[] computeDerivatives(double t, double[] state) {
        evaluations++;
        double[] rate = new double[differential.length];
        put(state, y);
        if (!algebraic.solve(t, y)) {
            Arrays.fill(rate, Double.NaN);
            restart(state);
            return rate;
        }
        system.residual(t, y, none, f);
        mass.solve(f, rate);
        for (int k = 0; k < rate.length; k++) {
            rate[k] = -rate[k];
        }
        return rate;
    }

    /** A diverged iteration must not be where the next one starts. */
    private void restart(double[] state) {
        Arrays.fill(y, 0);
        put(state, y);
    }

    private void put(double[] from, double[] to) {
        for (int k = 0; k < from.length; k++) {
            to[differential[k]] = from[k];
        }
    }

    /**
     * All unknowns and their rates.
     * @param step signed: t + step is a time at which the data are known too
     * @param all overwritten: [n]
     * @param rates overwritten: [n]
     */
    void complete(double t, double[] state, double[] rate, double step, double[] all, double[] rates) {
        put(state, y);
        algebraic.solve(t, y);
        System.arraycopy(y, 0, all, 0, y.length);
        put(rate, rates);
        algebraic.rates(t, all, rates, step);
    }
}
