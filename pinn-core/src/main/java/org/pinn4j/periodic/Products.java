package org.pinn4j.periodic;

import java.util.Arrays;
import org.pinn4j.compile.Program;
import org.pinn4j.optimize.Algebra;

/**
 * −M⁻¹N(u) of a course of waves and its derivative, taken on the points of a grid and the nodes of one slab of time. Nodes are
 * shared among workers in groups of {@value #GROUP}, whatever their number. Of the thread that solves.
 *
 * <p>Costs a transform for each derivative of a field in N and one for each equation: for 170 waves on 512 points and 24 nodes
 * some 2.5 MFlop each, that is a millisecond; the products beside it a tenth of that.
 */
final class Products {
    static final int GROUP = 8;

    private static final int PAIRS = GROUP / 2;
    private static final int CHUNK = 512; // points at once

    private final Remainder remainder;
    private final Symbols symbols;
    private final Waves waves;
    private final int[] grid;
    private final int nodes;
    private final Algebra algebra;
    private final double[][][] factors; // [states][2][waves]
    private final double[][][] given; // [groups][data]
    private final double[][][] slopes; // [groups][outputs × states], where it is linearised
    private final Workspace[] workspaces;

    /** Of one worker. */
    private final class Workspace {
        final GridTransform transform = new GridTransform(waves, grid, PAIRS);
        final double[][] re = new double[remainder.states()][transform.length()];
        final double[][] im = new double[remainder.states()][transform.length()];
        final double[][] outRe = new double[remainder.outputs()][transform.length()];
        final double[][] outIm = new double[remainder.outputs()][transform.length()];
        final double[][] chunk = new double[remainder.states()][CHUNK];
        final double[][] data = new double[remainder.program().data().size()][CHUNK];
        final Program.Scratch scratch = remainder.program().scratch(CHUNK);
    }

    /**
     * @param times of the nodes, a multiple of {@value #GROUP}
     * @param shift of the grid, for sources
     */
    Products(
            Remainder remainder,
            Symbols symbols,
            Waves waves,
            int[] grid,
            double shift,
            double[] times,
            Algebra algebra) {
        this.remainder = remainder;
        this.symbols = symbols;
        this.waves = waves;
        this.grid = grid.clone();
        this.nodes = times.length;
        this.algebra = algebra;
        int groups = nodes / GROUP;
        this.factors = new double[remainder.states()][][];
        Arrays.setAll(factors, k -> symbols.factors(waves, remainder.orders(k)));
        this.given = new double[groups][][];
        for (int g = 0; g < groups; g++) {
            given[g] = halves(remainder.given(grid, shift, Arrays.copyOfRange(times, g * GROUP, (g + 1) * GROUP)));
        }
        this.slopes = new double[groups][][];
        this.workspaces = new Workspace[algebra.workers().count()];
        Arrays.setAll(workspaces, k -> new Workspace());
    }

    /** The first half of the columns before the second. */
    private static double[][] halves(double[][] byPoint) {
        double[][] result = new double[byPoint.length][];
        for (int d = 0; d < byPoint.length; d++) {
            int points = byPoint[d].length / GROUP;
            result[d] = new double[byPoint[d].length];
            for (int i = 0; i < points; i++) {
                System.arraycopy(byPoint[d], i * GROUP, result[d], i * PAIRS, PAIRS);
                System.arraycopy(byPoint[d], i * GROUP + PAIRS, result[d], (points + i) * PAIRS, PAIRS);
            }
        }
        return result;
    }

    /** −M⁻¹N(u). @param keepSlopes whether {@link #times} is asked for next */
    Course values(Course u, boolean keepSlopes) {
        Course f = Course.zero(u.re().length);
        algebra.workers().forEach(nodes / GROUP, (worker, g) -> {
            Workspace w = workspaces[worker];
            toGrid(u, g, w);
            if (keepSlopes && slopes[g] == null) {
                slopes[g] = new double[remainder.outputs() * remainder.states()][2 * w.transform.length()];
            }
            evaluate(w.re, g, 0, w.outRe, w, keepSlopes);
            evaluate(w.im, g, 1, w.outIm, w, keepSlopes);
            toWaves(w, g, f);
        });
        return massed(f);
    }

    /** −M⁻¹N′(u)v for the u of the last {@link #values}. */
    Course times(Course v) {
        Course f = Course.zero(v.re().length);
        algebra.workers().forEach(nodes / GROUP, (worker, g) -> {
            Workspace w = workspaces[worker];
            toGrid(v, g, w);
            multiply(w.re, slopes[g], 0, w.outRe);
            multiply(w.im, slopes[g], w.transform.length(), w.outIm);
            toWaves(w, g, f);
        });
        return massed(f);
    }

    private void toGrid(Course u, int group, Workspace w) {
        for (int k = 0; k < remainder.states(); k++) {
            int from = remainder.field(k) * waves.count() * nodes + group * GROUP;
            w.transform.toGrid(factors[k][0], factors[k][1], u.re(), u.im(), from, nodes, w.re[k], w.im[k]);
        }
    }

    private void toWaves(Workspace w, int group, Course f) {
        for (int k = 0; k < remainder.outputs(); k++) {
            w.transform.toWaves(
                    w.outRe[k], w.outIm[k], f.re(), f.im(), k * waves.count() * nodes + group * GROUP, nodes);
        }
    }

    private void evaluate(double[][] states, int group, int half, double[][] out, Workspace w, boolean keepSlopes) {
        int length = w.transform.length();
        for (int from = 0; from < length; from += CHUNK) {
            int n = Math.min(CHUNK, length - from);
            for (int k = 0; k < states.length; k++) {
                System.arraycopy(states[k], from, w.chunk[k], 0, n);
            }
            for (int d = 0; d < w.data.length; d++) {
                System.arraycopy(given[group][d], half * length + from, w.data[d], 0, n);
            }
            remainder.program().forward(n, w.chunk, w.data, new double[0], w.scratch);
            for (int o = 0; o < out.length; o++) {
                System.arraycopy(w.scratch.output(o), 0, out[o], from, n);
            }
            for (int o = 0; o < out.length && keepSlopes; o++) {
                remainder.program().reverse(o, n, w.scratch);
                for (int k = 0; k < states.length; k++) {
                    double[] to = slopes[group][o * states.length + k];
                    System.arraycopy(w.scratch.stateAdjoint(k), 0, to, half * length + from, n);
                }
            }
        }
    }

    private static void multiply(double[][] states, double[][] slopes, int from, double[][] out) {
        for (int o = 0; o < out.length; o++) {
            Arrays.fill(out[o], 0);
            for (int k = 0; k < states.length; k++) {
                double[] s = slopes[o * states.length + k];
                double[] v = states[k];
                double[] y = out[o];
                for (int i = 0; i < y.length; i++) {
                    y[i] += s[from + i] * v[i];
                }
            }
        }
    }

    private Course massed(Course f) {
        int n = symbols.fields();
        int each = f.re().length / n;
        Course result = Course.zero(f.re().length);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double c = -symbols.inverse(i, k);
                for (int p = 0; p < each && c != 0; p++) {
                    result.re()[i * each + p] += c * f.re()[k * each + p];
                    result.im()[i * each + p] += c * f.im()[k * each + p];
                }
            }
        }
        return result;
    }
}
