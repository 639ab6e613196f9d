package org.pinn4j.loss;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.ansatz.Ansatz;
import org.pinn4j.ansatz.AnsatzColumns;
import org.pinn4j.args.Args;
import org.pinn4j.compile.CoordinateProgram;
import org.pinn4j.compile.Program;
import org.pinn4j.jets.DerivativePlan;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Leaves;
import org.pinn4j.pde.Parameter;
import org.pinn4j.pde.Region;
import org.pinn4j.plan.CollapsedSums;

/** The equations of one region, compiled: which channels they need, where each state leaf is found. Immutable. */
public final class RegionProgram {
    /** Where a leaf of the compiled equations is read and its adjoint written: channel of a field at a slot, times α!. */
    record Load(int slot, int field, int channel, double factor) {}

    private final List<Condition> conditions;
    private final Region region;
    private final String costs;
    private final DerivativePlan plan;
    private final AnsatzColumns columns;
    private final Program program;
    private final CoordinateProgram data;
    private final List<Load> loads;
    private final int[] parameterIndex;

    /**
     * @param conditions equations that stand on one region
     * @param parameters every trainable coefficient of the problem, in the order of theta
     */
    public RegionProgram(Ansatz ansatz, List<Condition> conditions, List<Parameter> parameters) {
        this(
                differentiable(Args.given(ansatz, "ansatz"), Args.list(conditions, "conditions")),
                conditions,
                Args.given(parameters, "parameters"),
                CollapsedSums.of(residuals(conditions), ansatz.axes()));
    }

    /** @param sums of {@link #residuals} */
    RegionProgram(Ansatz ansatz, List<Condition> conditions, List<Parameter> parameters, CollapsedSums sums) {
        this.conditions = List.copyOf(conditions);
        this.region = conditions.get(0).region();
        this.costs = sums.costs();
        this.program = Program.compile(sums.expressions());
        this.plan = sums.plan(program.states());
        this.columns = new AnsatzColumns(ansatz, plan);
        this.data = CoordinateProgram.compile(program.data(), ansatz.axes());
        this.loads = new ArrayList<>();
        for (Program.StateLeaf leaf : program.states()) {
            int channel = sums.channel(leaf, plan);
            loads.add(new Load(leaf.slot(), ansatz.indexOf(sums.field(leaf)), channel, plan.factorial(channel)));
        }
        this.parameterIndex =
                program.parameters().stream().mapToInt(parameters::indexOf).toArray();
    }

    private static Ansatz differentiable(Ansatz ansatz, List<Condition> conditions) {
        conditions.forEach(c -> requireDerivatives(ansatz, c));
        return ansatz;
    }

    /** @throws IllegalArgumentException where it differentiates a network more often than this can be */
    static void requireDerivatives(Ansatz ansatz, Condition c) {
        ansatz.requireDerivatives(
                Leaves.of(c.equation().residual()).states(), "condition '%s' (%s)".formatted(c.name(), c.equation()));
    }

    static List<Expr> residuals(List<Condition> conditions) {
        Args.atLeast(1, conditions.size(), "conditions");
        return conditions.stream().map(c -> c.equation().residual()).toList();
    }

    public List<Condition> conditions() {
        return conditions;
    }

    public Region region() {
        return region;
    }

    public DerivativePlan plan() {
        return plan;
    }

    /** Channels of the plan and of the one it was chosen over, as text. */
    public String costs() {
        return costs;
    }

    /** Whether every equation is affine in the fields, with coefficients of the point alone. */
    public boolean isLinear() {
        return java.util.stream.IntStream.range(0, outputs()).allMatch(program::isLinear);
    }

    /** Residuals per point. */
    public int outputs() {
        return conditions.size();
    }

    /** 1 plus the number of traces. */
    int slots() {
        return program.slots().size() + 1;
    }

    /** Face that the partner point of slot k ≥ 1 lies on. */
    Region.Face slot(int k) {
        return (Region.Face) program.slots().get(k - 1);
    }

    AnsatzColumns columns() {
        return columns;
    }

    Program program() {
        return program;
    }

    CoordinateProgram data() {
        return data;
    }

    List<Load> loads() {
        return loads;
    }

    /** Place in the problem's parameters of each parameter of the program. */
    int[] parameterIndex() {
        return parameterIndex;
    }

    @Override
    public String toString() {
        return conditions + " channels " + plan;
    }
}
