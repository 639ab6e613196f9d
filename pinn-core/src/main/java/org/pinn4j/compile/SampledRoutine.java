package org.pinn4j.compile;

import java.util.List;
import org.pinn4j.pde.SampledFunction;

/** A user's function known by its values, point by point. */
record SampledRoutine(SampledFunction function) implements Instruction.Routine {
    @Override
    public void run(int n, double[][] registers, List<Integer> from, int to, Thrown.Sink thrown) {
        boolean told = false;
        for (int i = 0; i < n; i++) {
            try {
                registers[to][i] = value(registers, from, i);
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
        double[] x = new double[from.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = registers[from.get(k)][i];
        }
        return function.code().applyAsDouble(x);
    }

    @Override
    public String toString() {
        return function.name();
    }
}
