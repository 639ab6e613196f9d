package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.REPOSITORY;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** The heat equation on [0, 1], one decaying sine mode. */
public record HeatSineMode() implements CatalogueProblem {
    public static final double ALPHA = 0.25;
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    @Override
    public String name() {
        return "heat-1d";
    }

    @Override
    public String title() {
        return "Heat, u_t = 0.25 u_xx";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).equalTo(U.d(X, X).times(ALPHA)))
                .require(U.equalTo(sin(X.times(Math.PI))).on(T.start()))
                .require(U.equalTo(0).on(X.ends()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(T, 101);
    }

    /** exp(-α π² t) sin πx. */
    @Override
    public Optional<Reference> exact() {
        double rate = -ALPHA * Math.PI * Math.PI;
        return Optional.of(new ClosedForm(
                        "closed form", U, 1e-15, p -> Math.exp(rate * p[1]) * Math.sin(Math.PI * p[0]))
                .as(exp(T.times(rate)).times(sin(X.times(Math.PI)))));
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.of(6.3e-8, REPOSITORY, "KFAC, 256-256-128-128 (Dangel, Müller, Zeinhofer, NeurIPS 2024)")
                        .on("RTX 6000")
                        .within(1000)
                        .remarked("2.0e-8 root mean square, over that of the truth"));
    }

    @Override
    public String source() {
        return "Evans, Partial Differential Equations, section 2.3; as a benchmark: Dangel, Müller, Zeinhofer, NeurIPS 2024";
    }
}
