package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.sin;

import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** A sine carried round a periodic interval more than six times, with c = 40 and T = 1. */
public record Convection() implements CatalogueProblem {
    public static final double SPEED = 40;
    public static final Axis X = Axis.of("x", 0, 2 * Math.PI);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    private static final double FLOOR = 4e-15;

    @Override
    public String name() {
        return "convection";
    }

    @Override
    public String title() {
        return "Convection, u_t + 40 u_x = 0";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).plus(U.d(X).times(SPEED)).equalTo(0))
                .require(U.equalTo(sin(X)).on(T.start()))
                .periodicIn(X);
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).periodic(X).by(T, 101);
    }

    /** sin(x − ct). */
    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm("closed form", U, FLOOR, p -> Math.sin(p[0] - SPEED * p[1]))
                .as(sin(X.minus(T.times(SPEED)))));
    }

    @Override
    public String published() {
        return "1.94e-3, NysNewton-CG after Adam and L-BFGS, 4 × 200 (Rathore et al., ICML 2024);"
                + " other speeds are other problems";
    }

    @Override
    public String source() {
        return "Krishnapriyan et al., NeurIPS 2021 (arXiv 2109.01050); with c = 40: Rathore et al., ICML 2024 (arXiv 2402.01868)";
    }
}
