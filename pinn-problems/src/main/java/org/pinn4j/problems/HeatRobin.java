package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.exp;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** The heat equation on the unit square, two sides insulated, two that lose heat by what they have. */
public record HeatRobin() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, Y, T);

    /** The smallest roots of a tan a = 1 and b tan b = 2. */
    private static final double A = 0.8603335890193797;

    private static final double B = 1.0768739863118038;

    private static Expr mode() {
        return cos(X.times(A)).times(cos(Y.times(B)));
    }

    @Override
    public String name() {
        return "heat-robin";
    }

    @Override
    public String title() {
        return "Heat, u_t = Δu, Robin sides";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, Y, T)
                .named(name())
                .require(U.d(T).equalTo(U.d(X, X).plus(U.d(Y, Y))))
                .require(U.equalTo(mode()).on(T.start()))
                .require(U.dn().equalTo(0).on(X.start()).named("left"))
                .require(U.dn().equalTo(0).on(Y.start()).named("bottom"))
                .require(U.dn().plus(U).equalTo(0).on(X.end()).named("right"))
                .require(U.dn().plus(U.times(2)).equalTo(0).on(Y.end()).named("top"));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 41).by(Y, 41).by(T, 21);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, mode().times(exp(T.times(-(A * A + B * B))))));
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Carslaw, Jaeger, Conduction of Heat in Solids (1959), chapter III";
    }
}
