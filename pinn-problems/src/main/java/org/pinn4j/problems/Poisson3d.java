package org.pinn4j.problems;

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

/** Poisson's equation on the unit cube, three half waves along an axis. */
public record Poisson3d() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Axis Z = Axis.of("z", 0, 1);
    public static final Field U = Field.of("u", X, Y, Z);

    private static Expr mode() {
        return sin(X.times(3 * Math.PI)).times(sin(Y.times(Math.PI))).times(sin(Z.times(2 * Math.PI)));
    }

    @Override
    public String name() {
        return "poisson-3d";
    }

    @Override
    public String title() {
        return "Poisson, -Δu = 14π² sin 3πx sin πy sin 2πz";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, Y, Z)
                .named(name())
                .require(U.d(X, X)
                        .plus(U.d(Y, Y))
                        .plus(U.d(Z, Z))
                        .negate()
                        .equalTo(mode().times(14 * Math.PI * Math.PI)))
                .require(U.equalTo(0).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 31).by(Y, 31).by(Z, 31);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, mode()));
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
