package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.problems.Published.Seen.QUOTED;
import static org.pinn4j.problems.Published.Seen.REPOSITORY;

import java.util.List;
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
    public List<Published> published() {
        return List.of(
                Published.of(8.24e-11, QUOTED, "sketched Gauss-Newton, 4 windows in time (DSGNAR, arXiv 2607.02194)")
                        .on("H100")
                        .within(1210),
                Published.of(1.5e-4, REPOSITORY, "Adam with adaptive pseudo-time steps (jaxpi2)"));
    }

    @Override
    public String source() {
        return "Zabusky, Kruskal, Phys. Rev. Lett. 15 (1965) 240; as a benchmark: Wang et al., arXiv 2308.08468 (jaxpi)";
    }
}
