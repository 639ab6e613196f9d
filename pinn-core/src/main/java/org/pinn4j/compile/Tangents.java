package org.pinn4j.compile;

import java.util.List;
import org.pinn4j.compile.Instruction.Op;
import org.pinn4j.pde.Function;

/**
 * A compiled program run on pairs (value, derivative along one direction of its states and parameters): the forward sweep, and
 * the reverse sweep on the same pairs, which gives second derivatives times the direction. Belongs to one thread.
 * <p>A plain interpreter for Hessian-vector products; values alone are faster by {@link Program}.
 */
public final class Tangents {
    private final Program program;
    private final Layout layout;
    private final double[][] value;
    private final double[][] slope;

    Tangents(Program program, Layout layout, int registers, int maxPoints) {
        this.program = program;
        this.layout = layout;
        this.value = new double[registers][maxPoints];
        this.slope = new double[registers][maxPoints];
    }

    /**
     * Outputs and their derivatives along the tangents, at n points.
     * @param states [states][≥ n], and {@code stateTangents} likewise, read only
     * @param data [data][≥ n], read only
     * @param parameters values of the coefficients, and {@code parameterTangents} likewise
     */
    public void forward(
            int n,
            double[][] states,
            double[][] stateTangents,
            double[][] data,
            double[] parameters,
            double[] parameterTangents) {
        load(n, layout.states(), states, stateTangents);
        for (int k = 0; k < data.length; k++) {
            System.arraycopy(data[k], 0, value[layout.data() + k], 0, n);
        }
        for (int k = 0; k < program.parameters().size(); k++) {
            java.util.Arrays.fill(value[layout.parameters() + k], 0, n, parameters[k]);
            java.util.Arrays.fill(slope[layout.parameters() + k], 0, n, parameterTangents[k]);
        }
        run(program.forwardCode(), n);
    }

    /**
     * Derivatives of Σ seeds[k][i]·output k by states and parameters, and their derivatives along the tangents.
     * @param seeds [outputs][≥ n], and {@code seedTangents} likewise, read only
     */
    public void reverse(double[][] seeds, double[][] seedTangents, int n) {
        load(n, layout.seeds(), seeds, seedTangents);
        run(program.adjointCode(), n);
    }

    private void load(int n, int first, double[][] values, double[][] tangents) {
        for (int k = 0; k < values.length; k++) {
            System.arraycopy(values[k], 0, value[first + k], 0, n);
            System.arraycopy(tangents[k], 0, slope[first + k], 0, n);
        }
    }

    public double[] output(int k) {
        return value[layout.outputs() + k];
    }

    public double[] outputTangent(int k) {
        return slope[layout.outputs() + k];
    }

    public double[] stateAdjoint(int j) {
        return value[layout.stateAdjoints() + j];
    }

    public double[] stateAdjointTangent(int j) {
        return slope[layout.stateAdjoints() + j];
    }

    public double[] parameterAdjoint(int j) {
        return value[layout.parameterAdjoints() + j];
    }

    public double[] parameterAdjointTangent(int j) {
        return slope[layout.parameterAdjoints() + j];
    }

    /** An instruction may overwrite what it reads, so its tangent comes first. */
    private void run(Instruction[] code, int n) {
        for (Instruction instruction : code) {
            tangent(instruction, n, slope[instruction.to()]);
            Machine.run(instruction, n, value);
        }
    }

    private void tangent(Instruction i, int n, double[] out) {
        for (int point = 0; point < n; point++) {
            out[point] = i.op() == Op.FILL ? 0 : tangent(i, point);
        }
    }

    private double tangent(Instruction i, int point) {
        List<Integer> from = i.from();
        double a = value[from.get(0)][point];
        double da = slope[from.get(0)][point];
        return switch (i.op()) {
            case COPY -> da;
            case AFFINE -> i.c(1) * da;
            case AFFINE2 -> i.c(1) * da + i.c(2) * slope[from.get(1)][point];
            case PRODUCT -> i.c(1) * product(from.get(0), from.get(1), point);
            case MULTIPLY_ADD -> i.c(1) * da + i.c(2) * product(from.get(1), from.get(2), point);
            case RECIPROCAL -> -da / (a * a);
            case SQRT -> da / (2 * Math.sqrt(a));
            case POWER -> i.c(0) * Math.pow(a, i.c(0) - 1) * da;
            case CALL -> slope((Function) i.label(), a) * da;
            case FILL, APPLY -> throw new IllegalStateException(i.op() + " depends on no state");
        };
    }

    private double product(int a, int b, int point) {
        return slope[a][point] * value[b][point] + value[a][point] * slope[b][point];
    }

    private static double slope(Function function, double x) {
        return switch (function) {
            case SIN -> Math.cos(x);
            case COS -> -Math.sin(x);
            case EXP -> Math.exp(x);
            case LOG -> 1 / x;
            case TANH -> 1 - Math.tanh(x) * Math.tanh(x);
            case ABS -> Math.signum(x);
            case SIGN -> 0;
            case ASINH -> 1 / Math.sqrt(1 + x * x);
            case ERF -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        };
    }
}
