package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Taylor and Green's decaying vortices in the plane, periodic: the pressure balances what the flow carries. */
public record TaylorGreen() implements CatalogueProblem {
    public static final double NU = 0.01;
    public static final Axis X = Axis.of("x", 0, 2 * Math.PI);
    public static final Axis Y = Axis.of("y", 0, 2 * Math.PI);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, Y, T);
    public static final Field V = Field.of("v", X, Y, T);
    public static final Field P = Field.of("p", X, Y, T);

    private static Expr along() {
        return cos(X).times(sin(Y)).negate();
    }

    private static Expr across() {
        return sin(X).times(cos(Y));
    }

    /** ν Δw − (u, v)·∇w − w_t. */
    private static Expr forces(Field w) {
        return w.d(X, X)
                .plus(w.d(Y, Y))
                .times(NU)
                .minus(U.times(w.d(X)))
                .minus(V.times(w.d(Y)))
                .minus(w.d(T));
    }

    @Override
    public String name() {
        return "taylor-green";
    }

    @Override
    public String title() {
        return "Navier-Stokes, ν = 0.01, Taylor-Green vortices";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, Y, T)
                .named(name())
                .require(P.d(X).equalTo(forces(U)).on(Region.interior()).named("momentum-x"))
                .require(P.d(Y).equalTo(forces(V)).on(Region.interior()).named("momentum-y"))
                .require(U.d(X).plus(V.d(Y)).equalTo(0).on(Region.interior()).named("mass"))
                .require(U.equalTo(along()).on(T.start()).named("initial-u"))
                .require(V.equalTo(across()).on(T.start()).named("initial-v"))
                .periodicIn(X)
                .periodicIn(Y);
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 33).periodic(X).by(Y, 33).periodic(Y).by(T, 11);
    }

    @Override
    public Optional<Reference> exact() {
        Expr decay = exp(T.times(-2 * NU));
        Expr pressure = cos(X.times(2)).plus(cos(Y.times(2))).times(-0.25).times(decay.pow(2));
        return Optional.of(Formula.of(1e-15, U, along().times(decay))
                .and(V, across().times(decay))
                .and(P, pressure));
    }

    @Override
    public List<Field> upToConstant() {
        return List.of(P);
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Taylor, Green, Proc. Roy. Soc. A 158 (1937) 499";
    }
}
