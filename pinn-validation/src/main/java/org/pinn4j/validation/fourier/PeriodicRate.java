package org.pinn4j.validation.fourier;

import java.util.List;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.compile.Program;
import org.pinn4j.pde.Axis;
import org.pinn4j.validation.fourier.Plane.Modes;

/** N of a form on n × n nodes: from modes through values at the nodes to modes again. Belongs to one thread. */
final class PeriodicRate {
    private static final int TILE = 512;

    private final PeriodicForm form;
    private final int n;
    private final Plane plane;
    private final Program program;
    private final Program.Scratch scratch;
    private final CoordinateProgram known;
    private final CoordinateProgram.Scratch knownScratch;
    private final double[][] states;
    private final double[][] here;
    private final double[][] data;
    private final double[][] rates;
    private final Modes[] turned = new Modes[2];

    PeriodicRate(PeriodicForm form, int n) {
        this.form = form;
        this.n = n;
        this.plane = new Plane(n);
        this.program = Program.compile(form.rest());
        this.scratch = program.scratch(TILE);
        this.known = CoordinateProgram.compile(program.data(), form.axes());
        this.knownScratch = known.scratch(TILE);
        this.states = new double[program.states().size()][n * n];
        this.here = new double[states.length][TILE];
        this.data = new double[program.data().size()][TILE];
        this.rates = new double[form.fields().size()][n * n];
        turned[0] = Modes.zero(n * n);
        turned[1] = Modes.zero(n * n);
    }

    /** @param u by field, read only @param out overwritten */
    void at(double t, Modes[] u, Modes[] out) {
        for (int s = 0; s < states.length; s += 2) {
            boolean two = s + 1 < states.length;
            plane.values(
                    derivative(s, u, turned[0]),
                    two ? derivative(s + 1, u, turned[1]) : null,
                    states[s],
                    two ? states[s + 1] : null);
        }
        for (int first = 0; first < n * n; first += TILE) {
            evaluate(t, first, Math.min(TILE, n * n - first));
        }
        for (int f = 0; f < rates.length; f += 2) {
            boolean two = f + 1 < rates.length;
            plane.modes(rates[f], two ? rates[f + 1] : null, out[f], two ? out[f + 1] : null);
        }
    }

    private Modes derivative(int state, Modes[] u, Modes out) {
        Program.StateLeaf leaf = program.states().get(state);
        Modes of = u[form.fields().indexOf(leaf.field())];
        for (int a = 0; a < form.space().size(); a++) {
            Axis axis = form.space().get(a);
            if (leaf.orders().get(leaf.field().axes().indexOf(axis)) == 1) {
                slope(of, a, 2 * Math.PI / axis.length(), out);
                return out;
            }
        }
        return of;
    }

    /** i k times the modes; the highest has no slope at the nodes. */
    private void slope(Modes of, int axis, double wave, Modes out) {
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                int waves = Plane.waves(axis == 0 ? i : j, n);
                double k = 2 * waves == -n ? 0 : wave * waves;
                out.re()[j * n + i] = -k * of.im()[j * n + i];
                out.im()[j * n + i] = k * of.re()[j * n + i];
            }
        }
    }

    private void evaluate(double t, int first, int count) {
        for (int s = 0; s < here.length; s++) {
            System.arraycopy(states[s], first, here[s], 0, count);
        }
        if (data.length > 0) {
            known.evaluate(count, coordinates(form, n, t, first, count), null, null, data, knownScratch);
        }
        program.forward(count, here, data, new double[0], scratch);
        for (int f = 0; f < rates.length; f++) {
            System.arraycopy(scratch.output(f), 0, rates[f], first, count);
        }
    }

    /** [axes × count] of the nodes from one on. */
    static double[] coordinates(PeriodicForm form, int n, double t, int first, int count) {
        List<Axis> axes = form.axes();
        double[] x = new double[axes.size() * count];
        for (int a = 0; a < axes.size(); a++) {
            Axis axis = axes.get(a);
            int s = form.space().indexOf(axis);
            for (int i = 0; i < count; i++) {
                int place = s == 0 ? (first + i) / n : (first + i) % n;
                x[a * count + i] = s < 0 ? t : axis.min() + axis.length() * place / n;
            }
        }
        return x;
    }
}
