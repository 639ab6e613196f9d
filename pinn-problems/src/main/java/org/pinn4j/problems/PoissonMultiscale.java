package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.QUOTED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Poisson's equation on the unit square with waves of four lengths in its solution. */
public record PoissonMultiscale() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Field U = Field.of("u", X, Y);

    private static final int[] WAVES = {4, 8, 12, 16};

    private static Expr mode(int w) {
        return sin(X.times(w * Math.PI)).times(sin(Y.times(w * Math.PI)));
    }

    private static Expr mean(IntToDoubleFunction factor) {
        return Expr.sum(Arrays.stream(WAVES)
                .mapToObj(w -> mode(w).times(factor.applyAsDouble(w) / WAVES.length))
                .toList());
    }

    @Override
    public String name() {
        return "poisson-multiscale";
    }

    @Override
    public String title() {
        return "Poisson, -Δu = f, ¼ Σ sin wπx sin wπy, w = 4, 8, 12, 16";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, Y)
                .named(name())
                .require(U.d(X, X).plus(U.d(Y, Y)).negate().equalTo(mean(w -> 2 * Math.PI * Math.PI * w * w)))
                .require(U.equalTo(0).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 201).by(Y, 201);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(3e-15, U, mean(w -> 1)));
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(
                        4.46e-14,
                        QUOTED,
                        "sketched Gauss-Newton, 4 × 60 with 4 Fourier modes (DSGNAR, arXiv 2607.02194)")
                .on("H100")
                .within(281));
    }

    @Override
    public String source() {
        return "the four wave numbers: DSGNAR (arXiv 2607.02194), of which the domain was not seen; the unit square is ours";
    }
}
