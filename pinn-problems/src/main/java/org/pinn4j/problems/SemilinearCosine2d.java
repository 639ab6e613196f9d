package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** A steady nonlinear equation on the unit square, with source and boundary values made for a given solution. */
public record SemilinearCosine2d() implements CatalogueProblem {
    public static final double AMPLITUDE = 2;
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Field U = Field.of("u", X, Y);

    private static Expr truth() {
        return cos(X.times(Math.PI)).times(cos(Y.times(Math.PI))).times(AMPLITUDE);
    }

    @Override
    public String name() {
        return "semilinear-2d";
    }

    @Override
    public String title() {
        return "Semilinear, -Δu + u³ = f for u = 2 cos πx cos πy";
    }

    @Override
    public Problem statement() {
        Expr truth = truth();
        Expr source = truth.times(2 * Math.PI * Math.PI).plus(truth.pow(3));
        return Problem.over(X, Y)
                .named(name())
                .require(U.pow(3).minus(U.d(X, X)).minus(U.d(Y, Y)).equalTo(source))
                .require(U.equalTo(truth).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(Y, 101);
    }

    /** 2 cos πx cos πy. */
    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm(
                        "closed form", U, 1e-15, p -> AMPLITUDE * Math.cos(Math.PI * p[0]) * Math.cos(Math.PI * p[1]))
                .as(truth()));
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "the nonlinear example of Müller, Zeinhofer, ICML 2023 (arXiv 2302.13163), in two dimensions";
    }
}
