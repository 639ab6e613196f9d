package org.pinn4j.loss;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzTangents;
import org.pinn4j.blas.Blas;
import org.pinn4j.compile.Tangents;
import org.pinn4j.jets.Tiles;
import org.pinn4j.pde.Parameter;

/**
 * Second derivatives of ½‖r‖² over the tiles of one region, times a direction: the sweep of the gradient with its tangent,
 * so J^T(Jv) and Σ r_i ∇²r_i v come out together.
 */
final class RegionCurvature {
    private final RegionProgram region;
    private final List<Parameter> parameters;
    private final int parameterOffset;
    private final AnsatzTangents[] slots;
    private final Tangents program;
    private final double[][] states;
    private final double[][] stateTangents;
    private final double[][] data;
    private final double[][] seeds;
    private final double[][] seedTangents;
    private final int fields;

    RegionCurvature(RegionProgram region, Ansatz ansatz, List<Parameter> parameters, Blas blas) {
        int max = Tiles.POINTS;
        this.region = region;
        this.parameters = parameters;
        this.parameterOffset = ansatz.networkParameters();
        this.slots = new AnsatzTangents[region.slots()];
        for (int k = 0; k < slots.length; k++) {
            slots[k] = new AnsatzTangents(ansatz, region.columns(), region.plan(), max, blas);
        }
        this.program = region.program().tangents(max);
        this.states = new double[region.loads().size()][max];
        this.stateTangents = new double[region.loads().size()][max];
        this.data = new double[region.program().data().size()][max];
        this.seeds = new double[region.outputs()][max];
        this.seedTangents = new double[region.outputs()][max];
        this.fields = ansatz.forms().size();
    }

    /**
     * Adds Hv of the tile of n points from {@code first} to {@code out}.
     * @param scales of the residuals, by output
     */
    void add(double[] theta, double[] v, double[] scales, RegionPoints points, int first, int n, double[] out) {
        for (int k = 0; k < slots.length; k++) {
            slots[k].forward(theta, v, points.columns(k), region.columns().size() * first, n);
        }
        load(points, first, n);
        program.forward(n, states, stateTangents, data, coefficients(theta), coefficientTangents(theta, v));
        for (int k = 0; k < seeds.length; k++) {
            for (int i = 0; i < n; i++) {
                seeds[k][i] = scales[k] * scales[k] * program.output(k)[i];
                seedTangents[k][i] = scales[k] * scales[k] * program.outputTangent(k)[i];
            }
        }
        program.reverse(seeds, seedTangents, n);
        scatter(n);
        for (AnsatzTangents slot : slots) {
            slot.reverse(theta, v, out);
        }
        addCoefficients(theta, v, n, out);
    }

    private void load(RegionPoints points, int first, int n) {
        for (int k = 0; k < states.length; k++) {
            RegionProgram.Load load = region.loads().get(k);
            AnsatzTangents slot = slots[load.slot()];
            for (int i = 0; i < n; i++) {
                states[k][i] = load.factor() * slot.field(load.field())[load.channel() * n + i];
                stateTangents[k][i] = load.factor() * slot.tangent(load.field())[load.channel() * n + i];
            }
        }
        for (int k = 0; k < data.length; k++) {
            System.arraycopy(points.data(k), first, data[k], 0, n);
        }
    }

    private Parameter parameter(int k) {
        return parameters.get(region.parameterIndex()[k]);
    }

    private int place(int k) {
        return parameterOffset + region.parameterIndex()[k];
    }

    private double[] coefficients(double[] theta) {
        double[] result = new double[region.parameterIndex().length];
        Arrays.setAll(result, k -> parameter(k).value(theta[place(k)]));
        return result;
    }

    private double[] coefficientTangents(double[] theta, double[] v) {
        double[] result = new double[region.parameterIndex().length];
        Arrays.setAll(result, k -> parameter(k).slope(theta[place(k)]) * v[place(k)]);
        return result;
    }

    private void scatter(int n) {
        for (AnsatzTangents slot : slots) {
            for (int f = 0; f < fields; f++) {
                Arrays.fill(slot.seed(f), 0);
                Arrays.fill(slot.seedTangent(f), 0);
            }
        }
        for (int k = 0; k < states.length; k++) {
            RegionProgram.Load load = region.loads().get(k);
            AnsatzTangents slot = slots[load.slot()];
            for (int i = 0; i < n; i++) {
                int at = load.channel() * n + i;
                slot.seed(load.field())[at] += load.factor() * program.stateAdjoint(k)[i];
                slot.seedTangent(load.field())[at] += load.factor() * program.stateAdjointTangent(k)[i];
            }
        }
    }

    private void addCoefficients(double[] theta, double[] v, int n, double[] out) {
        for (int k = 0; k < region.parameterIndex().length; k++) {
            double w = theta[place(k)];
            double bend = parameter(k).curvature(w) * v[place(k)];
            for (int i = 0; i < n; i++) {
                out[place(k)] += parameter(k).slope(w) * program.parameterAdjointTangent(k)[i]
                        + bend * program.parameterAdjoint(k)[i];
            }
        }
    }
}
