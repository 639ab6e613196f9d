package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.List;

/** How far a place reaches, in words. */
final class Extents {
    private Extents() {}

    /** Of each axis; of a long family from the first to the last. */
    static List<String> of(Domain domain) {
        List<Axes> families = Axes.among(domain.axes(), Many.AXES);
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < domain.axes().size(); k++) {
            Axis axis = domain.axes().get(k);
            Axes of = families.stream()
                    .filter(f -> f.at(1).equals(axis))
                    .findFirst()
                    .orElse(null);
            texts.add(of == null ? interval(domain, axis) : axis + " ... " + interval(domain, of.at(of.count())));
            k += of == null ? 0 : of.count() - 1;
        }
        return texts;
    }

    /** How far the place reaches along an axis; of one without ends the shape tells that, which may go on for ever. */
    private static String interval(Domain domain, Axis axis) {
        Axis a = domain.extent(axis);
        return axis.isBounded()
                ? "%s in [%s, %s]".formatted(a, Printer.number(a.min()), Printer.number(a.max()))
                : axis.name();
    }
}
