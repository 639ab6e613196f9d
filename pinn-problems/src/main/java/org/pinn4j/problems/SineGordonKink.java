package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.atan;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** The sine-Gordon equation: a kink that moves at half the speed of light. */
public record SineGordonKink() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", -10, 10);
    public static final Axis T = Axis.time("t", 0, 10);
    public static final Field U = Field.of("u", X, T);

    /** 4 atan e^(γ(x − t/2)), γ = 2/√3. */
    private static Expr solution() {
        return atan(exp(X.minus(T.times(0.5)).times(2 / Math.sqrt(3)))).times(4);
    }

    @Override
    public String name() {
        return "sine-gordon-kink";
    }

    @Override
    public String title() {
        return "Sine-Gordon, u_tt - u_xx + sin u = 0, a kink";
    }

    @Override
    public Problem statement() {
        Expr u = solution();
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T, T).minus(U.d(X, X)).plus(sin(U)).equalTo(0))
                .require(U.equalTo(Formula.at(T, 0, u)).on(T.start()))
                .require(U.d(T).equalTo(Formula.at(T, 0, u.d(T))).on(T.start()).named("initial-speed"))
                .require(U.equalTo(Formula.at(X, X.min(), u)).on(X.start()).named("left"))
                .require(U.equalTo(Formula.at(X, X.max(), u)).on(X.end()).named("right"));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 201).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, solution()));
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Drazin, Johnson, Solitons: an Introduction (1989)";
    }
}
