package org.pinn4j.problems;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Predator and prey, about one and a half rounds. No closed form is known; x − 3 ln x + y − 1.5 ln y stays what it is. */
public record LotkaVolterra() implements CatalogueProblem {
    public static final Axis T = Axis.time("t", 0, 10);
    public static final Field X = Field.of("x", T);
    public static final Field Y = Field.of("y", T);

    @Override
    public String name() {
        return "lotka-volterra";
    }

    @Override
    public String title() {
        return "Lotka-Volterra, x' = 1.5x - xy, y' = xy - 3y";
    }

    @Override
    public Problem statement() {
        return Problem.over(T)
                .named(name())
                .require(X.d(T).equalTo(X.times(1.5).minus(X.times(Y))))
                .require(Y.d(T).equalTo(X.times(Y).minus(Y.times(3))))
                .require(X.equalTo(1).on(T.start()).named("initial-x"))
                .require(Y.equalTo(1).on(T.start()).named("initial-y"));
    }

    @Override
    public Grid grid() {
        return Grid.of(T, 1001);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    @Override
    public double floor() {
        return 3e-12;
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Volterra, Mem. Acad. Lincei 2 (1926) 31; Lotka, Elements of Physical Biology (1925)";
    }
}
