package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cosh;
import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.log;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * Bratu's equation for fuel that ignites, on an interval with λ = 1. It has two solutions up to λ = 3.5138; meant is the lower one.
 */
public record Bratu() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Field U = Field.of("u", X);

    /** The smaller root of θ = √2 cosh(θ/4). */
    private static final double THETA = 1.5171645990507543;

    @Override
    public String name() {
        return "bratu";
    }

    @Override
    public String title() {
        return "Bratu, u_xx + e^u = 0, the lower branch";
    }

    @Override
    public Problem statement() {
        return Problem.over(X)
                .named(name())
                .require(U.d(X, X).plus(exp(U)).equalTo(0))
                .require(U.equalTo(0).on(X.ends()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101);
    }

    @Override
    public Optional<Reference> exact() {
        Expr ratio = cosh(X.minus(0.5).times(THETA / 2)).over(Math.cosh(THETA / 4));
        return Optional.of(Formula.of(3e-15, U, log(ratio).times(-2)));
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Ascher, Mattheij, Russell, Numerical Solution of Boundary Value Problems (1988)";
    }
}
