package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.problems.Published.Seen.PAPER;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * Logistic growth at every point for itself, from a Gaussian. The equation has no derivative in x, so there is no condition
 * there; the wrap u(0, t) = u(2π, t) that some state beside it holds by itself, its slope does not.
 */
public record Reaction() implements CatalogueProblem {
    public static final double RATE = 5;
    public static final double WIDTH = Math.PI / 4;
    public static final Axis X = Axis.of("x", 0, 2 * Math.PI);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    private static double initial(double x) {
        double s = (x - Math.PI) / WIDTH;
        return Math.exp(-0.5 * s * s);
    }

    private static Expr gaussian() {
        return exp(X.minus(Math.PI).over(WIDTH).pow(2).times(-0.5));
    }

    @Override
    public String name() {
        return "reaction";
    }

    @Override
    public String title() {
        return "Reaction, u_t = 5u(1 - u)";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).equalTo(U.times(RATE).minus(U.pow(2).times(RATE))))
                .require(U.equalTo(gaussian()).on(T.start()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(T, 101);
    }

    /** u₀/(u₀ + (1 − u₀) e^(−5t)). */
    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm("closed form", U, 1e-15, p -> {
                    double start = initial(p[0]);
                    return start / (start + (1 - start) * Math.exp(-RATE * p[1]));
                })
                .as(gaussian().over(gaussian().plus(gaussian().negate().plus(1).times(exp(T.times(-RATE)))))));
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(
                9.92e-3, PAPER, "NysNewton-CG after Adam and L-BFGS, 4 × 200 (Rathore et al., ICML 2024)"));
    }

    @Override
    public String source() {
        return "Krishnapriyan et al., NeurIPS 2021 (arXiv 2109.01050); Rathore et al., ICML 2024 (arXiv 2402.01868)";
    }
}
