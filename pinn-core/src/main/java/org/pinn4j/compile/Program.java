package org.pinn4j.compile;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;

/**
 * The compiled residuals (or any expressions) of one region, with their derivatives. Immutable, shared between threads; what
 * a thread writes is its {@link Scratch}.
 * <p>Values follow IEEE arithmetic: a non-integer power of a negative number is NaN, and the derivative of √a at 0 is infinite.
 * |a| has derivative 0 at 0.
 */
public final class Program {
    /** A derivative of a field at the point itself (slot 0) or at a trace partner (slot k ≥ 1). */
    public record StateLeaf(int slot, Field field, List<Integer> orders) {
        public StateLeaf {
            orders = new Derivative(field, orders).orders();
        }

        /** Its orders by the axes of a problem, of which the field may have some. */
        public List<Integer> ordersBy(List<Axis> axes) {
            return new Derivative(field, orders).ordersBy(axes);
        }
    }

    private final List<StateLeaf> states;
    private final List<Region> slots;
    private final List<Parameter> parameters;
    private final List<Expr> data;
    private final boolean[] linear;
    private final Layout layout;
    private final Instruction[] forward;
    private final Instruction[][] partials;
    private final Instruction[] adjoint;
    private final int registers;

    private Program(Compilation compiled) {
        states = List.copyOf(compiled.inputs.states);
        slots = List.copyOf(compiled.inputs.slots);
        parameters = List.copyOf(compiled.inputs.parameters);
        data = List.copyOf(compiled.inputs.data);
        linear = compiled.linear;
        layout = compiled.layout;
        forward = compiled.forward;
        partials = compiled.partials;
        adjoint = compiled.adjoint;
        registers = compiled.registers;
    }

    /**
     * Compiles expressions of one region.
     * @throws IllegalArgumentException if a coordinate function is given a field or parameter, or a trace of a trace is along another axis
     */
    public static Program compile(List<Expr> outputs) {
        return new Program(new Compilation(outputs));
    }

    public int outputs() {
        return linear.length;
    }

    /** Each distinct field derivative once, in order of first appearance. */
    public List<StateLeaf> states() {
        return states;
    }

    /** Regions of traces; slot k ≥ 1 is {@code slots().get(k - 1)}. */
    public List<Region> slots() {
        return slots;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Maximal subexpressions of coordinates, functions, normals and measurements only: columns evaluated once per point set, at
     * the point itself also where they stand in a trace.
     */
    public List<Expr> data() {
        return data;
    }

    /** True if the output is affine in the states with coefficients of the point alone (a {@link Parameter} is not). */
    public boolean isLinear(int output) {
        return linear[output];
    }

    /** Room for up to {@code maxPoints} points; one per thread. */
    public Scratch scratch(int maxPoints) {
        if (maxPoints < 1) {
            throw new IllegalArgumentException("scratch: need maxPoints of 1 or more, got " + maxPoints);
        }
        return new Scratch(layout, registers, maxPoints);
    }

    /**
     * Values of all outputs at n points, read from {@link Scratch#output}. Allocates nothing. The scratch keeps references to
     * the rows: leave them as they are until the reverse sweeps are done.
     * @param states [states][≥ n] in the order of {@link #states()}, read only
     * @param data [data][≥ n] in the order of {@link #data()}, read only
     * @param parameters [parameters] values of the coefficients, not the optimiser's numbers
     */
    public void forward(int n, double[][] states, double[][] data, double[] parameters, Scratch s) {
        s.checkLayout(layout);
        s.points(n);
        s.bind("states", layout.states(), this.states.size(), states);
        s.bind("data", layout.data(), this.data.size(), data);
        if (this.parameters.size() > 0 && parameters.length < this.parameters.size()) {
            throw new IllegalArgumentException(
                    "parameters: need %d values, got %d".formatted(this.parameters.size(), parameters.length));
        }
        for (int k = 0; k < this.parameters.size(); k++) {
            Arrays.fill(s.registers[layout.parameters() + k], 0, n, parameters[k]);
        }
        Machine.run(forward, n, s.registers, null);
    }

    /**
     * Partial derivatives of one output at the points of the last {@link #forward}: by state j in
     * {@link Scratch#stateAdjoint}, by parameter j in {@link Scratch#parameterAdjoint}. Allocates nothing.
     */
    public void reverse(int output, int n, Scratch s) {
        s.checkLayout(layout);
        s.checkForward(n);
        Machine.run(partials[output], n, s.registers, null);
    }

    /**
     * Derivatives of Σ seeds[k][i]·output k at each point i of the last {@link #forward}. Allocates nothing.
     * @param seeds [outputs][≥ n], read only
     */
    public void reverse(double[][] seeds, int n, Scratch s) {
        s.checkLayout(layout);
        s.checkForward(n);
        s.bind("seeds", layout.seeds(), outputs(), seeds);
        Machine.run(adjoint, n, s.registers, null);
    }

    Instruction[] forwardCode() {
        return forward;
    }

    /** The reverse sweep of all outputs with given seeds. */
    Instruction[] adjointCode() {
        return adjoint;
    }

    /** The number of instructions of the forward sweep. */
    int forwardLength() {
        return forward.length;
    }

    /** The number of instructions of the reverse sweep of one output. */
    int reverseLength(int output) {
        return partials[output].length;
    }

    /** The three-address code: o are outputs, d data columns, s seeds, t temporaries, ∂ adjoints. */
    @Override
    public String toString() {
        return new Listing(this, layout).program(forward, partials, adjoint);
    }

    /** The registers of one thread. */
    public static final class Scratch {
        final double[][] registers;
        private final Layout layout;
        private final int maxPoints;
        private int points;

        private Scratch(Layout layout, int count, int maxPoints) {
            this.layout = layout;
            this.maxPoints = maxPoints;
            registers = new double[count][];
            for (int k = layout.parameters(); k < count; k++) {
                registers[k] = new double[maxPoints];
            }
        }

        /** Values of output k, [n]. */
        public double[] output(int k) {
            return registers[layout.outputs() + k];
        }

        /** Derivatives by state leaf j, [n]. */
        public double[] stateAdjoint(int j) {
            return registers[layout.stateAdjoints() + j];
        }

        /** Derivatives by parameter j at each point, [n]. */
        public double[] parameterAdjoint(int j) {
            return registers[layout.parameterAdjoints() + j];
        }

        public int maxPoints() {
            return maxPoints;
        }

        private void points(int n) {
            if (n < 0 || n > maxPoints) {
                throw new IllegalArgumentException(
                        "need 0 ≤ n ≤ %d points, the size of the scratch, got %d".formatted(maxPoints, n));
            }
            points = n;
        }

        @SuppressWarnings("ReferenceEquality") // a layout is its program's own
        private void checkLayout(Layout program) {
            if (layout != program) {
                throw new IllegalArgumentException(
                        "this scratch belongs to another program; use program.scratch(maxPoints)");
            }
        }

        private void checkForward(int n) {
            if (n != points) {
                throw new IllegalStateException("reverse of %d points after forward of %d".formatted(n, points));
            }
        }

        private void bind(String what, int first, int count, double[][] rows) {
            if (count > 0 && rows.length < count) {
                throw new IllegalArgumentException(
                        "%s: need [%d × n], got [%d × n]".formatted(what, count, rows.length));
            }
            for (int k = 0; k < count; k++) {
                registers[first + k] = rows[k];
            }
        }
    }
}
