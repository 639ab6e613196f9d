package org.pinn4j.paths;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Kolmogorov;
import org.pinn4j.pde.Leaves;

/**
 * A process whose place after any time has a law in closed form:
 * <pre>
 * GAUSSIAN   dX_i = (b_i + r_i X_i) ds + (σ dW)_i       Brownian motion, Ornstein-Uhlenbeck
 * GEOMETRIC  dX_i = r_i X_i ds + X_i (σ dW)_i
 * </pre>
 * with numbers b, r and a = σσᵀ. Where a is not diagonal, the rates of a Gaussian one have to be equal. Immutable.
 * Source: Glasserman, Monte Carlo Methods in Financial Engineering (2003), sections 3.1 to 3.3.
 */
public final class ExactLaw {
    /** See {@link ExactLaw}. */
    public enum Kind {
        GAUSSIAN,
        GEOMETRIC
    }

    private final Kind kind;
    private final double[] level;
    private final double[] rate;
    private final double[] covariance;
    private final boolean diagonal;

    private ExactLaw(Kind kind, double[] level, double[] rate, double[] covariance, boolean diagonal) {
        this.kind = kind;
        this.level = level;
        this.rate = rate;
        this.covariance = covariance;
        this.diagonal = diagonal;
    }

    /** That of the paths of an equation; empty where they have another one. */
    public static Optional<ExactLaw> of(Kolmogorov equation) {
        Args.given(equation, "equation");
        return gaussian(equation).or(() -> geometric(equation));
    }

    private static Optional<ExactLaw> gaussian(Kolmogorov k) {
        int d = k.dimension();
        double[] level = new double[d];
        double[] rate = new double[d];
        for (int i = 0; i < d; i++) {
            Axis x = k.space().get(i);
            Expr drift = k.drift().get(i);
            OptionalDouble slope = drift.d(x).number();
            Leaves leaves = Leaves.of(drift);
            if (slope.isEmpty()
                    || !Set.of(x).containsAll(leaves.axes())
                    || !leaves.functions().isEmpty()) {
                return Optional.empty();
            }
            rate[i] = slope.getAsDouble();
            level[i] = Evaluation.evaluate(drift, java.util.List.of(x), 0);
        }
        double[] covariance = covariance(k, i -> Expr.constant(1));
        boolean alike = Arrays.stream(rate).allMatch(r -> r == rate[0]);
        return covariance == null || !(alike || k.isDiagonal())
                ? Optional.empty()
                : finite(new ExactLaw(Kind.GAUSSIAN, level, rate, covariance, k.isDiagonal()));
    }

    private static Optional<ExactLaw> geometric(Kolmogorov k) {
        int d = k.dimension();
        double[] rate = new double[d];
        for (int i = 0; i < d; i++) {
            OptionalDouble number = k.drift().get(i).over(k.space().get(i)).number();
            if (number.isEmpty()) {
                return Optional.empty();
            }
            rate[i] = number.getAsDouble();
        }
        double[] covariance = covariance(k, k.space()::get);
        return covariance == null
                ? Optional.empty()
                : finite(new ExactLaw(Kind.GEOMETRIC, new double[d], rate, covariance, k.isDiagonal()));
    }

    private static Optional<ExactLaw> finite(ExactLaw law) {
        boolean finite = Arrays.stream(law.level).allMatch(Double::isFinite)
                && Arrays.stream(law.rate).allMatch(Double::isFinite)
                && Arrays.stream(law.covariance).allMatch(Double::isFinite);
        return finite ? Optional.of(law) : Optional.empty();
    }

    /** What an entry of a is in, a factor for each of its places. */
    private interface Unit {
        Expr of(int i);
    }

    /** [d] where it is diagonal, else [d × d]; null where an entry is no number times its unit. */
    private static double[] covariance(Kolmogorov k, Unit unit) {
        int d = k.dimension();
        double[] a = new double[k.isDiagonal() ? d : Args.entries(d, d, "dimension")];
        for (Kolmogorov.Entry e : k.diffusion()) {
            OptionalDouble number =
                    e.value().over(unit.of(e.i())).over(unit.of(e.j())).number();
            if (number.isEmpty()) {
                return null;
            }
            if (k.isDiagonal()) {
                a[e.i()] = number.getAsDouble();
            } else {
                a[e.i() + d * e.j()] = number.getAsDouble();
                a[e.j() + d * e.i()] = number.getAsDouble();
            }
        }
        return a;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a has no entry off its diagonal. */
    public boolean isDiagonal() {
        return diagonal;
    }

    /** b, [d]; zero for a geometric one. */
    public double[] level() {
        return level.clone();
    }

    /** r, [d]. */
    public double[] rate() {
        return rate.clone();
    }

    /** a: its diagonal [d] where {@link #isDiagonal}, else [d × d]. */
    public double[] covariance() {
        return covariance.clone();
    }

    /** {@code geometric Brownian motion}. */
    @Override
    public String toString() {
        boolean still = Arrays.stream(rate).allMatch(r -> r == 0);
        String name = kind == Kind.GEOMETRIC
                ? "geometric Brownian motion"
                : still ? "Brownian motion" : "an Ornstein-Uhlenbeck process";
        return name + (diagonal ? "" : ", correlated");
    }
}
