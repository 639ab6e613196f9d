package org.pinn4j.pde;

import java.util.List;
import org.pinn4j.args.Args;

/**
 * A statement of one field as the backward equation of paths: with the generator G = ½ Σ a_ij ∂_ij + Σ μ_i ∂_i,
 * <pre>
 * u_t = G u + c u + f + g(t, x, u, ∇u),       u = φ at the start of time,   or
 * u_t + G u + c u + f + g(t, x, u, ∇u) = 0,   u = φ at its end.
 * </pre>
 * Where g = 0, u is a mean over paths dX = μ ds + σ dW with σσᵀ = a that begin at x (Feynman and Kac); from a start of time the
 * clock of coefficients runs backwards along them. Immutable.
 * Source: Øksendal, Stochastic Differential Equations (2003), theorems 8.1.1 and 8.2.1.
 * @param terminal whether the datum stands on the end of time
 * @param space the other axes in the order of the problem, d of them
 * @param drift μ, [d]
 * @param diffusion the entries of a on and above its diagonal that are not zero, in the order of rows
 * @param potential c
 * @param source f
 * @param nonlinear g, zero for a linear equation
 * @param datum φ
 */
public record Kolmogorov(
        Problem problem,
        Field field,
        Axis time,
        boolean terminal,
        List<Axis> space,
        List<Expr> drift,
        List<Entry> diffusion,
        Expr potential,
        Expr source,
        Expr nonlinear,
        Expr datum) {
    /** a_ij with 0 ≤ i ≤ j &lt; d. */
    public record Entry(int i, int j, Expr value) {
        public Entry {
            Args.atLeast(0, i, "i");
            Args.atLeast(i, j, "j");
            Args.given(value, "value");
        }
    }

    public Kolmogorov {
        Args.given(problem, "problem", field, "field");
        Args.given(time, "time", potential, "potential");
        Args.given(source, "source", nonlinear, "nonlinear");
        Args.given(datum, "datum");
        space = List.copyOf(Args.list(space, "space"));
        drift = List.copyOf(Args.list(drift, "drift"));
        diffusion = List.copyOf(Args.list(diffusion, "diffusion"));
    }

    /**
     * A linear equation.
     * @throws IllegalArgumentException with the reason, where the statement has not this form or paths are not all that it takes
     */
    public static Kolmogorov of(Problem problem) {
        Kolmogorov read = semilinear(problem);
        if (!read.isLinear()) {
            throw KolmogorovReader.refusal(
                    problem,
                    "%s is not linear in %s, so that no mean over paths is the answer; deep BSDE takes equations that are linear in"
                            + " second derivatives",
                    read.nonlinear,
                    read.field);
        }
        return read;
    }

    /** One that may hang on the value and the slopes as it likes. @throws IllegalArgumentException as {@link #of} */
    public static Kolmogorov semilinear(Problem problem) {
        return new KolmogorovReader(Args.given(problem, "problem")).read();
    }

    public boolean isLinear() {
        return nonlinear.equals(Constant.ZERO);
    }

    /** Whether paths of different coordinates are independent. */
    public boolean isDiagonal() {
        return diffusion.stream().allMatch(e -> e.i == e.j);
    }

    public int dimension() {
        return space.size();
    }
}
