package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** The Klein-Gordon equation with a quadratic term and the source whose solution is x cos t. */
public record KleinGordon() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", -1, 1);
    public static final Axis T = Axis.time("t", 0, 10);
    public static final Field U = Field.of("u", X, T);

    @Override
    public String name() {
        return "klein-gordon";
    }

    @Override
    public String title() {
        return "Klein-Gordon, u_tt - u_xx + u² = -x cos t + x² cos² t";
    }

    @Override
    public Problem statement() {
        Expr source = X.pow(2).times(cos(T).pow(2)).minus(X.times(cos(T)));
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T, T).minus(U.d(X, X)).plus(U.pow(2)).equalTo(source))
                .require(U.equalTo(X).on(T.start()))
                .require(U.d(T).equalTo(0).on(T.start()).named("initial-speed"))
                .require(U.equalTo(cos(T).negate()).on(X.start()).named("left"))
                .require(U.equalTo(cos(T)).on(X.end()).named("right"));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, X.times(cos(T))));
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Lu, Meng, Mao, Karniadakis, SIAM Rev. 63 (2021) 208 (DeepXDE), its example";
    }
}
