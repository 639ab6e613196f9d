package org.pinn4j.validation.discrete;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;

/** Known functions of the coordinates at fixed points of space: those without time evaluated once, the others at each new time. */
final class PointData {
    private final List<Axis> axes;
    private final int timeAxis;
    private final int count;
    private final double[] x;
    private final double[] normals;
    private final double[][] columns;
    private final double[][] moving;
    private final CoordinateProgram program;
    private final CoordinateProgram.Scratch scratch;
    private double at = Double.NaN;

    /**
     * @param x [axes × n], kept and overwritten in the row of time
     * @param normals [axes × n] outward unit normals of space
     */
    PointData(List<Expr> expressions, List<Axis> axes, int count, double[] x, double[] normals) {
        this.axes = axes;
        this.timeAxis = timeAxis(axes);
        this.count = count;
        this.x = x;
        this.normals = normals;
        this.columns = new double[expressions.size()][count];
        List<Expr> still = new ArrayList<>();
        List<Expr> changing = new ArrayList<>();
        List<double[]> stillColumns = new ArrayList<>();
        List<double[]> changingColumns = new ArrayList<>();
        for (int k = 0; k < columns.length; k++) {
            boolean moves =
                    timeAxis >= 0 && Leaves.of(expressions.get(k)).axes().contains(axes.get(timeAxis));
            (moves ? changing : still).add(expressions.get(k));
            (moves ? changingColumns : stillColumns).add(columns[k]);
        }
        if (!still.isEmpty()) {
            CoordinateProgram once = CoordinateProgram.compile(still, axes);
            once.evaluate(count, x, normals, null, stillColumns.toArray(double[][]::new), once.scratch(count));
        }
        this.moving = changingColumns.toArray(double[][]::new);
        this.program = CoordinateProgram.compile(changing, axes);
        this.scratch = program.scratch(count);
    }

    private static int timeAxis(List<Axis> axes) {
        for (int a = 0; a < axes.size(); a++) {
            if (axes.get(a).isTime()) {
                return a;
            }
        }
        return -1;
    }

    /** [expressions][n] at a time. */
    double[][] at(double t) {
        if (t != at && moving.length > 0) {
            moveTo(t);
            program.evaluate(count, x, normals, null, moving, scratch);
            at = t;
        }
        return columns;
    }

    private void moveTo(double t) {
        if (timeAxis >= 0) {
            Arrays.fill(x, timeAxis * count, (timeAxis + 1) * count, t);
        }
    }

    /** The coordinates at a time, in the order of other axes; a new array. */
    double[] coordinates(List<Axis> order, double t) {
        moveTo(t);
        double[] result = new double[order.size() * count];
        for (int a = 0; a < order.size(); a++) {
            System.arraycopy(x, axes.indexOf(order.get(a)) * count, result, a * count, count);
        }
        return result;
    }
}
