package org.pinn4j.validation.fourier;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.compile.Program;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Derivative;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.random.RandomStream;

/**
 * A residual c·u_t + Σ c_α ∂^α u + rest, the c constants: those terms of one field whose partial derivative is one number. Whether it is
 * is seen at random values of everything; a coefficient that varies is no constant at {@value #POINTS} such points. Immutable.
 * @param field whose equation it is; null if there is not one
 * @param symbol −c_α/c by orders, the rest solved for u_t
 * @param rest −rest/c; null without a field
 */
record ConstantTerms(Field field, Map<List<Integer>, Double> symbol, Expr rest) {
    private static final int POINTS = 16;
    private static final double ROUNDING = 1e-13;

    boolean isOf(Field other) {
        return other.equals(field);
    }

    static ConstantTerms of(Expr residual, Problem problem) {
        Axis time = problem.time().orElseThrow();
        Program program = Program.compile(List.of(residual));
        Map<Derivative, Double> constants = constants(program, problem);
        List<Derivative> rates = program.states().stream()
                .map(s -> new Derivative(s.field(), s.orders()))
                .filter(d -> d.orders().get(d.field().axes().indexOf(time)) > 0)
                .toList();
        boolean one = rates.size() == 1
                && rates.get(0).orders().stream().mapToInt(k -> k).sum() == 1
                && constants.getOrDefault(rates.get(0), 0.0) != 0;
        return one ? of(residual, rates.get(0), constants) : new ConstantTerms(null, Map.of(), null);
    }

    private static ConstantTerms of(Expr residual, Derivative rate, Map<Derivative, Double> constants) {
        double c = constants.get(rate);
        Map<List<Integer>, Double> symbol = new LinkedHashMap<>();
        Set<Derivative> taken = new HashSet<>(Set.of(rate));
        constants.forEach((d, value) -> {
            boolean even = d.orders().stream().mapToInt(k -> k).sum() % 2 == 0;
            if (d.field().equals(rate.field()) && even) {
                symbol.put(d.orders(), -value / c);
                taken.add(d);
            }
        });
        Expr rest = residual.substitute(leaf -> taken.contains(derivative(leaf)) ? Expr.constant(0) : null);
        return new ConstantTerms(rate.field(), symbol, rest.times(-1 / c));
    }

    private static Derivative derivative(Expr leaf) {
        return leaf instanceof Derivative d
                ? d
                : leaf instanceof Field f
                        ? new Derivative(f, f.axes().stream().map(a -> 0).toList())
                        : null;
    }

    /** The partial derivatives of the residual that are one number. */
    private static Map<Derivative, Double> constants(Program program, Problem problem) {
        RandomStream random = RandomStream.of(0, "constant terms");
        double[][] states = new double[program.states().size()][POINTS];
        Arrays.stream(states).forEach(s -> Arrays.setAll(s, i -> 2 * random.nextDouble() - 1));
        double[] x = new double[problem.axes().size() * POINTS];
        for (int k = 0; k < x.length; k++) {
            Axis axis = problem.axes().get(k / POINTS);
            x[k] = axis.min() + axis.length() * random.nextDouble();
        }
        double[][] data = new double[program.data().size()][POINTS];
        CoordinateProgram known = CoordinateProgram.compile(program.data(), problem.axes());
        known.evaluate(POINTS, x, null, null, data, known.scratch(POINTS));
        Program.Scratch scratch = program.scratch(POINTS);
        program.forward(POINTS, states, data, new double[0], scratch);
        program.reverse(0, POINTS, scratch);
        Map<Derivative, Double> constants = new LinkedHashMap<>();
        for (int j = 0; j < states.length; j++) {
            double[] slope = Arrays.copyOf(scratch.stateAdjoint(j), POINTS);
            Program.StateLeaf leaf = program.states().get(j);
            double first = slope[0];
            if (Arrays.stream(slope).allMatch(s -> Math.abs(s - first) <= ROUNDING * Math.abs(first))) {
                constants.put(new Derivative(leaf.field(), leaf.orders()), first);
            }
        }
        return constants;
    }
}
