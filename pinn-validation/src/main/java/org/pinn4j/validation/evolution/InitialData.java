package org.pinn4j.validation.evolution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.validation.discrete.AxisGrid;
import org.pinn4j.validation.discrete.DiscreteSystem;

/** The initial values of a statement: as they are, and as a grid should see them. */
final class InitialData {
    private static final int SAMPLES = 1 << 18;
    /** Modes this far below the largest are round-off: the datum is resolved, and its values at the nodes are all there is to know. */
    private static final double RESOLVED = 1e-13;

    private InitialData() {}

    /**
     * Puts what is stated where a point lies on the start of time.
     * @param of what of the stated initial value
     * @param x [axes of the field × n]
     */
    static void replaceAtStart(
            Problem problem, Field field, UnaryOperator<Expr> of, double[] x, int n, double[] values) {
        Optional<Expr> datum = Reading.of(problem).initialValue(field);
        if (datum.isEmpty()) {
            return;
        }
        Axis time = problem.time().orElseThrow();
        int row = field.axes().indexOf(time) * n;
        int[] at = IntStream.range(0, n).filter(i -> x[row + i] == time.min()).toArray();
        double[] points = new double[field.axes().size() * at.length];
        for (int a = 0; a < field.axes().size(); a++) {
            for (int k = 0; k < at.length; k++) {
                points[a * at.length + k] = x[a * n + at[k]];
            }
        }
        double[] u = evaluate(of.apply(datum.get()), field.axes(), points, at.length);
        for (int k = 0; k < at.length; k++) {
            values[at[k]] = u[k];
        }
    }

    /** Whether the stated initial value can be differentiated: values known as values alone cannot, along what they vary. */
    static boolean hasSlope(Problem problem, Field field, Axis by) {
        return Reading.of(problem).initialValue(field).stream()
                .flatMap(datum -> Leaves.of(datum).sampledFunctions().stream())
                .noneMatch(f ->
                        Leaves.of(f.arguments().toArray(Expr[]::new)).axes().contains(by));
    }

    private static double[] evaluate(Expr datum, List<Axis> axes, double[] x, int n) {
        if (n == 0) {
            return new double[0];
        }
        CoordinateProgram program = CoordinateProgram.compile(List.of(datum), axes);
        double[][] out = new double[1][n];
        program.evaluate(n, x, null, null, out, program.scratch(n));
        return out[0];
    }

    /**
     * On one periodic axis the values of the datum's Fourier modes up to the finest that the nodes carry, instead of its values
     * there: where it has a kink the latter are wrong by aliases of order h², for all later times; the modes left out are
     * merely absent, and diffusion damps them. Source: Kreiss, Thomée, Widlund, Comm. Pure Appl. Math. 23 (1970) 241.
     * @param y [unknowns], the values overwritten where that changes them
     */
    static void bandLimit(Problem problem, DiscreteSystem system, double[] y) {
        List<AxisGrid> axes = system.grid().axes();
        if (axes.size() != 1 || !axes.get(0).periodic() || axes.get(0).size() > SAMPLES / 8) {
            return;
        }
        for (Field field : system.fields()) {
            Reading.of(problem)
                    .initialValue(field)
                    .flatMap(d -> bandLimited(d, problem, axes.get(0)))
                    .ifPresent(values -> system.setValues(field, values, y));
        }
    }

    private static Optional<double[]> bandLimited(Expr datum, Problem problem, AxisGrid axis) {
        int n = axis.size();
        double[] u = samples(datum, problem, axis.axis());
        double[][] modes = new FourierModes(u).lowest(n);
        double largest = SAMPLES * Arrays.stream(u).map(Math::abs).max().orElse(0); // of any mode
        double cut = 0;
        for (int k = n / 2; k < n; k++) {
            cut = Math.max(cut, Math.hypot(modes[0][k], modes[1][k]));
        }
        return cut <= RESOLVED * largest ? Optional.empty() : Optional.of(values(modes, n));
    }

    private static double[] samples(Expr datum, Problem problem, Axis axis) {
        List<Axis> all = problem.axes();
        double[] x = new double[all.size() * SAMPLES];
        for (int a = 0; a < all.size(); a++) {
            for (int i = 0; i < SAMPLES; i++) {
                x[a * SAMPLES + i] = all.get(a).equals(axis)
                        ? axis.min() + axis.length() * i / SAMPLES
                        : all.get(a).min();
            }
        }
        return evaluate(datum, all, x, SAMPLES);
    }

    private static double[] values(double[][] modes, int n) {
        double[] u = new double[n];
        Complex[] circle = new Complex[n];
        Arrays.setAll(circle, k -> new Complex(Math.cos(2 * Math.PI * k / n), Math.sin(2 * Math.PI * k / n)));
        for (int i = 0; i < n; i++) {
            double sum = modes[0][0];
            for (int k = 1; 2 * k < n; k++) {
                Complex e = circle[(int) ((long) k * i % n)];
                sum += 2 * (modes[0][k] * e.getReal() - modes[1][k] * e.getImaginary());
            }
            u[i] = sum / SAMPLES;
        }
        return u;
    }
}
