package org.pinn4j.compile;

import java.util.List;
import java.util.stream.IntStream;
import org.pinn4j.compile.Graph.Input;
import org.pinn4j.compile.Graph.Kind;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;

/**
 * Values of coordinate-only expressions at points. Immutable, shared between threads; what a thread writes is its
 * {@link Scratch}. Functions given as code are called point by point and allocate; all else does not. Where such code throws, an
 * exception or an error, the value is not a number, and {@link Scratch#thrown} tells why.
 */
public final class CoordinateProgram {
    private final int axes;
    private final int expressions;
    private final boolean needsNormals;
    private final boolean needsMeasurement;
    private final Instruction[] code;
    private final int registers;

    private CoordinateProgram(List<Expr> expressions, List<Axis> axes) {
        this.axes = axes.size();
        this.expressions = expressions.size();
        Graph graph = new Graph();
        CoordinateReader reader = new CoordinateReader(graph, axes);
        List<Integer> read = expressions.stream().map(e -> e.accept(reader)).toList();
        Lowering lowering = new Lowering(graph);
        List<Integer> roots = lowering.images(read);
        needsNormals = uses(lowering.graph(), roots, Kind.NORMAL);
        needsMeasurement = uses(lowering.graph(), roots, Kind.MEASUREMENT);
        int first = outputs() + this.expressions;
        Emitter emitter = new Emitter(lowering.graph(), roots, List.of(), this::register, first);
        code = emitter.values(roots, IntStream.range(outputs(), first).toArray());
        registers = emitter.registers();
    }

    /** Values by compiling: for tests of agreement on trees that a walk would take apart again and again. */
    public static double[] values(Expr e, List<Axis> axes, double[] x, int n) {
        CoordinateProgram program = compile(List.of(e), axes);
        double[][] out = new double[1][n];
        program.evaluate(n, x, null, null, out, program.scratch(n));
        return out[0];
    }

    /**
     * Compiles expressions of the coordinates, functions of them, normals and measurements.
     * @param axes the order in which points give their coordinates
     * @throws IllegalArgumentException if an expression holds a field, a parameter or another axis
     */
    public static CoordinateProgram compile(List<Expr> expressions, List<Axis> axes) {
        return new CoordinateProgram(expressions, axes);
    }

    /** Room for up to {@code maxPoints} points; one per thread. */
    public Scratch scratch(int maxPoints) {
        if (maxPoints < 1) {
            throw new IllegalArgumentException("scratch: need maxPoints of 1 or more, got " + maxPoints);
        }
        return new Scratch(this, maxPoints);
    }

    /**
     * Values at n points.
     * @param x coordinates [axes × n], flat: {@code x[axis * n + i]}, read only
     * @param normals unit normals likewise, or null if no expression uses them
     * @param measurement [n] or null if no expression uses it
     * @param out one array [≥ n] per expression, all different; overwritten
     */
    public void evaluate(int n, double[] x, double[] normals, double[] measurement, double[][] out, Scratch s) {
        check(n, x, normals, measurement, s);
        for (int k = 0; k < axes; k++) {
            System.arraycopy(x, k * n, s.registers[k], 0, n);
            if (needsNormals) {
                System.arraycopy(normals, k * n, s.registers[axes + k], 0, n);
            }
        }
        s.registers[2 * axes] = measurement;
        System.arraycopy(out, 0, s.registers, outputs(), expressions);
        s.thrown.clear();
        Machine.run(code, n, s.registers, s.thrown);
    }

    private void check(int n, double[] x, double[] normals, double[] measurement, Scratch s) {
        if (s.owner != this || n < 0 || n > s.maxPoints) {
            throw new IllegalArgumentException("need a scratch of this program for %d points or more, got one for %d%s"
                    .formatted(n, s.maxPoints, s.owner == this ? "" : " of another program"));
        }
        if (x.length < axes * n || needsNormals && (normals == null || normals.length < axes * n)) {
            throw new IllegalArgumentException("points: need %s of [%d × %d], got %d and %s numbers"
                    .formatted(
                            needsNormals ? "coordinates and normals" : "coordinates",
                            axes,
                            n,
                            x.length,
                            normals == null ? "no" : normals.length));
        }
        if (needsMeasurement && measurement == null) {
            throw new IllegalArgumentException("an expression uses measured values, but these points have none");
        }
    }

    private static boolean uses(Graph graph, List<Integer> roots, Kind kind) {
        boolean[] reached = graph.reachable(roots);
        return IntStream.range(0, reached.length)
                .anyMatch(k -> reached[k] && graph.node(k).label() instanceof Input input && input.kind() == kind);
    }

    /** The number of instructions; a sum over an index is one. */
    int length() {
        return code.length;
    }

    private int outputs() {
        return 2 * axes + 1;
    }

    /** Coordinates, normals, the measurement, results, temporaries. */
    private int register(Input input) {
        return switch (input.kind()) {
            case AXIS -> input.index();
            case NORMAL -> axes + input.index();
            case MEASUREMENT -> 2 * axes;
            case STATE, DATA, PARAMETER, SEED -> throw new IllegalStateException(input + " among coordinates");
        };
    }

    /** The registers of one thread. */
    public static final class Scratch {
        final double[][] registers;
        private final Thrown.Sink thrown = new Thrown.Sink();
        private final CoordinateProgram owner;
        private final int maxPoints;

        private Scratch(CoordinateProgram owner, int maxPoints) {
            this.owner = owner;
            this.maxPoints = maxPoints;
            registers = new double[owner.registers][];
            for (int k = 0; k < registers.length; k++) {
                boolean given = k >= 2 * owner.axes && k < owner.outputs() + owner.expressions;
                registers[k] = given ? null : new double[maxPoints];
            }
        }

        /** What code of the user threw in the last evaluation, the first point of each function. */
        public List<Thrown> thrown() {
            return thrown.all();
        }
    }
}
