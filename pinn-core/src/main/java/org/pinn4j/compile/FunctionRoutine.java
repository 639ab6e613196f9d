package org.pinn4j.compile;

import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.Binary64;
import org.pinn4j.pde.CoordinateFunction;

/**
 * One derivative of a user's function, exact through truncated multivariate Taylor arithmetic, point by point.
 * Source: D. Kalman, Doubly recursive multivariate automatic differentiation, Mathematics Magazine 75 (2002), as in Hipparchus.
 */
final class FunctionRoutine implements Instruction.Routine {
    private final CoordinateFunction function;
    private final int order;
    private final int variables;
    private final DSFactory factory;

    FunctionRoutine(CoordinateFunction function) {
        this.function = function;
        this.order = function.orders().stream().mapToInt(o -> o).sum();
        this.variables = (int) function.orders().stream().filter(o -> o > 0).count();
        this.factory = order == 0 ? null : new DSFactory(variables, order);
    }

    @Override
    public void run(int n, double[][] registers, List<Integer> from, int to, Thrown.Sink thrown) {
        boolean told = false;
        for (int i = 0; i < n; i++) {
            try {
                registers[to][i] = order == 0 ? value(registers, from, i) : derivative(registers, from, i);
            } catch (Throwable e) { // whatever it is, the next point may be well
                registers[to][i] = Double.NaN;
                if (!told) {
                    thrown.add(i, function.name(), e);
                    told = true;
                }
            }
        }
    }

    private double value(double[][] registers, List<Integer> from, int i) {
        Binary64[] x = new Binary64[from.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = new Binary64(registers[from.get(k)][i]);
        }
        return function.code().value(x).getReal();
    }

    /** Arguments that are not differentiated are constants, which keeps the Taylor arithmetic small. */
    private double derivative(double[][] registers, List<Integer> from, int i) {
        DerivativeStructure[] x = new DerivativeStructure[from.size()];
        int[] orders = new int[variables];
        int variable = 0;
        for (int k = 0; k < x.length; k++) {
            double at = registers[from.get(k)][i];
            if (function.orders().get(k) > 0) {
                orders[variable] = function.orders().get(k);
                x[k] = factory.variable(variable++, at);
            } else {
                x[k] = factory.constant(at);
            }
        }
        return function.code().value(x).getPartialDerivative(orders);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionRoutine f && function.equals(f.function);
    }

    @Override
    public int hashCode() {
        return function.hashCode();
    }

    @Override
    public String toString() {
        return function.name();
    }
}
