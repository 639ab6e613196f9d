package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** FitzHugh and Nagumo's nerve with diffusion on a ring: an excitation and a slow recovery. No closed form is known. */
public record FitzHughNagumo() implements CatalogueProblem {
    public static final double DIFFUSIVITY = 0.01;
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis T = Axis.time("t", 0, 5);
    public static final Field U = Field.of("u", X, T);
    public static final Field V = Field.of("v", X, T);

    @Override
    public String name() {
        return "fitzhugh-nagumo";
    }

    @Override
    public String title() {
        return "FitzHugh-Nagumo, u_t = 0.01 u_xx + u - u³ - v, v_t = 0.01 v_xx + (u - v/2)/2";
    }

    @Override
    public Problem statement() {
        Expr phase = X.times(2 * Math.PI);
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).equalTo(U.d(X, X)
                        .times(DIFFUSIVITY)
                        .plus(U)
                        .minus(U.pow(3))
                        .minus(V)))
                .require(V.d(T).equalTo(
                                V.d(X, X).times(DIFFUSIVITY).plus(U.times(0.5)).minus(V.times(0.25))))
                .require(U.equalTo(cos(phase)).on(T.start()).named("initial-u"))
                .require(V.equalTo(sin(phase).times(0.5)).on(T.start()).named("initial-v"))
                .periodicIn(X);
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 128).periodic(X).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    @Override
    public double floor() {
        return 3e-10;
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "FitzHugh, Biophys. J. 1 (1961) 445; Nagumo, Arimoto, Yoshizawa, Proc. IRE 50 (1962) 2061; constants ours";
    }
}
