package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.REPOSITORY;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Bratu's equation on the unit square with the source whose solution is one sine mode. */
public record Bratu2d() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Field U = Field.of("u", X, Y);

    private static Expr mode() {
        return sin(X.times(Math.PI)).times(sin(Y.times(Math.PI)));
    }

    @Override
    public String name() {
        return "bratu-2d";
    }

    @Override
    public String title() {
        return "Bratu, -Δu - e^u = f, one sine mode";
    }

    @Override
    public Problem statement() {
        Expr source = mode().times(2 * Math.PI * Math.PI).minus(exp(mode()));
        return Problem.over(X, Y)
                .named(name())
                .require(U.d(X, X).plus(U.d(Y, Y)).negate().minus(exp(U)).equalTo(source))
                .require(U.equalTo(0).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(Y, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, mode()));
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(1.5e-7, REPOSITORY, "Newton on 1,500 sines (FastLSQ, arXiv 2602.10541)")
                .on("GPU")
                .within(7.0));
    }

    @Override
    public String source() {
        return "Bratu, Bull. Soc. Math. France 42 (1914) 113; source and λ = 1: FastLSQ (arXiv 2602.10541)";
    }
}
