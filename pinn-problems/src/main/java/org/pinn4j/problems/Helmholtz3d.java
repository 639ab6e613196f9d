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

/** Helmholtz' equation with wave number 5 on the unit cube, three half waves along an axis under an exponential. */
public record Helmholtz3d() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Axis Z = Axis.of("z", 0, 1);
    public static final Field U = Field.of("u", X, Y, Z);

    private static final double K = 5;

    private static Expr solution() {
        return exp(X.minus(Z).times(0.5))
                .times(sin(X.times(3 * Math.PI)))
                .times(cos(Y.times(Math.PI)))
                .times(cos(Z.times(2 * Math.PI)));
    }

    /** (¼ + ¼ − 14π² + 25)u and the products of the slopes of the exponential and of the waves. */
    private static Expr forcing() {
        Expr envelope = exp(X.minus(Z).times(0.5)).times(cos(Y.times(Math.PI)));
        Expr alongX = cos(X.times(3 * Math.PI)).times(cos(Z.times(2 * Math.PI))).times(3 * Math.PI);
        Expr alongZ = sin(X.times(3 * Math.PI)).times(sin(Z.times(2 * Math.PI))).times(2 * Math.PI);
        return solution().times(0.5 - 14 * Math.PI * Math.PI + K * K).plus(envelope.times(alongX.plus(alongZ)));
    }

    @Override
    public String name() {
        return "helmholtz-3d";
    }

    @Override
    public String title() {
        return "Helmholtz, Δu + 25u = f, e^((x - z)/2) sin 3πx cos πy cos 2πz";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, Y, Z)
                .named(name())
                .require(U.d(X, X)
                        .plus(U.d(Y, Y))
                        .plus(U.d(Z, Z))
                        .plus(U.times(K * K))
                        .equalTo(forcing()))
                .require(U.equalTo(solution()).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 31).by(Y, 31).by(Z, 31);
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
        return "manufactured";
    }
}
