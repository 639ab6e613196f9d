package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The conditions on an axis dealt out to those who ask, each to one, so that as few as possible go without: a matching in a
 * bipartite graph, by augmenting paths. A block may have a condition that names one of its fields, or a field that hangs on it:
 * u_x = q with q given on an end is a condition on u.
 */
final class Supply {
    private final EquationSystem system;
    private final List<Given> given;
    private final List<int[]> blocks = new ArrayList<>();
    private final List<Region.Side> ends = new ArrayList<>();
    private final int[] takenBy;

    Supply(EquationSystem system, List<Given> given, List<Ask> asks) {
        this.system = system;
        this.given = given;
        this.takenBy = new int[given.size()];
        Arrays.fill(takenBy, -1);
        for (Ask ask : asks) {
            for (Region.Side end : ask.units()) {
                blocks.add(ask.block());
                ends.add(end);
            }
        }
    }

    /** How many of each ask go without, in the order of {@code asks}. */
    int[] missing(List<Ask> asks) {
        int[] missing = new int[asks.size()];
        for (int unit = 0; unit < blocks.size(); unit++) {
            if (!serve(unit, new boolean[takenBy.length])) {
                for (int a = 0; a < missing.length; a++) {
                    missing[a] += asks.get(a).block() == blocks.get(unit) ? 1 : 0;
                }
            }
        }
        return missing;
    }

    private boolean serve(int unit, boolean[] tried) {
        for (int g = 0; g < takenBy.length; g++) {
            if (!tried[g] && system.sees(given.get(g).at(ends.get(unit)), blocks.get(unit))) {
                tried[g] = true;
                if (takenBy[g] < 0 || serve(takenBy[g], tried)) {
                    takenBy[g] = unit;
                    return true;
                }
            }
        }
        return false;
    }
}
