package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.QUOTED;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Helmholtz' equation with wave number 1 on a square of side 2, one wave across and four along. */
public record Helmholtz() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", -1, 1);
    public static final Axis Y = Axis.of("y", -1, 1);
    public static final Field U = Field.of("u", X, Y);

    private static final double FLOOR = 2e-15;

    private static Expr modes() {
        return sin(X.times(Math.PI)).times(sin(Y.times(4 * Math.PI)));
    }

    @Override
    public String name() {
        return "helmholtz";
    }

    @Override
    public String title() {
        return "Helmholtz, Δu + u = (1 - 17π²) sin πx sin 4πy";
    }

    @Override
    public Problem statement() {
        Expr source = modes().times(1 - 17 * Math.PI * Math.PI);
        return Problem.over(X, Y)
                .named(name())
                .require(U.d(X, X).plus(U.d(Y, Y)).plus(U).equalTo(source))
                .require(U.equalTo(0).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(Y, 101);
    }

    /** sin πx sin 4πy. */
    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm(
                        "closed form", U, FLOOR, p -> Math.sin(Math.PI * p[0]) * Math.sin(4 * Math.PI * p[1]))
                .as(modes()));
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.of(2.0e-9, QUOTED, "SPRING, 4 × 30 with a Fourier mode (arXiv 2604.05230, table 3)")
                        .within(540),
                Published.of(3.6e-9, QUOTED, "SSBroyden, the same network").within(319));
    }

    @Override
    public String source() {
        return "Wang, Teng, Perdikaris, SIAM J. Sci. Comput. 43 (2021) A3055, with modes 1 and 4";
    }
}
