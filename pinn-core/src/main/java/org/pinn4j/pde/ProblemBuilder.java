package org.pinn4j.pde;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pinn4j.args.Args;

/**
 * A statement that is being put together, for many conditions: the same checks and errors as those of {@link Problem}, each of
 * whose methods makes another problem, which for n conditions is n² steps and here n. Mutable, of one thread.
 */
public final class ProblemBuilder {
    private final Problem start;
    private final Stated stated;
    private final Set<Axis> periodic = new LinkedHashSet<>();
    private final Set<Parity> parities = new LinkedHashSet<>();
    private final Map<String, String> acknowledged = new LinkedHashMap<>();

    /** @param start what is stated already */
    public ProblemBuilder(Problem start) {
        this.start = Args.given(start, "start");
        this.stated = new Stated(start);
        periodic.addAll(start.declaredPeriodic());
        parities.addAll(start.parities());
        acknowledged.putAll(start.acknowledged());
    }

    /** As {@link Problem#require(Condition)}. */
    public ProblemBuilder require(Condition condition) {
        stated.require(Args.given(condition, "condition"));
        return this;
    }

    /** As {@link Problem#minimising(Expr, Region)}. */
    public ProblemBuilder minimising(Energy energy) {
        stated.minimise(Args.given(energy, "energy"));
        return this;
    }

    /** As {@link Problem#periodicIn}. */
    public ProblemBuilder periodicIn(Axis axis) {
        Args.given(axis, "axis");
        StatementCheck.spaceAxis(start, "periodicIn", axis);
        StatementCheck.ends(start, "periodicIn", axis);
        periodic.add(axis);
        return this;
    }

    /**
     * As {@link Problem#oddIn} for −1 and {@link Problem#evenIn} for +1.
     * @param fields none stands for all
     */
    public ProblemBuilder parity(Axis axis, double centre, int sign, List<Field> fields) {
        Args.given(axis, "axis");
        Args.list(fields, "fields");
        parities.add(start.parity(axis, centre, sign, fields));
        return this;
    }

    /** As {@link Problem#acknowledge(String, String)}. */
    public ProblemBuilder acknowledge(String findingKey, String reason) {
        Args.given(findingKey, "findingKey", reason, "reason");
        Problem.requireReason(findingKey, reason);
        acknowledged.put(findingKey, reason);
        return this;
    }

    /** The statement so far, under the name of the start. */
    public Problem build() {
        return start.with(stated, periodic, parities, acknowledged);
    }
}
