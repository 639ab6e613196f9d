package org.pinn4j.periodic;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.compile.Program;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Evolution;

/** N(u) of an evolution, compiled: which derivatives of which fields it needs. Immutable. */
final class Remainder {
    private final Evolution evolution;
    private final Program program;
    private final CoordinateProgram data;

    Remainder(Evolution evolution) {
        this.evolution = evolution;
        this.program = Program.compile(evolution.remainder());
        this.data =
                CoordinateProgram.compile(program.data(), evolution.problem().axes());
    }

    Program program() {
        return program;
    }

    int states() {
        return program.states().size();
    }

    int outputs() {
        return program.outputs();
    }

    /** The field of a state. */
    int field(int state) {
        return evolution.fields().indexOf(program.states().get(state).field());
    }

    /** Orders of a state by the space axes. */
    List<Integer> orders(int state) {
        return program.states().get(state).ordersBy(evolution.space());
    }

    /** Whether it is a source alone. */
    boolean isGiven() {
        return states() == 0;
    }

    /** Whether it is zero. */
    boolean isNothing() {
        return evolution.remainder().stream().allMatch(e -> e.equals(org.pinn4j.pde.Expr.constant(0)));
    }

    /**
     * What it needs to know of the points alone.
     * @param shift of the grid, as a part of its step
     * @param times [columns]
     * @return [data][points of the grid × columns], or none
     */
    double[][] given(int[] grid, double shift, double[] times) {
        int columns = times.length;
        int n = Grids.size(grid) * columns;
        double[][] out = new double[program.data().size()][n];
        if (out.length > 0) {
            data.evaluate(n, coordinates(grid, shift, times), null, null, out, data.scratch(n));
        }
        return out;
    }

    private double[] coordinates(int[] grid, double shift, double[] times) {
        List<Axis> axes = evolution.problem().axes();
        int columns = times.length;
        int points = Grids.size(grid);
        double[] x = new double[axes.size() * points * columns];
        for (int i = 0; i < points; i++) {
            double[] place = place(grid, shift, i);
            for (int c = 0; c < columns; c++) {
                for (int a = 0; a < axes.size(); a++) {
                    int k = evolution.space().indexOf(axes.get(a));
                    x[(a * points + i) * columns + c] = k < 0 ? times[c] : place[k];
                }
            }
        }
        return x;
    }

    private double[] place(int[] grid, double shift, int point) {
        double[] place = new double[grid.length];
        int rest = point;
        for (int a = grid.length - 1; a >= 0; a--) {
            Axis axis = evolution.space().get(a);
            place[a] = axis.min() + axis.length() * (rest % grid[a] + shift) / grid[a];
            rest /= grid[a];
        }
        return place;
    }

    /** Initial values of each field on a grid: [fields][points]. */
    List<double[]> initial(int[] grid) {
        List<double[]> all = new ArrayList<>();
        double[] x = coordinates(grid, 0, new double[] {evolution.time().min()});
        for (int f = 0; f < evolution.fields().size(); f++) {
            all.add(CoordinateProgram.values(
                    evolution.initial().get(f), evolution.problem().axes(), x, Grids.size(grid)));
        }
        return all;
    }
}
