package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.PAPER;
import static org.pinn4j.problems.Published.Seen.QUOTED;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * A sine carried round a periodic interval: with c = 40 and T = 1 more than six times.
 * @param speed c
 */
public record Convection(int speed) implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 2 * Math.PI);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    private static final double FLOOR = 4e-15;
    private static final double FAST_FLOOR = 1e-14;
    private static final List<Published> SLOW = List.of(
            Published.of(8.42e-9, QUOTED, "Frozen-PINN with sampled weights (arXiv 2405.20836)")
                    .on("CPU")
                    .within(0.7),
            Published.of(1.94e-3, PAPER, "NysNewton-CG after Adam and L-BFGS, 4 × 200 (Rathore et al., ICML 2024)"));
    private static final List<Published> FAST = List.of(
            Published.of(1e-4, PAPER, "Frozen-PINN (arXiv 2405.20836)").remarked("said to be below this, no table"));

    /** With c = 40, the speed that most tables have. */
    public Convection() {
        this(40);
    }

    @Override
    public String name() {
        return speed == 40 ? "convection" : "convection-" + speed;
    }

    @Override
    public String title() {
        return "Convection, u_t + %d u_x = 0".formatted(speed);
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T).plus(U.d(X).times(speed)).equalTo(0))
                .require(U.equalTo(sin(X)).on(T.start()))
                .periodicIn(X);
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).periodic(X).by(T, 101);
    }

    /** sin(x − ct). */
    @Override
    public Optional<Reference> exact() {
        return Optional.of(new ClosedForm(
                        "closed form", U, speed == 40 ? FLOOR : FAST_FLOOR, p -> Math.sin(p[0] - speed * p[1]))
                .as(sin(X.minus(T.times(speed)))));
    }

    @Override
    public List<Published> published() {
        return speed == 40 ? SLOW : FAST;
    }

    @Override
    public String source() {
        return "Krishnapriyan et al., NeurIPS 2021 (arXiv 2109.01050); with c = 40: Rathore et al., ICML 2024 (arXiv 2402.01868)";
    }
}
