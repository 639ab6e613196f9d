package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hipparchus.util.Binary64;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.NdArray;
import org.pinn4j.pde.Agreement;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.CoordinateFunction;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.SampledFunction;
import org.pinn4j.pde.text.ExprText;
import org.pinn4j.random.RandomStream;
import org.pinn4j.sampling.Sobol;

/**
 * Functions given as code cannot be stored. Their names are, with values at {@value #POINTS} points, so that whoever supplies
 * the code again learns whether it is the same.
 */
public final class FunctionSamples {
    static final String PREFIX = "function.";

    /** How many. */
    public static final int POINTS = 64;

    private FunctionSamples() {}

    /** The functions of a statement and its ansatz by name. */
    static Map<String, Expr> of(Problem problem, Ansatz ansatz) {
        Map<String, Expr> functions = new LinkedHashMap<>(ExprText.functions(problem));
        Expr[] parts = Stream.concat(
                        ansatz.features().stream(),
                        ansatz.forms().stream().flatMap(f -> Stream.of(f.base(), f.factor())))
                .toArray(Expr[]::new);
        Leaves leaves = Leaves.of(parts);
        leaves.coordinateFunctions().forEach(f -> functions.putIfAbsent(f.name(), f));
        leaves.sampledFunctions().forEach(f -> functions.putIfAbsent(f.name(), f));
        return functions;
    }

    /** Adds, for each function, its {@link #table}. */
    static NamedArrays write(NamedArrays content, Map<String, Expr> functions, List<Axis> axes) {
        NamedArrays result = content;
        for (Map.Entry<String, Expr> f : functions.entrySet()) {
            double[] table = table(f.getValue(), axes);
            result = result.with(PREFIX + f.getKey(), table, table.length / POINTS, POINTS);
        }
        return result;
    }

    /**
     * A function's arguments and values at {@value #POINTS} points that depend on the axes alone.
     * @return [(arguments + 1) × points]: arguments, then values
     */
    public static double[] table(Expr function, List<Axis> axes) {
        Args.given(function, "function");
        Args.list(axes, "axes");
        double[] unit = new Sobol().unitCube(axes.size(), POINTS, RandomStream.of(0, "function samples"));
        for (int k = 0; k < unit.length; k++) {
            Axis axis = axes.get(k / POINTS);
            unit[k] = axis.isBounded() ? axis.min() + axis.length() * unit[k] : 2 * unit[k] - 1;
        }
        List<Expr> arguments = arguments(function);
        double[][] at = new double[arguments.size()][POINTS];
        CoordinateProgram program = CoordinateProgram.compile(arguments, axes);
        program.evaluate(POINTS, unit, null, null, at, program.scratch(POINTS));
        double[] table = new double[(at.length + 1) * POINTS];
        for (int k = 0; k < at.length; k++) {
            System.arraycopy(at[k], 0, table, k * POINTS, POINTS);
        }
        fillValues(function, table, at.length);
        return table;
    }

    private static List<Expr> arguments(Expr f) {
        return f instanceof CoordinateFunction c ? c.arguments() : ((SampledFunction) f).arguments();
    }

    private static void fillValues(Expr f, double[] table, int arguments) {
        for (int i = 0; i < POINTS; i++) {
            double[] x = new double[arguments];
            for (int k = 0; k < arguments; k++) {
                x[k] = table[k * POINTS + i];
            }
            table[arguments * POINTS + i] = value(f, x);
        }
    }

    private static double value(Expr f, double[] x) {
        if (f instanceof SampledFunction s) {
            return s.code().applyAsDouble(x);
        }
        Binary64[] at = new Binary64[x.length];
        for (int k = 0; k < x.length; k++) {
            at[k] = new Binary64(x[k]);
        }
        return ((CoordinateFunction) f).code().value(at).getReal();
    }

    /**
     * Holds supplied functions to the stored values.
     * @throws IllegalArgumentException if one is missing, takes other arguments, or has other values
     */
    static void check(NamedArrays content, Map<String, Expr> supplied) {
        List<String> missing = new ArrayList<>();
        for (String array : content.names()) {
            String name = array.startsWith(PREFIX) ? array.substring(PREFIX.length()) : "";
            if (!name.isEmpty() && !supplied.containsKey(name)) {
                missing.add(name);
            } else if (!name.isEmpty()) {
                check(name, supplied.get(name), content.array(array));
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    ("functions given as code are not stored; missing: %s. Call Solution.load(file, functions) with a map "
                                    + "from each name to its Expr.function or Expr.values; pinn takes --with FILE.java")
                            .formatted(String.join(", ", missing)));
        }
    }

    private static void check(String name, Expr f, NdArray stored) {
        if (!(f instanceof CoordinateFunction) && !(f instanceof SampledFunction)) {
            throw new IllegalArgumentException(
                    "function %s: need Expr.function or Expr.values, got %s".formatted(name, f));
        }
        int arguments = arguments(f).size();
        int[] shape = stored.shape();
        if (shape.length != 2 || shape[0] != arguments + 1 || shape[1] != POINTS) {
            throw new IllegalArgumentException("function %s: stored with %s, the one supplied takes %d arguments"
                    .formatted(name, stored, arguments));
        }
        double[] expected = stored.values();
        double[] found = expected.clone();
        fillValues(f, found, arguments);
        for (int k = arguments * POINTS; k < found.length; k++) {
            double gap = Math.abs(found[k] - expected[k]);
            if (Double.compare(found[k], expected[k]) != 0
                    && !Agreement.small(gap, Math.max(1, Math.abs(expected[k])), Agreement.IDENTICAL)) {
                throw new IllegalArgumentException(
                        "function %s: is %s where %s was stored; supply the function the solution was made with"
                                .formatted(name, found[k], expected[k]));
            }
        }
    }
}
