package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;

import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * The Korteweg-de Vries equation of Zabusky and Kruskal, periodic: a cosine steepens, and dispersion turns the front into a
 * train of solitons from t = 1/π on. No closed form is known.
 */
public record KortewegDeVries() implements CatalogueProblem {
    public static final double DISPERSION = 0.022 * 0.022;
    public static final Axis X = Axis.of("x", -1, 1);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    @Override
    public String name() {
        return "kdv";
    }

    @Override
    public String title() {
        return "Korteweg-de Vries, u_t + u u_x + 0.022² u_xxx = 0";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).plus(U.times(U.d(X)))
                        .plus(U.d(X, X, X).times(DISPERSION))
                        .equalTo(0))
                .require(U.equalTo(cos(X.times(Math.PI))).on(T.start()))
                .periodicIn(X);
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 256).periodic(X).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    @Override
    public String published() {
        return "1.5e-4, Adam with adaptive pseudo-time steps, 50,000 steps (jaxpi2, from its documentation);"
                + " 3.4e-4, SOAP (arXiv 2502.00604; seen quoted only)";
    }

    @Override
    public String source() {
        return "Zabusky, Kruskal, Phys. Rev. Lett. 15 (1965) 240; as a benchmark: Wang et al., arXiv 2308.08468 (jaxpi)";
    }
}
