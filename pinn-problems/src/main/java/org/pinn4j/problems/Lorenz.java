package org.pinn4j.problems;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Lorenz' equations with r = 28 for so short a time that chaos has not yet taken the digits. No closed form is known. */
public record Lorenz() implements CatalogueProblem {
    public static final Axis T = Axis.time("t", 0, 3);
    public static final Field A = Field.of("a", T);
    public static final Field B = Field.of("b", T);
    public static final Field C = Field.of("c", T);

    private static final double PRANDTL = 10;
    private static final double RAYLEIGH = 28;
    private static final double RATIO = 8.0 / 3;

    @Override
    public String name() {
        return "lorenz";
    }

    @Override
    public String title() {
        return "Lorenz, a' = 10(b - a), b' = a(28 - c) - b, c' = ab - 8c/3";
    }

    @Override
    public Problem statement() {
        return Problem.over(T)
                .named(name())
                .require(A.d(T).equalTo(B.minus(A).times(PRANDTL)))
                .require(B.d(T).equalTo(A.times(C.negate().plus(RAYLEIGH)).minus(B)))
                .require(C.d(T).equalTo(A.times(B).minus(C.times(RATIO))))
                .require(A.equalTo(-8).on(T.start()).named("initial-a"))
                .require(B.equalTo(7).on(T.start()).named("initial-b"))
                .require(C.equalTo(27).on(T.start()).named("initial-c"));
    }

    @Override
    public Grid grid() {
        return Grid.of(T, 3001);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.empty();
    }

    @Override
    public double floor() {
        return 3e-11;
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "Lorenz, J. Atmos. Sci. 20 (1963) 130; start and time: the example of DeepXDE, with r = 28 in place of 15";
    }
}
