package org.pinn4j.ansatz;

import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.blas.Blas;
import org.pinn4j.jets.Columns;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.Jets;
import org.pinn4j.jets.NetworkJets;

/**
 * Field jets on a tile: u = g + φN forward, and the transposed product that turns seeds for u into seeds for N before the
 * networks' one reverse sweep. One owner; nothing allocated after construction.
 */
public final class AnsatzJets {
    /** Points at once: blocks are tiles, of a few dozen, for figures thousands. */
    static final int MOST_POINTS = 1 << 20;

    private final List<Ansatz.Form> forms;
    private final NetworkJets[] networks;
    private final AnsatzColumns columns;
    private final AnsatzValues values;
    private final Jets jets;
    private final int channels;
    private final double[][] seed;
    private final double[][] tangent;
    private double[] block;
    private int n;

    public AnsatzJets(Ansatz ansatz, AnsatzColumns columns, DerivativePlan plan, int maxPoints, Blas blas) {
        Args.given(ansatz, "ansatz", columns, "columns");
        Args.given(plan, "plan", blas, "blas");
        Args.within(1, MOST_POINTS, maxPoints, "maxPoints");
        this.forms = ansatz.forms();
        this.columns = columns;
        this.channels = plan.channels();
        this.jets = new Jets(plan, maxPoints);
        this.networks = new NetworkJets[ansatz.networks().size()];
        for (int k = 0; k < networks.length; k++) {
            networks[k] = new NetworkJets(ansatz.networks().get(k), ansatz.offset(k), plan, maxPoints, blas);
        }
        this.values = new AnsatzValues(ansatz, columns, plan, maxPoints, networks);
        this.seed = new double[forms.size()][channels * maxPoints];
        this.tangent = new double[forms.size()][channels * maxPoints];
    }

    /** Forward on the tile whose columns stand in {@code block} from {@code offset}. */
    public void forward(double[] theta, double[] block, int offset, int n, boolean keep) {
        Args.given(theta, "theta", block, "block");
        this.block = block;
        this.n = n;
        for (int k = 0; k < networks.length; k++) {
            networks[k].forward(theta, block, offset + columns.input(k, n), n, keep);
        }
        values.combine(block, offset, n);
    }

    /** Jets [C · n] of the f-th field after {@link #forward}. */
    public double[] field(int f) {
        return values.field(f);
    }

    /** Where the adjoint jets [C · n] of the f-th field go before {@link #reverse} or {@link #jacobian}. */
    public double[] seed(int f) {
        Args.index(f, seed.length, "f");
        return seed[f];
    }

    private void seedNetworks() {
        int rows = channels * n;
        for (int k = 0; k < networks.length; k++) {
            java.util.Arrays.fill(networks[k].seeds(), 0, networks[k].outputs() * rows, 0);
        }
        for (int f = 0; f < forms.size(); f++) {
            Ansatz.Form form = forms.get(f);
            jets.multiplyTransposed(
                    n,
                    block,
                    values.factor(f),
                    seed[f],
                    0,
                    networks[form.network()].seeds(),
                    form.output() * rows,
                    true);
        }
    }

    /** Adds the parameter gradient, summed over the tile, to {@code gradient}. */
    public void reverse(double[] theta, double[] gradient) {
        Args.given(theta, "theta", gradient, "gradient");
        seedNetworks();
        for (NetworkJets network : networks) {
            network.reverse(theta, gradient);
        }
    }

    /** Writes or adds Jacobian rows, see {@link NetworkJets#jacobian}. */
    public void jacobian(double[] theta, double[] j, int at, int ld, boolean add, Columns columns) {
        Args.given(theta, "theta", j, "j");
        Args.given(columns, "columns");
        seedNetworks();
        for (NetworkJets network : networks) {
            network.jacobian(theta, j, at, ld, add, columns);
        }
    }

    /** After a kept forward sweep: derivatives of the field jets along {@code direction}; then read {@link #tangent}. */
    public void tangents(double[] theta, double[] direction) {
        Args.given(theta, "theta", direction, "direction");
        int rows = channels * n;
        for (NetworkJets network : networks) {
            network.tangent(theta, direction);
        }
        for (int f = 0; f < forms.size(); f++) {
            Ansatz.Form form = forms.get(f);
            jets.multiply(
                    n,
                    block,
                    values.factor(f),
                    networks[form.network()].tangent(),
                    form.output() * rows,
                    tangent[f],
                    0,
                    false);
        }
    }

    /** Tangent jets [C · n] of the f-th field after {@link #tangents}. */
    public double[] tangent(int f) {
        Args.index(f, tangent.length, "f");
        return tangent[f];
    }
}
