package org.pinn4j.problems;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Region;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/** Convection along the diagonal of the unit square with little diffusion: layers of width ε at two sides, and a corner of both. */
public record BoundaryLayer2d() implements CatalogueProblem {
    public static final double EPSILON = 1e-3;
    public static final Axis X = Axis.of("x", 0, 1);
    public static final Axis Y = Axis.of("y", 0, 1);
    public static final Field U = Field.of("u", X, Y);

    private static final int HALF = 100;
    private static final double WIDTHS = 30;

    private static Expr along(Axis axis) {
        return BoundaryLayer.solution(axis, EPSILON);
    }

    /** Half of the points in the layer. */
    private static double[] coordinates() {
        double layer = 1 - WIDTHS * EPSILON;
        return DoubleStream.concat(
                        DoubleStream.of(BoundaryLayer.even(0, layer, HALF + 1)),
                        DoubleStream.of(BoundaryLayer.even(layer, 1, HALF + 1)).skip(1))
                .toArray();
    }

    @Override
    public String name() {
        return "layer-2d";
    }

    @Override
    public String title() {
        return "Boundary layers, -0.001 Δu + u_x + u_y = w(x) + w(y)";
    }

    @Override
    public Problem statement() {
        return Problem.over(X, Y)
                .named(name())
                .require(U.d(X, X)
                        .plus(U.d(Y, Y))
                        .times(-EPSILON)
                        .plus(U.d(X))
                        .plus(U.d(Y))
                        .equalTo(along(X).plus(along(Y))))
                .require(U.equalTo(0).on(Region.boundary()));
    }

    @Override
    public Grid grid() {
        return Grid.of(X, coordinates()).by(Y, coordinates());
    }

    @Override
    public Optional<Reference> exact() {
        return Optional.of(Formula.of(1e-15, U, along(X).times(along(Y)))
                .by(U, p -> BoundaryLayer.value(p[0], EPSILON) * BoundaryLayer.value(p[1], EPSILON)));
    }

    @Override
    public List<Published> published() {
        return List.of();
    }

    @Override
    public String source() {
        return "the product of two solutions of the problem on the interval; the interval: Roos, Stynes, Tobiska (2008)";
    }
}
