package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cosh;
import static org.pinn4j.problems.Published.Seen.QUOTED;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * The nonlinear Schrödinger equation, real and imaginary part, from 2 sech x. On the line the solution is a breather in closed form; on
 * this interval it wraps, 1e-6 from that.
 */
public record Schroedinger() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", -15, 15);
    public static final Axis T = Axis.time("t", 0, Math.PI / 2);
    public static final Field P = Field.of("p", X, T);
    public static final Field Q = Field.of("q", X, T);

    @Override
    public String name() {
        return "schroedinger";
    }

    @Override
    public String title() {
        return "Schrödinger, i h_t + h_xx/2 + |h|² h = 0, h = p + iq";
    }

    @Override
    public Problem statement() {
        Expr intensity = P.pow(2).plus(Q.pow(2));
        return Problem.over(X, T)
                .named(name())
                .require(P.d(T).plus(Q.d(X, X).times(0.5))
                        .plus(intensity.times(Q))
                        .equalTo(0))
                .require(Q.d(T).minus(P.d(X, X).times(0.5))
                        .minus(intensity.times(P))
                        .equalTo(0))
                .require(P.equalTo(Expr.constant(2).over(cosh(X))).on(T.start()).named("initial-p"))
                .require(Q.equalTo(0).on(T.start()).named("initial-q"))
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
    public double floor() {
        return 3e-8;
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(1.97e-3, QUOTED, "Adam, then L-BFGS, 4 × 100 (Raissi et al., 2019)")
                .remarked("the modulus, on [-5, 5], against a file with an error of 1.2e-5"));
    }

    @Override
    public String source() {
        return "Raissi, Perdikaris, Karniadakis, J. Comput. Phys. 378 (2019) 686; on [-15, 15]: Urbán, Stefanou, Pons, J. Comput. Phys. 523 (2025)";
    }
}
