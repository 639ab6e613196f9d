package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.cos;
import static org.pinn4j.pde.Expr.sin;
import static org.pinn4j.problems.Published.Seen.QUOTED;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** A beam between two hinges, driven: the Euler-Bernoulli equation, of fourth order in space. */
public record Beam() implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, Math.PI);
    public static final Axis T = Axis.time("t", 0, 1);
    public static final Field U = Field.of("u", X, T);

    private static Expr solution() {
        return sin(X).times(cos(T.times(4 * Math.PI)));
    }

    @Override
    public String name() {
        return "beam";
    }

    @Override
    public String title() {
        return "Beam, u_tt + u_xxxx = (1 - 16π²) sin x cos 4πt";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, T)
                .named(name())
                .require(U.d(T, T).plus(U.d(X, X, X, X)).equalTo(solution().times(1 - 16 * Math.PI * Math.PI)))
                .require(U.equalTo(sin(X)).on(T.start()))
                .require(U.d(T).equalTo(0).on(T.start()).named("initial-speed"))
                .require(U.equalTo(0).on(X.ends()))
                .require(U.d(X, X).equalTo(0).on(X.ends()).named("moment"));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, 101).by(T, 101);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, solution()));
    }

    @Override
    public List<Published> published() {
        return List.of(Published.of(9.33e-9, QUOTED, "Frozen-PINN (arXiv 2405.20836)")
                .on("CPU")
                .within(6.9)
                .remarked("that its beam is this one was not seen"));
    }

    @Override
    public String source() {
        return "Kapoor, Wang, Núñez, Dollevoet, IEEE Trans. Neural Netw. Learn. Syst. 35 (2024), beams";
    }
}
