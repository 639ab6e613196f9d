package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;
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
 * The Kuramoto-Sivashinsky equation, periodic: modes below 16 grow, those above are damped, and the flow is chaotic. No closed
 * form is known.
 */
public record KuramotoSivashinsky() implements CatalogueProblem {
    private static final double LENGTH = 16;
    public static final double ADVECTION = 100 / LENGTH;
    public static final double GROWTH = 100 / Math.pow(LENGTH, 2);
    public static final double DAMPING = 100 / Math.pow(LENGTH, 4);
    public static final Axis X = Axis.of("x", 0, 2 * Math.PI);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    @Override
    public String name() {
        return "kuramoto-sivashinsky";
    }

    @Override
    public String title() {
        return "Kuramoto-Sivashinsky, u_t + (100/16) u u_x + (100/16²) u_xx + (100/16⁴) u_xxxx = 0";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).plus(U.times(U.d(X)).times(ADVECTION))
                        .plus(U.d(X, X).times(GROWTH))
                        .plus(U.d(X, X, X, X).times(DAMPING))
                        .equalTo(0))
                .require(U.equalTo(cos(X).times(sin(X).plus(1))).on(T.start()))
                .periodicIn(X);
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 512).periodic(X).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.of(5.12e-7, QUOTED, "sketched Gauss-Newton, 8 windows in time (DSGNAR, arXiv 2607.02194)")
                        .on("H100")
                        .within(5227),
                Published.of(6.51e-4, QUOTED, "SSBroyden, 20 windows (Kiyani et al., arXiv 2501.16371)")
                        .within(130_222),
                Published.of(4.3e-3, REPOSITORY, "Adam with adaptive pseudo-time steps, one network (jaxpi2)"));
    }

    @Override
    public String source() {
        return "Wang et al., arXiv 2308.08468 (jaxpi), chaotic case";
    }
}
