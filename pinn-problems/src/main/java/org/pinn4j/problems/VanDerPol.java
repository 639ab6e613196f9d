package org.pinn4j.problems;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Van der Pol's oscillator with μ = 100 over one period: long slow stretches and jumps of width 1/μ. No closed form is known. */
public record VanDerPol() implements CatalogueProblem {
    public static final double MU = 100;
    /** One period is about 162.8. */
    public static final Axis T = Axis.time("t", 0, 165);

    public static final Field Y = Field.of("y", T);

    @Override
    public String name() {
        return "van-der-pol";
    }

    @Override
    public String title() {
        return "Van der Pol, y'' = 100 (1 - y²) y' - y";
    }

    @Override
    public Problem statement() {
        return Problem.over(T)
                .named(name())
                .require(Y.d(T, T)
                        .equalTo(Y.pow(2)
                                .negate()
                                .plus(1)
                                .times(Y.d(T))
                                .times(MU)
                                .minus(Y)))
                .require(Y.equalTo(2).on(T.start()))
                .require(Y.d(T).equalTo(0).on(T.start()).named("initial-speed"));
    }

    @Override
    public Grid grid() {
        return Grid.of(T, 16_501);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    @Override
    public double floor() {
        return 3e-9;
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Hairer, Wanner, Solving Ordinary Differential Equations II, section IV.1, with μ = 100";
    }
}
