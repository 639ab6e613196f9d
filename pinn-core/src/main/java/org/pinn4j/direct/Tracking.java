package org.pinn4j.direct;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The steep places of a march: where the state is steep at the start of the slab at hand and at its end. What of that helps is
 * found by trial; a solution that is steep is not always too steep for features that see the axis as it is. Of one thread.
 */
final class Tracking {
    private static final double ALIKE = 1.5;
    private static final int MOST_DIFFERENT = 200; // a solution holds 256 kinds of pieces

    private final Slabs slabs;
    private List<Place> starts; // null until they are asked for
    private Stretch before; // the last slab; null at the start of time
    private Layers last = Layers.NONE;
    private int different; // slabs that went to other places than the one before

    Tracking(Slabs slabs) {
        this.slabs = slabs;
    }

    /** The slab that begins where one ends. @param used where its features went */
    void after(Stretch slab, Layers used) {
        different += used.equals(last) ? 0 : 1;
        last = used;
        before = slab;
        starts = null;
    }

    private List<Place> starts() {
        if (starts == null) {
            starts = before == null ? slabs.steepAtStart() : slabs.steepAtEnd(before);
        }
        return starts;
    }

    private double from() {
        return before == null ? slabs.start() : before.to();
    }

    /** As the slab begins, at rest. */
    Layers atStart() {
        List<Place> now = counted(starts());
        return Fronts.over(now, now, slabs.time(), from(), slabs.end());
    }

    /** What start and end of a solved slab ask for, if what is in use does not do. */
    Optional<Layers> wanted(Stretch solved, Layers used) {
        if (different >= MOST_DIFFERENT) {
            return Optional.empty();
        }
        Layers wanted = Fronts.over(starts(), counted(slabs.steepAtEnd(solved)), slabs.time(), from(), solved.to());
        return Fronts.serve(used, wanted, from(), solved.to()) ? Optional.empty() : Optional.of(wanted);
    }

    /** Those that are narrow, and those that are about as narrow as the narrowest. */
    private static List<Place> counted(List<Place> places) {
        double narrowest = places.stream()
                .min(Comparator.comparingDouble(Place::share))
                .map(Place::share)
                .orElse(0.0);
        return places.stream()
                .filter(p -> p.isNarrow() || p.share() <= ALIKE * narrowest)
                .toList();
    }
}
