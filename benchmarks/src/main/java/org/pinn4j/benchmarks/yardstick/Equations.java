package org.pinn4j.benchmarks.yardstick;

import static org.pinn4j.pde.Expr.sin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pinn4j.ansatz.AnsatzDesign;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.problems.Burgers;

/**
 * The equations of the yardstick. Every condition is met by the form of the solution, so that a step is the residual of the
 * interior alone; they are there to be timed, and are not all well posed.
 */
final class Equations {
    private static final Axis X = Axis.of("x", -1, 1);
    private static final Axis T = Axis.time("t", 0, 1);
    private static final double DISPERSION = 0.0025;
    private static final Map<String, Supplier<Problem>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("burgers", () -> new Burgers().statement());
        ALL.put("kdv", Equations::korteweg);
        ALL.put("laplace-2d", () -> laplace(2));
        ALL.put("laplace-3d", () -> laplace(3));
        ALL.put("laplace-10d", () -> laplace(10));
        ALL.put("two-field", Equations::schroedinger);
    }

    private Equations() {}

    static Problem named(String name) {
        Supplier<Problem> found = ALL.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no equation '%s'; there are %s".formatted(name, ALL.keySet()));
        }
        return found.get();
    }

    /** Every condition in the form of the solution, on a cube of many faces too, where none is derived. */
    static AnsatzDesign design(Problem problem) {
        AnsatzDesign derived = AnsatzDesign.of(problem);
        if (problem.axes().size() <= 3) {
            return derived;
        }
        List<Expr> parabolas =
                problem.axes().stream().map(x -> x.times(x.minus(1)).times(-4)).toList();
        return derived.with(
                problem.fields().get(0), Expr.constant(0), Expr.product(parabolas), "zero on every face by its form");
    }

    /** u_t + u u_x + 0.0025 u_xxx = 0. */
    private static Problem korteweg() {
        Field u = Field.of("u", X, T);
        return Problem.over(X, T)
                .named("kdv")
                .require(u.d(T).plus(u.times(u.d(X)))
                        .plus(u.d(X, X).d(X).times(DISPERSION))
                        .equalTo(0))
                .require(u.equalTo(sin(X.times(Math.PI)).negate()).on(T.start()))
                .require(u.equalTo(0).on(X.ends()));
    }

    /** Δu = x₁ + 2x₂ + ... on the unit cube. */
    private static Problem laplace(int dimension) {
        Axis[] axes = new Axis[dimension];
        Arrays.setAll(axes, k -> Axis.of("x" + (k + 1), 0, 1));
        Field u = Field.of("u", axes);
        Expr laplacian = u.d(axes[0], axes[0]);
        Expr source = axes[0];
        for (int k = 1; k < dimension; k++) {
            laplacian = laplacian.plus(u.d(axes[k], axes[k]));
            source = source.plus(axes[k].times(k + 1.0));
        }
        return Problem.over(axes)
                .named("laplace-" + dimension + "d")
                .require(laplacian.equalTo(source))
                .require(u.equalTo(0).on(Region.boundary()));
    }

    /** The real and the imaginary part of i h_t + h_xx/2 + |h|²h = 0. */
    private static Problem schroedinger() {
        Field u = Field.of("u", X, T);
        Field v = Field.of("v", X, T);
        Expr square = u.times(u).plus(v.times(v));
        Expr start = sin(X.plus(1).times(Math.PI / 2));
        return Problem.over(X, T)
                .named("two-field")
                .require(u.d(T).plus(v.d(X, X).times(0.5)).plus(square.times(v)).equalTo(0))
                .require(v.d(T).minus(u.d(X, X).times(0.5))
                        .minus(square.times(u))
                        .equalTo(0))
                .require(u.equalTo(start).on(T.start()))
                .require(v.equalTo(0).on(T.start()))
                .require(u.equalTo(0).on(X.ends()))
                .require(v.equalTo(0).on(X.ends()));
    }
}
