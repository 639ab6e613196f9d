package org.pinn4j.direct;

import java.util.Optional;
import org.pinn4j.ansatz.AnsatzDesign;

/**
 * What a candidate stands on: the whole statement, or a slab of time with the state that it begins with.
 * @param from where the slab begins; meaningless for a statement that is solved as a whole, as {@code to}
 */
record Ground(
        AnsatzDesign design,
        Judge judge,
        Window window,
        Optional<Edge> edge,
        Optional<Held> held,
        double from,
        double to) {
    static Ground whole(AnsatzDesign design, Judge judge) {
        return new Ground(design, judge, Window.whole(), Optional.empty(), Optional.empty(), 0, 1);
    }
}
