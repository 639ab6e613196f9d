package org.pinn4j.ansatz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Expr;
import org.pinn4j.pde.Reading;

/** Phases of periodic axes in place of their cosines and sines, see {@link AnsatzDesign#withPhases}. */
record Phases(Reading reading) {
    /** Features with a phase for each cosine and sine of a periodic axis that is not folded. */
    List<Expr> in(List<Expr> features) {
        List<Expr> result = new ArrayList<>(features);
        for (Axis axis : reading.periodic()) {
            int at = Collections.indexOfSubList(result, Features.periodic(axis, axis.min(), 1));
            if (at >= 0) {
                result.subList(at, at + 2).clear();
                result.add(at, free(axis) ? Features.scaled(axis, axis.min(), axis.max()) : of(axis));
            }
        }
        return result;
    }

    /** Whether no equation differentiates along an axis: what a field is at one of its points says nothing of the next. */
    private boolean free(Axis axis) {
        return reading.order(axis) == 0;
    }

    boolean has(Expr feature) {
        return reading.periodic().stream().anyMatch(a -> feature.equals(of(a)));
    }

    private static Expr of(Axis axis) {
        return Features.phase(axis, axis.min(), 1);
    }
}
