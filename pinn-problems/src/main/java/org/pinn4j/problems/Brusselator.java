package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * Two species that react and diffuse: Lefever and Nicolis' oscillating reaction with the constants, ends and initial values
 * of Hairer and Wanner, up to t = 2. Mildly stiff. No closed form is known.
 */
public record Brusselator() implements CatalogueProblem {
    public static final double FEED = 1;
    public static final double CONVERSION = 3;
    public static final double DIFFUSIVITY = 0.02;
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis T = Axis.time("t", 0, 2);
    public static final Field U = Field.of("u", X, T);
    public static final Field V = Field.of("v", X, T);

    @Override
    public String name() {
        return "brusselator";
    }

    @Override
    public String title() {
        return "Brusselator, u_t = 1 + u²v - 4u + 0.02 u_xx, v_t = 3u - u²v + 0.02 v_xx";
    }

    @Override
    public Problem statement() {
        Expr reaction = U.pow(2).times(V);
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).equalTo(reaction.minus(U.times(CONVERSION + 1))
                        .plus(U.d(X, X).times(DIFFUSIVITY))
                        .plus(FEED)))
                .require(V.d(T).equalTo(U.times(CONVERSION)
                        .minus(reaction)
                        .plus(V.d(X, X).times(DIFFUSIVITY))))
                .require(U.equalTo(sin(X.times(2 * Math.PI)).plus(FEED))
                        .on(T.start())
                        .named("initial-u"))
                .require(V.equalTo(CONVERSION).on(T.start()).named("initial-v"))
                .require(U.equalTo(FEED).on(X.ends()).named("boundary-u"))
                .require(V.equalTo(CONVERSION).on(X.ends()).named("boundary-v"));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Lefever, Nicolis, J. Theor. Biol. 30 (1971) 267;"
                + " Hairer, Wanner, Solving Ordinary Differential Equations II, section IV.10, which goes to t = 10";
    }
}
