package org.pinn4j.ansatz;

import java.util.List;
import org.pinn4j.args.Args;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.jets.ForwardSweep;
import org.pinn4j.jets.Jets;
import org.pinn4j.jets.PointJets;

/** Field jets u = g + φN from the outputs of the networks. One owner; nothing allocated after construction. */
public final class AnsatzValues {
    private final List<Ansatz.Form> forms;
    private final AnsatzColumns columns;
    private final ForwardSweep[] networks;
    private final Jets jets;
    private final int channels;
    private final double[][] field;
    private int offset;
    private int n;

    AnsatzValues(Ansatz ansatz, AnsatzColumns columns, DerivativePlan plan, int maxPoints, ForwardSweep[] networks) {
        this.forms = ansatz.forms();
        this.columns = columns;
        this.networks = networks;
        this.jets = new Jets(plan, maxPoints);
        this.channels = plan.channels();
        this.field = new double[forms.size()][channels * maxPoints];
    }

    /** For a few points at a time, in plain Java. */
    public static AnsatzValues few(Ansatz ansatz, AnsatzColumns columns, DerivativePlan plan, int maxPoints) {
        Args.given(ansatz, "ansatz", columns, "columns");
        Args.given(plan, "plan");
        Args.within(1, AnsatzJets.MOST_POINTS, maxPoints, "maxPoints");
        ForwardSweep[] networks = new ForwardSweep[ansatz.networks().size()];
        for (int k = 0; k < networks.length; k++) {
            networks[k] = new PointJets(ansatz.networks().get(k), ansatz.offset(k), plan, maxPoints);
        }
        return new AnsatzValues(ansatz, columns, plan, maxPoints, networks);
    }

    /** Forward on the tile whose columns stand in {@code block} from {@code offset}. */
    public void forward(double[] theta, double[] block, int offset, int n) {
        Args.given(theta, "theta", block, "block");
        for (int k = 0; k < networks.length; k++) {
            networks[k].forward(theta, block, offset + columns.input(k, n), n);
        }
        combine(block, offset, n);
    }

    /** The fields from what the networks hold. */
    void combine(double[] block, int offset, int n) {
        this.offset = offset;
        this.n = n;
        int rows = channels * n;
        for (int f = 0; f < forms.size(); f++) {
            Ansatz.Form form = forms.get(f);
            System.arraycopy(block, offset + columns.base(n) + f * rows, field[f], 0, rows);
            double[] output = networks[form.network()].output();
            jets.multiply(n, block, factor(f), output, form.output() * rows, field[f], 0, true);
        }
    }

    /** Where the f-th factor stands in the block of the last sweep. */
    int factor(int f) {
        return offset + columns.factor(n) + f * channels * n;
    }

    /** Jets [C · n] of the f-th field after {@link #forward}. */
    public double[] field(int f) {
        Args.index(f, field.length, "f");
        return field[f];
    }
}
