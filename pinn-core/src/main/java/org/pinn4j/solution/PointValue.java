package org.pinn4j.solution;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.autodiff.CoordinateProgram;
import org.pinn4j.network.Network;
import org.pinn4j.pde.Expr;

/** One field at one point, in plain Java. Memory of one thread; nothing is allocated after construction. */
final class PointValue {
    private final Model model;
    private final double[] theta;
    private final Ansatz.Form form;
    private final int offset;
    private final CoordinateProgram coordinates;
    private final CoordinateProgram.Scratch scratch;
    private final double[][] columns; // features, base, factor, one number each
    private final Network.Step[] steps;
    private final double[][] value;
    private final double[][][] sigma; // value k + 1 as the one derivative row an activation writes
    private final int[] parity;
    private final boolean[] mirrored;
    /** Where the caller puts the point; overwritten by {@link #evaluate}. */
    final double[] x;

    PointValue(Model model, int field) {
        this.model = model;
        this.theta = model.theta;
        this.form = model.ansatz.forms().get(field);
        this.offset = model.ansatz.offset(form.network());
        List<Expr> rows = new ArrayList<>(model.ansatz.features());
        rows.add(form.base());
        rows.add(form.factor());
        this.coordinates = CoordinateProgram.compile(rows, model.ansatz.axes());
        this.scratch = coordinates.scratch(1);
        this.columns = new double[rows.size()][1];
        Network network = model.ansatz.networks().get(form.network());
        this.steps = network.steps().toArray(Network.Step[]::new);
        this.value = new double[steps.length + 1][];
        this.sigma = new double[steps.length][1][];
        value[0] = new double[network.inputs()];
        for (int k = 0; k < steps.length; k++) {
            value[k + 1] = new double[steps[k].width()];
            sigma[k][0] = value[k + 1];
        }
        this.parity = new int[model.folding.size()];
        for (int k = 0; k < parity.length; k++) {
            parity[k] = model.folding.fold(k).parity().getOrDefault(form.field(), 1);
        }
        this.mirrored = new boolean[parity.length];
        this.x = new double[model.axes()];
    }

    /** The field at {@link #x}. */
    double evaluate(boolean everywhere) {
        for (int a = 0; a < x.length && !everywhere; a++) {
            model.requireInside(a, x[a], 0);
        }
        model.folding.fold(x, 1, 0, mirrored);
        coordinates.evaluate(1, x, null, null, columns, scratch);
        int features = columns.length - 2;
        for (int k = 0; k < features; k++) {
            value[0][k] = columns[k][0];
        }
        for (int k = 0; k < steps.length; k++) {
            run(k);
        }
        double u = columns[features][0] + columns[features + 1][0] * value[steps.length][form.output()];
        for (int k = 0; k < parity.length; k++) {
            u = mirrored[k] && parity[k] < 0 ? -u : u;
        }
        return u;
    }

    private void run(int k) {
        Network.Step step = steps[k];
        double[] out = value[k + 1];
        if (step instanceof Network.Dense d) {
            dense(d, value[d.source()], out);
        } else if (step instanceof Network.Activate a) {
            a.activation().derivatives(0, a.width(), value[a.source()], sigma[k]);
        } else if (step instanceof Network.Add a) {
            combine(value[a.left()], value[a.right()], out, false);
        } else if (step instanceof Network.Multiply m) {
            combine(value[m.left()], value[m.right()], out, true);
        } else if (step instanceof Network.Concatenate c) {
            int left = value[c.left()].length;
            System.arraycopy(value[c.left()], 0, out, 0, left);
            System.arraycopy(value[c.right()], 0, out, left, out.length - left);
        } else if (step instanceof Network.Scale s) {
            for (int f = 0; f < out.length; f++) {
                out[f] = s.factor() * value[s.source()][f] + s.shift();
            }
        }
    }

    private static void combine(double[] left, double[] right, double[] out, boolean multiply) {
        for (int f = 0; f < out.length; f++) {
            out[f] = multiply ? left[f] * right[f] : left[f] + right[f];
        }
    }

    /** Four outputs at a time: one chain of additions alone would wait for itself. */
    private void dense(Network.Dense d, double[] in, double[] out) {
        double[] w = theta;
        int n = d.in();
        int o = 0;
        for (; o + 3 < out.length; o += 4) {
            int first = offset + d.weights() + o * n;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int i = 0; i < n; i++) {
                double v = in[i];
                s0 += v * w[first + i];
                s1 += v * w[first + n + i];
                s2 += v * w[first + 2 * n + i];
                s3 += v * w[first + 3 * n + i];
            }
            out[o] = s0;
            out[o + 1] = s1;
            out[o + 2] = s2;
            out[o + 3] = s3;
        }
        for (; o < out.length; o++) {
            int first = offset + d.weights() + o * n;
            double s = 0;
            for (int i = 0; i < n; i++) {
                s += in[i] * w[first + i];
            }
            out[o] = s;
        }
        for (int k = 0; d.hasBias() && k < out.length; k++) {
            out[k] += w[offset + d.bias() + k];
        }
    }
}
