package org.pinn4j.validation.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.pinn4j.args.Args;

/**
 * The runs of one combination of values, one for each seed. Immutable.
 * @param choices value by variable name
 * @param runs in the order of the seeds, those that are finished
 */
public record Group(Map<String, String> choices, List<StudyRun> runs) {
    public Group {
        Args.given(choices, "choices");
        Args.list(runs, "runs");
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        runs = List.copyOf(runs);
    }

    /** Of the relative L2 error. */
    public Spread error() {
        return spread(Figures::relativeL2);
    }

    /** Of the training time. */
    public Spread seconds() {
        return spread(Figures::seconds);
    }

    /** Of what the reference itself may have. */
    public double floor() {
        return spread(Figures::floor).median();
    }

    /** Whether the median is a figure that the reference can tell. */
    public boolean isAboveFloor() {
        double median = error().median();
        return Double.isFinite(median) && median > 0 && !(median < floor());
    }

    private Spread spread(ToDoubleFunction<Figures> figure) {
        return Spread.of(
                runs.stream().mapToDouble(r -> figure.applyAsDouble(r.found())).toArray());
    }
}
