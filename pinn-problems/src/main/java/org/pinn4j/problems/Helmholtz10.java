package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.PAPER;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Helmholtz' equation with wave number 10 on the unit square, a solution that does not vanish on the boundary. */
public record Helmholtz10() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Field U = Field.of("u", X, Y);

    private static final double K = 10;

    private static Expr mode() {
        return sin(X.times(K)).times(sin(Y.times(K)));
    }

    @Override
    public String name() {
        return "helmholtz-10";
    }

    @Override
    public String title() {
        return "Helmholtz, Δu + 100u = -100 sin 10x sin 10y";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, Y)
                .named(name())
                .require(U.d(X, X).plus(U.d(Y, Y)).plus(U.times(K * K)).equalTo(mode().times(-K * K)))
                .require(U.equalTo(mode()).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 201).by(Y, 201);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, mode()));
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(1.9e-6, PAPER, "least squares on 1,500 sines (FastLSQ, arXiv 2602.10541)")
                .on("GPU")
                .within(0.08));
    }

    @Override
    public String source() {
        return "FastLSQ (arXiv 2602.10541), from its code";
    }
}
