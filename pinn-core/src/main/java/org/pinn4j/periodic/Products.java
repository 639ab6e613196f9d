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
    private final double[][][] factors; // [states][2][waves], the shift of the grid among them
    private final double[][] back; // [2][waves]: the shift undone
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
     * @param shift of the grid, as a part of its step
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
        double[][] there = turns(shift);
        Arrays.setAll(factors, k -> products(symbols.factors(waves, remainder.orders(k)), there));
        this.back = turns(-shift);
        this.given = new double[groups][][];
        for (int g = 0; g < groups; g++) {
            given[g] = halves(remainder.given(grid, shift, Arrays.copyOfRange(times, g * GROUP, (g + 1) * GROUP)));
        }
        this.slopes = new double[groups][][];
        this.workspaces = new Workspace[algebra.workers().count()];
        Arrays.setAll(workspaces, k -> new Workspace());
    }

    /** e^(ik·s), s the phases of the shift. */
    private double[][] turns(double shift) {
        double[][] turns = new double[2][waves.count()];
        for (int p = 0; p < waves.count(); p++) {
            double angle = 0;
            for (int a = 0; a < grid.length; a++) {
                angle += 2 * Math.PI * waves.number(p, a) * shift / grid[a];
            }
            turns[0][p] = Math.cos(angle);
            turns[1][p] = Math.sin(angle);
        }
        return turns;
    }

    private static double[][] products(double[][] a, double[][] b) {
        double[][] result = new double[2][a[0].length];
        for (int p = 0; p < a[0].length; p++) {
            result[0][p] = a[0][p] * b[0][p] - a[1][p] * b[1][p];
            result[1][p] = a[0][p] * b[1][p] + a[1][p] * b[0][p];
        }
        return result;
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
        return massed(moved(f));
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
        return massed(moved(f));
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

    /** From the points of the grid to where phases begin. */
    private Course moved(Course f) {
        for (int k = 0; k < f.re().length; k++) {
            int wave = k / nodes % waves.count();
            double re = f.re()[k];
            f.re()[k] = back[0][wave] * re - back[1][wave] * f.im()[k];
            f.im()[k] = back[1][wave] * re + back[0][wave] * f.im()[k];
        }
        return f;
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
