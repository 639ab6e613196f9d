package org.pinn4j.problems;

import static org.pinn4j.pde.Expr.exp;

import java.util.List;
import java.util.Optional;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * Convection with little diffusion on the unit interval: a straight line, and a layer of width ε at the right end.
 * @param epsilon diffusivity
 */
public record BoundaryLayer(double epsilon) implements CatalogueProblem {
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Field U = Field.of("u", X);

    private static final int POINTS = 1001;
    /** Widths of the layer that the second grid looks at. */
    private static final double WIDTHS = 30;

    @Override
    public String name() {
        return "layer-1e-" + digits();
    }

    private long digits() {
        return Math.round(-Math.log10(epsilon));
    }

    @Override
    public String title() {
        return "Boundary layer, -ε u_xx + u_x = 1, ε = 1e-" + digits();
    }

    @Override
    public Problem statement() {
        return Problem.over(X)
                .named(name())
                .require(U.d(X, X).times(-epsilon).plus(U.d(X)).equalTo(1))
                .require(U.equalTo(0).on(X.ends()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, POINTS);
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, solution(X, epsilon)).by(U, p -> value(p[0], epsilon)));
    }

    /** The interval, and the layer alone. */
    @Override
    public List<Grid> grids() {
        return List.of(grid(), Grid.of(X, even(1 - WIDTHS * epsilon, 1, POINTS)));
    }

    /** So many equally spaced coordinates, both ends among them. */
    static double[] even(double from, double to, int count) {
        double[] x = new double[count];
        for (int k = 0; k < count; k++) {
            x[k] = k == count - 1 ? to : from + (to - from) * k / (count - 1);
        }
        return x;
    }

    /** The same as a number: of (s − 1)/ε the normal form takes two large numbers from each other. */
    static double value(double s, double epsilon) {
        double far = Math.exp(-1 / epsilon);
        return s - (Math.exp((s - 1) / epsilon) - far) / (1 - far);
    }

    /** s − (e^((s−1)/ε) − e^(−1/ε))/(1 − e^(−1/ε)): −εw″ + w′ = 1, w(0) = w(1) = 0. */
    static Expr solution(Expr s, double epsilon) {
        double far = Math.exp(-1 / epsilon);
        return s.minus(exp(s.minus(1).over(epsilon)).minus(far).over(1 - far));
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "the model problem of Roos, Stynes, Tobiska, Robust Numerical Methods for Singularly Perturbed Differential Equations (2008)";
    }
}
