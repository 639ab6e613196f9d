package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.PAPER;
import static org.pinn4j.problems.Published.Seen.QUOTED;
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
 * A string of wave speed 2 between two fixed ends: a standing wave and one of its harmonics.
 * @param harmonic which one
 */
public record Wave(int harmonic) implements CatalogueProblem {
    public static final double SPEED = 2;
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    private static final double FLOOR = 4e-15;
    private static final List<Published> FOURTH = List.of(
            Published.of(1.2e-15, QUOTED, "sketched Gauss-Newton, 2 windows in time (DSGNAR, arXiv 2607.02194)")
                    .on("H100")
                    .within(635),
            Published.of(1.3e-6, PAPER, "least squares on 1,500 sines (FastLSQ, arXiv 2602.10541)")
                    .on("GPU")
                    .within(0.06),
            Published.of(1.2e-5, REPOSITORY, "Adam, 100,000 steps (jaxpi2)"));
    private static final List<Published> FIFTH = List.of(
            Published.of(1.27e-2, PAPER, "NysNewton-CG after Adam and L-BFGS, 4 × 200 (Rathore et al., ICML 2024)"));

    /** With the fourth harmonic, the one that most tables have. */
    public Wave() {
        this(4);
    }

    @Override
    public String name() {
        return harmonic == 4 ? "wave" : "wave-" + harmonic;
    }

    @Override
    public String title() {
        return "Wave, u_tt = 4 u_xx, modes 1 and " + harmonic;
    }

    @Override
    public Problem statement() {
        var start = sin(X.times(Math.PI)).plus(sin(X.times(harmonic * Math.PI)).times(0.5));
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T, T).equalTo(U.d(X, X).times(SPEED * SPEED)))
                .require(U.equalTo(start).on(T.start()))
                .require(U.d(T).equalTo(0).on(T.start()).named("initial-velocity"))
                .require(U.equalTo(0).on(X.ends()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(T, 101);
    }

    /** sin πx cos 2πt + ½ sin bπx cos 2bπt, b the harmonic. */
    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm(
                        "closed form", U, FLOOR, p -> mode(1, p[0], p[1]) + 0.5 * mode(harmonic, p[0], p[1]))
                .as(mode(1).plus(mode(harmonic).times(0.5))));
    }

    private static Expr mode(int k) {
        return sin(X.times(k * Math.PI)).times(cos(T.times(SPEED * k * Math.PI)));
    }

    private static double mode(int k, double x, double t) {
        return Math.sin(k * Math.PI * x) * Math.cos(SPEED * k * Math.PI * t);
    }

    @Override
    public List<Published> published() {
        return harmonic == 4 ? FOURTH : FIFTH;
    }

    @Override
    public String source() {
        return "Wang, Teng, Perdikaris, SIAM J. Sci. Comput. 43 (2021) A3055; Hao et al., arXiv 2306.08827 (PINNacle)";
    }
}
