package org.pinn4j.ansatz;

import java.util.Arrays;
import java.util.List;
import org.pinn4j.blas.Blas;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.Jets;
import org.pinn4j.jets.NetworkTangents;

/** The sweeps of {@link AnsatzJets} with a tangent carried along, for Hessian-vector products. One owner. */
public final class AnsatzTangents {
    private final List<Ansatz.Form> forms;
    private final AnsatzColumns columns;
    private final NetworkTangents[] networks;
    private final Jets jets;
    private final int channels;
    private final double[][] field;
    private final double[][] tangent;
    private final double[][] seed;
    private final double[][] seedTangent;
    private double[] block;
    private int offset;
    private int n;

    public AnsatzTangents(Ansatz ansatz, AnsatzColumns columns, DerivativePlan plan, int maxPoints, Blas blas) {
        this.forms = ansatz.forms();
        this.columns = columns;
        this.channels = plan.channels();
        this.jets = new Jets(plan, maxPoints);
        this.networks = new NetworkTangents[ansatz.networks().size()];
        for (int k = 0; k < networks.length; k++) {
            networks[k] = new NetworkTangents(ansatz.networks().get(k), ansatz.offset(k), plan, maxPoints, blas);
        }
        this.field = new double[forms.size()][channels * maxPoints];
        this.tangent = new double[forms.size()][channels * maxPoints];
        this.seed = new double[forms.size()][channels * maxPoints];
        this.seedTangent = new double[forms.size()][channels * maxPoints];
    }

    /** Forward on the tile whose columns stand in {@code block} from {@code offset}. */
    public void forward(double[] theta, double[] direction, double[] block, int offset, int n) {
        this.block = block;
        this.offset = offset;
        this.n = n;
        for (NetworkTangents network : networks) {
            network.forward(theta, direction, block, offset, n);
        }
        int rows = channels * n;
        for (int f = 0; f < forms.size(); f++) {
            NetworkTangents network = networks[forms.get(f).network()];
            int at = forms.get(f).output() * rows;
            System.arraycopy(block, offset + columns.base(n) + f * rows, field[f], 0, rows);
            jets.multiply(n, block, factor(f), network.output(), at, field[f], 0, true);
            jets.multiply(n, block, factor(f), network.outputTangent(), at, tangent[f], 0, false);
        }
    }

    private int factor(int f) {
        return offset + columns.factor(n) + f * channels * n;
    }

    /** Jets [C · n] of the f-th field. */
    public double[] field(int f) {
        return field[f];
    }

    /** Their derivatives along the direction. */
    public double[] tangent(int f) {
        return tangent[f];
    }

    /** Where the adjoint jets [C · n] of the f-th field go before {@link #reverse}. */
    public double[] seed(int f) {
        return seed[f];
    }

    /** Where their derivatives along the direction go. */
    public double[] seedTangent(int f) {
        return seedTangent[f];
    }

    /** Adds the derivative of the parameter gradient along the direction to {@code out}. */
    public void reverse(double[] theta, double[] direction, double[] out) {
        for (NetworkTangents network : networks) {
            Arrays.fill(network.seeds(), 0);
            Arrays.fill(network.seedTangents(), 0);
        }
        for (int f = 0; f < forms.size(); f++) {
            NetworkTangents network = networks[forms.get(f).network()];
            int at = forms.get(f).output() * channels * n;
            jets.multiplyTransposed(n, block, factor(f), seed[f], 0, network.seeds(), at, true);
            jets.multiplyTransposed(n, block, factor(f), seedTangent[f], 0, network.seedTangents(), at, true);
        }
        for (NetworkTangents network : networks) {
            network.reverse(theta, direction, out);
        }
    }
}
