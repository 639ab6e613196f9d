package org.pinn4j.train;

import java.util.ArrayList;
import java.util.List;
import org.pinn4j.args.Args;

/** What happened, check by check. No times: equal runs have equal histories. */
public final class History {
    /**
     * One check.
     * @param loss half the sum of squares on the training points
     * @param heldOut relative residual on points that no gradient saw
     */
    public record Entry(String stage, int step, double loss, double heldOut) {
        public Entry {
            Args.given(stage, "stage");
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
