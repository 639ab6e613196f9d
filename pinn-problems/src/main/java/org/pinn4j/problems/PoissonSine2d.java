package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.REPOSITORY;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Poisson's equation on the unit square with the source whose solution is one sine mode. */
public record PoissonSine2d() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Field U = Field.of("u", X, Y);

    /** The source 2π² sin πx sin πy as a number. */
    public static double source(double x, double y) {
        return 2 * Math.PI * Math.PI * Math.sin(Math.PI * x) * Math.sin(Math.PI * y);
    }

    @Override
    public String name() {
        return "poisson-2d";
    }

    @Override
    public String title() {
        return "Poisson, -Δu = 2π² sin πx sin πy";
    }

    @Override
    public Problem statement() {
        var source = sin(X.times(Math.PI)).times(sin(Y.times(Math.PI))).times(2 * Math.PI * Math.PI);
        return Problem.over(X, Y)
                .named(name())
                .require(U.d(X, X).plus(U.d(Y, Y)).negate().equalTo(source))
                .require(U.equalTo(0).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(Y, 101);
    }

    /** sin πx sin πy. */
    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm(
                        "closed form", U, 1e-15, p -> Math.sin(Math.PI * p[0]) * Math.sin(Math.PI * p[1]))
                .as(sin(X.times(Math.PI)).times(sin(Y.times(Math.PI)))));
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(
                        1.2e-7,
                        REPOSITORY,
                        "energy natural gradient, 257 parameters (Dangel, Müller, Zeinhofer, NeurIPS 2024)")
                .on("RTX 6000")
                .within(468)
                .remarked("6.1e-8 root mean square, over that of the truth"));
    }

    @Override
    public String source() {
        return "Müller, Zeinhofer, Achieving high accuracy with PINNs via energy natural gradients, ICML 2023";
    }
}
