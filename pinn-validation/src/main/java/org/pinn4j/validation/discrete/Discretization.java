package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Names;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;

/**
 * A statement ready to be put on grids. Immutable.
 * <p>Each field has the equation with its highest derivative. On an axis that is not periodic a field of order p gives up p rows in
 * all, at most ⌈p/2⌉ at one end, to the conditions there: the outermost nodes take the conditions, values first, evaluated on the
 * end itself. Where conditions of two axes claim one node, in a corner, the one nearer to its end has it, then a value before a
 * derivative, then the axis stated first. A field of second order in time has its rate as an unknown of its own, and on the rows of
 * a condition the derivative in time of the condition stands beside it.
 */
public final class Discretization {
    private final Statement statement;

    private Discretization(Statement statement) {
        this.statement = statement;
    }

    /**
     * @throws NotDiscretizableException with the reason in one sentence: more than two space axes, orders above 4 in space or 2 in
     *     time, unknown coefficients, data at points, a number of conditions that does not match the orders, and the like
     */
    public static Discretization of(Problem problem) {
        Args.given(problem, "problem");
        return new Discretization(new Statement(problem));
    }

    /**
     * The same of a problem that determines its fields: a grid has no equation for a constant that is free.
     * @throws NotDiscretizableException if it has no grid, or a field is known up to a constant only
     */
    public static Discretization determined(Problem problem) {
        Args.given(problem, "problem");
        Discretization discretization = of(problem);
        Reading.of(problem).gauges().stream().findFirst().ifPresent(gauge -> {
            throw NotDiscretizableException.because(
                    "%s stands by its derivatives alone and is known up to %s, so that the equations of a grid are singular;"
                            + " state its value on an end, or hand in a reference of your own that vanishes in the middle of %s,"
                            + " as the solution does",
                    gauge.field(), gauge.constant(), Names.list(gauge.along()));
        });
        return discretization;
    }

    /** Why a problem cannot be solved on a grid; empty if it can. */
    public static Optional<String> refusal(Problem problem) {
        Args.given(problem, "problem");
        try {
            determined(problem);
            return Optional.empty();
        } catch (NotDiscretizableException e) {
            return Optional.of(e.getMessage());
        }
    }

    public Problem problem() {
        return statement.problem;
    }

    /** In the order of first appearance. */
    public List<Field> fields() {
        return statement.fields;
    }

    public List<Axis> spaceAxes() {
        return statement.space;
    }

    /** Empty for a steady problem. */
    public Optional<Axis> time() {
        return Optional.ofNullable(statement.time);
    }

    /** Order in time of a field, 0 to 2. */
    public int timeOrder(Field field) {
        Args.given(field, "field");
        return statement.timeOrder[statement.fields.indexOf(field)];
    }

    /** Whether a space axis closes on itself, by declaration or by wraps. */
    public boolean periodic(Axis axis) {
        Args.given(axis, "axis");
        return statement.periodic[statement.space.indexOf(axis)];
    }

    /**
     * The problem on a grid.
     * @param cells intervals by space axis
     */
    public DiscreteSystem system(Scheme scheme, int... cells) {
        Args.given(scheme, "scheme", cells, "cells");
        return system(scheme, null, cells);
    }

    /**
     * The problem on a grid, for the correction to a known approximation.
     * @param background null for none
     * @param cells intervals by space axis
     */
    public DiscreteSystem system(Scheme scheme, Background background, int... cells) {
        return new DiscreteSystem(statement, grid(scheme, cells), background);
    }

    /** The nodes alone. @param cells intervals by space axis */
    public SpaceGrid grid(Scheme scheme, int... cells) {
        Args.given(scheme, "scheme", cells, "cells");
        if (cells.length != statement.space.size()) {
            throw new IllegalArgumentException(
                    "cells: need one number for each of %s, got %d".formatted(statement.space, cells.length));
        }
        List<AxisGrid> axes = new ArrayList<>();
        for (int a = 0; a < cells.length; a++) {
            axes.add(scheme.on(statement.space.get(a), cells[a], statement.periodic[a]));
        }
        return new SpaceGrid(axes);
    }
}
