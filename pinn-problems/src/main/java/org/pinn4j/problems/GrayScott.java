package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.exp;
import static org.pinn4j.problems.Published.Seen.REPOSITORY;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * Gray and Scott's reaction on a plane that closes on itself: a seed grows into rings and spots. Time is in thousands of the usual
 * units. The initial values do not close on themselves: they differ by 1e-4 across the wrap, and diffusion closes them.
 */
public record GrayScott() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", -1, 1);
    public static final Axis Y = Axis.of("y", -1, 1);
    public static final Axis T = Axis.time("t", 0, 2);
    public static final Field U = Field.of("u", X, Y, T);
    public static final Field V = Field.of("v", X, Y, T);

    private static final String WRAP = "as published; 1e-4, and diffusion closes it at once";

    private static Expr seed(double x, double y) {
        return exp(X.minus(x).pow(2).plus(Y.minus(y).pow(2)).times(-10));
    }

    private static Expr laplacian(Field w) {
        return w.d(X, X).plus(w.d(Y, Y));
    }

    @Override
    public String name() {
        return "gray-scott";
    }

    @Override
    public String title() {
        return "Gray-Scott, u_t = 0.2 Δu + 40(1 - u) - 1000 u v², v_t = 0.1 Δv - 100 v + 1000 u v²";
    }

    @Override
    public Problem statement() {
        Expr reaction = U.times(V.pow(2)).times(1000);
        Problem stated = Problem.over(X, Y, T)
                .named(name())
                .require(U.d(T).equalTo(laplacian(U)
                        .times(0.2)
                        .plus(Expr.constant(1).minus(U).times(40))
                        .minus(reaction)))
                .require(V.d(T).equalTo(
                                laplacian(V).times(0.1).minus(V.times(100)).plus(reaction)))
                .require(U.equalTo(Expr.constant(1).minus(seed(-0.05, -0.02)))
                        .on(T.start())
                        .named("initial-u"))
                .require(V.equalTo(seed(0.05, 0.02)).on(T.start()).named("initial-v"))
                .periodicIn(X)
                .periodicIn(Y);
        for (String datum : List.of("initial-u", "initial-v")) {
            for (Axis axis : List.of(X, Y)) {
                stated = stated.acknowledge("wrap-jump:%s:%s".formatted(datum, axis.name()), WRAP);
            }
        }
        return stated;
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(Y, 101).by(T, 21).periodic(X).periodic(Y);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    @Override
    public double floor() {
        return 3e-5;
    }

    @Override
    public List<Published> published() {
        return List.of(
                Published.of(3.61e-3, REPOSITORY, "PirateNet (arXiv 2402.00326)")
                        .remarked("against a solution with 200 × 200 modes and steps of 1e-3"),
                Published.of(6.13, REPOSITORY, "JAX-PI, modified network"));
    }

    @Override
    public String source() {
        return "Trefethen, Gray-Scott equations in 2D (Chebfun examples, 2016); constants and initial values: Wang, Li, Chen,"
                + " Perdikaris, J. Mach. Learn. Res. 25 (2024), read in the script that makes their reference";
    }
}
