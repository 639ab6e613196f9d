package org.pinn4j.loss;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzJets;
import org.pinn4j.blas.Blas;
import org.pinn4j.compile.Program;
import org.pinn4j.jets.Columns;
import org.pinn4j.jets.Tiles;

/** One worker's memory for the tiles of one region, and the sweeps over a tile. Allocates nothing after construction. */
final class RegionWorkspace {
    private final RegionProgram region;
    private final Program program;
    private final List<RegionProgram.Load> loads;
    private final AnsatzJets[] slots;
    private final Program.Scratch scratch;
    private final double[][] states;
    private final double[][] data;
    private final double[][] seeds;
    private final double[] parameters;
    private final int fields;
    private final int channels;
    private int n;

    RegionWorkspace(RegionProgram region, Ansatz ansatz, Blas blas) {
        int max = Tiles.POINTS;
        this.region = region;
        this.program = region.program();
        this.loads = region.loads();
        this.slots = new AnsatzJets[region.slots()];
        for (int k = 0; k < slots.length; k++) {
            slots[k] = new AnsatzJets(ansatz, region.columns(), region.plan(), max, blas);
        }
        this.scratch = program.scratch(max);
        this.states = new double[loads.size()][max];
        this.data = new double[program.data().size()][max];
        this.seeds = new double[region.outputs()][max];
        this.parameters = new double[region.parameterIndex().length];
        this.fields = ansatz.forms().size();
        this.channels = region.plan().channels();
    }

    /** Residuals of the tile of n points from {@code first}; read them by {@link #residual}. */
    void forward(double[] theta, double[] coefficients, RegionPoints points, int first, int n, boolean keep) {
        this.n = n;
        for (int k = 0; k < slots.length; k++) {
            slots[k].forward(theta, points.columns(k), region.columns().size() * first, n, keep);
        }
        for (int k = 0; k < data.length; k++) {
            System.arraycopy(points.data(k), first, data[k], 0, n);
        }
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = coefficients[region.parameterIndex()[k]];
        }
        for (int k = 0; k < states.length; k++) {
            RegionProgram.Load load = loads.get(k);
            copyScaled(
                    n, load.factor(), slots[load.slot()].field(load.field()), load.channel() * n, states[k], 0, false);
        }
        program.forward(n, states, data, parameters, scratch);
    }

    private static void copyScaled(int n, double c, double[] from, int fo, double[] to, int o, boolean add) {
        if (add) {
            for (int i = 0; i < n; i++) {
                to[o + i] += c * from[fo + i];
            }
        } else {
            for (int i = 0; i < n; i++) {
                to[o + i] = c * from[fo + i];
            }
        }
    }

    double[] residual(int output) {
        return scratch.output(output);
    }

    /** Where the seeds of output k go, [n], before {@link #addGradient}. */
    double[] seed(int output) {
        return seeds[output];
    }

    /** After a kept forward: gradient += Σ_k Σ_i seed_k[i]·∂r_k[i]/∂theta. */
    void addGradient(double[] theta, double[] gradient, int parameterOffset, double[] slopes) {
        program.reverse(seeds, n, scratch);
        scatterSeeds(1);
        for (AnsatzJets slot : slots) {
            slot.reverse(theta, gradient);
        }
        for (int k = 0; k < parameters.length; k++) {
            int index = region.parameterIndex()[k];
            double sum = 0;
            double[] adjoint = scratch.parameterAdjoint(k);
            for (int i = 0; i < n; i++) {
                sum += adjoint[i];
            }
            gradient[parameterOffset + index] += sum * slopes[index];
        }
    }

    /** After a kept forward: rows of scale·∂r_output/∂theta at {@code j[at + i + c·ld]}; every column is written. */
    void jacobian(
            double[] theta,
            int output,
            double scale,
            double[] j,
            int at,
            int ld,
            Columns columns,
            int parameterOffset,
            double[] slopes) {
        program.reverse(output, n, scratch);
        scatterSeeds(scale);
        for (int k = 0; k < slots.length; k++) {
            slots[k].jacobian(theta, j, at, ld, k > 0, columns);
        }
        for (int k = 0; k < slopes.length; k++) {
            int column = columns.of(parameterOffset + k);
            if (column >= 0) {
                Arrays.fill(j, at + column * ld, at + column * ld + n, 0);
            }
        }
        for (int k = 0; k < parameters.length; k++) {
            int index = region.parameterIndex()[k];
            int column = columns.of(parameterOffset + index);
            if (column >= 0) {
                copyScaled(n, scale * slopes[index], scratch.parameterAdjoint(k), 0, j, at + column * ld, false);
            }
        }
    }

    private void scatterSeeds(double scale) {
        for (AnsatzJets slot : slots) {
            for (int f = 0; f < fields; f++) {
                Arrays.fill(slot.seed(f), 0, channels * n, 0);
            }
        }
        for (int k = 0; k < states.length; k++) {
            RegionProgram.Load load = loads.get(k);
            copyScaled(
                    n,
                    scale * load.factor(),
                    scratch.stateAdjoint(k),
                    0,
                    slots[load.slot()].seed(load.field()),
                    load.channel() * n,
                    true);
        }
    }

    /** After a kept forward: out[at + k·n + i] = scale_k·∂r_k[i]/∂theta · direction. */
    void tangent(
            double[] theta,
            double[] direction,
            double[] scales,
            double[] out,
            int at,
            int parameterOffset,
            double[] slopes) {
        for (AnsatzJets slot : slots) {
            slot.tangents(theta, direction);
        }
        for (int output = 0; output < region.outputs(); output++) {
            int row = at + output * n;
            Arrays.fill(out, row, row + n, 0);
            program.reverse(output, n, scratch);
            for (int k = 0; k < states.length; k++) {
                RegionProgram.Load load = loads.get(k);
                addProduct(
                        n,
                        scales[output] * load.factor(),
                        scratch.stateAdjoint(k),
                        slots[load.slot()].tangent(load.field()),
                        load.channel() * n,
                        out,
                        row);
            }
            for (int k = 0; k < parameters.length; k++) {
                int index = region.parameterIndex()[k];
                copyScaled(
                        n,
                        scales[output] * slopes[index] * direction[parameterOffset + index],
                        scratch.parameterAdjoint(k),
                        0,
                        out,
                        row,
                        true);
            }
        }
    }

    private static void addProduct(int n, double c, double[] f, double[] g, int go, double[] out, int o) {
        for (int i = 0; i < n; i++) {
            out[o + i] += c * f[i] * g[go + i];
        }
    }
}
