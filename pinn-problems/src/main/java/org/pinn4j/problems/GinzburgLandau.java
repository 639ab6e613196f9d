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

/** The complex equation of Ginzburg and Landau, A = u + iv, on a plane that closes on itself: two spirals wind up. */
public record GinzburgLandau() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", -1, 1);
    public static final Axis Y = Axis.of("y", -1, 1);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, Y, T);
    public static final Field V = Field.of("v", X, Y, T);

    private static final double RATE = 10;
    private static final double DIFFUSIVITY = RATE / 2500;
    private static final double TWIST = 1.5;

    private static Expr growth(Field w, Expr turned) {
        Expr size = U.pow(2).plus(V.pow(2));
        return w.d(X, X)
                .plus(w.d(Y, Y))
                .times(DIFFUSIVITY)
                .plus(w.minus(size.times(w.plus(turned.times(TWIST)))).times(RATE));
    }

    private static Expr seed(Axis across) {
        return across.times(10).times(exp(X.pow(2).plus(Y.pow(2)).times(-25)));
    }

    @Override
    public String name() {
        return "ginzburg-landau";
    }

    @Override
    public String title() {
        return "Ginzburg-Landau, A_t = 0.004 ΔA + 10 A - 10 (1 + 1.5i) A |A|², A = u + iv";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, Y, T)
                .named(name())
                .require(U.d(T).equalTo(growth(U, V.negate())))
                .require(V.d(T).equalTo(growth(V, U)))
                .require(U.equalTo(seed(Y)).on(T.start()).named("initial-u"))
                .require(V.equalTo(seed(X)).on(T.start()).named("initial-v"))
                .periodicIn(X)
                .periodicIn(Y);
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
                Published.of(1.1e-2, REPOSITORY, "pseudo-time steps (arXiv 2604.23528)")
                        .remarked("against a solution with 200 × 200 modes and steps of 1e-3"),
                Published.of(1.49e-2, REPOSITORY, "PirateNet (arXiv 2402.00326)"),
                Published.of(3.2e-2, REPOSITORY, "JAX-PI, modified network"));
    }

    @Override
    public String source() {
        return "Trefethen, Complex Ginzburg-Landau equation in 2D (Chebfun examples, 2016); constants and initial values: Wang, Li, Chen,"
                + " Perdikaris, J. Mach. Learn. Res. 25 (2024), read in the script that makes their reference";
    }
}
