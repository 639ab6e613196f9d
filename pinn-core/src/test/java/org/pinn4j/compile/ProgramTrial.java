package org.pinn4j.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.pinn4j.pde.Evaluation;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Parameter;

/** Compiled expressions with random inputs at a few points, and the same inputs for tree walks. */
final class ProgramTrial {
    static final int POINTS = 3;

    final List<Expr> expressions;
    final Program program;
    final Program.Scratch scratch;
    final double[][] states;
    final double[][] data;
    final double[] parameters;
    private final double[] x = new double[2 * POINTS];
    private final double[] normals = new double[2 * POINTS];
    private final double[] measurement = new double[POINTS];

    ProgramTrial(long seed) {
        this(
                seed,
                List.of(
                        new ProgramExpressions(2 * seed).withField(3),
                        new ProgramExpressions(2 * seed + 1).withField(2)));
    }

    ProgramTrial(long seed, List<Expr> expressions) {
        this.expressions = expressions;
        Random random = new Random(seed);
        program = Program.compile(expressions);
        scratch = program.scratch(POINTS);
        states = new double[program.states().size()][POINTS];
        data = new double[program.data().size()][POINTS];
        parameters = new double[program.parameters().size()];
        for (double[] row : states) {
            Arrays.setAll(row, i -> (random.nextBoolean() ? 1 : -1) * (0.3 + random.nextDouble()));
        }
        Arrays.setAll(parameters, k -> 0.5 + random.nextDouble());
        Arrays.setAll(x, i -> 0.1 + 0.8 * random.nextDouble());
        Arrays.setAll(normals, i -> random.nextGaussian());
        Arrays.setAll(measurement, i -> random.nextGaussian());
        CoordinateProgram columns = CoordinateProgram.compile(program.data(), ProgramExpressions.AXES);
        columns.evaluate(POINTS, x, normals, measurement, data, columns.scratch(POINTS));
    }

    void forward() {
        program.forward(POINTS, states, data, parameters, scratch);
    }

    /** The leaves of the program: its states and then its parameters. */
    List<DualNumbers.Leaf> leaves() {
        List<DualNumbers.Leaf> leaves = new ArrayList<>();
        for (Program.StateLeaf s : program.states()) {
            leaves.add(new DualNumbers.Leaf(
                    s.slot() == 0 ? null : program.slots().get(s.slot() - 1), s.field(), s.orders(), null));
        }
        program.parameters().forEach(p -> leaves.add(new DualNumbers.Leaf(null, null, null, p)));
        return leaves;
    }

    /** The adjoint of leaf j as the program left it. */
    double[] adjoint(int j) {
        return j < states.length ? scratch.stateAdjoint(j) : scratch.parameterAdjoint(j - states.length);
    }

    /** A tree walk at point i with leaf j moved by {@code shift}. */
    Evaluation walk(int i, int j, double shift) {
        ToDoubleFunction<DualNumbers.Leaf> values = values(i, j, shift);
        return Evaluation.at(ProgramExpressions.AXES, x[i], x[POINTS + i])
                .withNormal(normals[i], normals[POINTS + i])
                .withMeasurement(measurement[i])
                .withParameters(p -> values.applyAsDouble(new DualNumbers.Leaf(null, null, null, p)))
                .withStates((f, o) -> values.applyAsDouble(new DualNumbers.Leaf(null, f, o, null)))
                .withTraces((r, f, o) -> values.applyAsDouble(new DualNumbers.Leaf(r, f, o, null)));
    }

    /** Output k at point i with its derivative by leaf j, forward through the tree. */
    DualNumbers.Dual dual(int k, int i, DualNumbers.Leaf leaf) {
        return expressions.get(k).accept(new DualNumbers(walk(i, -1, 0), values(i, -1, 0), leaf));
    }

    private ToDoubleFunction<DualNumbers.Leaf> values(int i, int j, double shift) {
        List<DualNumbers.Leaf> leaves = leaves();
        Map<DualNumbers.Leaf, Double> values = new HashMap<>();
        for (int k = 0; k < leaves.size(); k++) {
            double value = k < states.length ? states[k][i] : parameters[k - states.length];
            values.put(leaves.get(k), value + (k == j ? shift : 0));
        }
        return leaf -> values.getOrDefault(leaf, startOf(leaf.parameter()));
    }

    /** A state that vanished from the program (0 · u) is read by no one. */
    private static double startOf(Parameter parameter) {
        return parameter == null ? Double.NaN : parameter.start();
    }
}
