package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pinn4j.pde.Axis;

/**
 * Steep places over a slab, from those at its start and at its end: each as narrow as it is at the narrower of the two, on its way
 * from one to the other. Where there are more at one time than at the other, all of them stand still.
 */
final class Fronts {
    private static final double STILL = 0.5; // of a width
    private static final double NARROWER = 1.25;
    private static final double WIDER = 3;

    private Fronts() {}

    /**
     * @param start all that are steep to some degree
     * @param end those that count
     */
    static Layers over(List<Place> start, List<Place> end, Axis time, double from, double to) {
        List<Place> all = new ArrayList<>();
        for (Place e : end) {
            Place s = nearest(start, e);
            all.add(s == null ? e : pair(s, e, time, from, to));
        }
        start.stream().filter(s -> s.isNarrow() && nearest(end, s) == null).forEach(all::add);
        return new Layers(all);
    }

    /** Within a width; null if there is none. */
    private static Place nearest(List<Place> places, Place to) {
        return places.stream()
                .filter(p -> p.axis().equals(to.axis()) && Math.abs(p.at() - to.at()) < p.width() + to.width())
                .min(Comparator.comparingDouble(p -> Math.abs(p.at() - to.at())))
                .orElse(null);
    }

    private static Place pair(Place start, Place end, Axis time, double from, double to) {
        double width = Math.min(start.width(), end.width());
        double way = end.at() - start.at();
        return Math.abs(way) < STILL * width
                ? start.withWidth(width)
                : new Place(start.axis(), start.at(), width, new Place.Path(time, from, way / (to - from)));
    }

    /** Whether what is in use does for what is wanted: as many places, near enough, hardly wider and not much narrower. */
    static boolean serve(Layers used, Layers wanted, double from, double to) {
        return wanted.places().stream().allMatch(w -> used.places().stream().anyMatch(u -> serves(u, w, from, to)));
    }

    private static boolean serves(Place used, Place wanted, double from, double to) {
        return used.axis().equals(wanted.axis())
                && used.width() <= NARROWER * wanted.width()
                && used.width() * WIDER >= wanted.width()
                && Math.abs(used.at(from) - wanted.at(from)) <= STILL * wanted.width()
                && Math.abs(used.at(to) - wanted.at(to)) <= STILL * wanted.width();
    }
}
