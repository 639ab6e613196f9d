package org.pinn4j.direct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bandwidths that may still win, while the number of features grows. At few features figures are far from what the same
 * shape ends at: one draw may put a shape first that converges at half the rate of the next. So those whose figures are within
 * a factor of {@value #NEAR} of the lowest of their size are tried again at the next one. Where features are many one solve
 * costs as much as all before it: there the best and what is near it go on, without a look at other margins.
 */
final class Contenders {
    private static final double NEAR = 10;
    private static final int MOST_FEW = 3;
    private static final int MOST_MANY = 2;
    private static final int FEW = 3; // times the least number of features

    private final int few;
    private final Map<String, Double> figures = new HashMap<>(); // of this size, by name
    private final List<Bandwidths> tried = new ArrayList<>(); // at this size
    private final Set<String> names = new HashSet<>(); // of all that were tried
    private List<Bandwidths> kept;

    /** @param least number of features of any search; the first may have more */
    Contenders(Bandwidths first, int least) {
        this.few = FEW * least;
        this.kept = List.of(first);
    }

    /** What to try at a new size, the best first. */
    List<Bandwidths> at(int features) {
        if (!tried.isEmpty()) {
            kept = near();
        }
        figures.clear();
        tried.clear();
        Bandwidths best = kept.get(0);
        Stream<Bandwidths> margins = features <= few
                ? Stream.of(best, best.withMargin(Bandwidths.PER_WAVE), best.withMargin(Bandwidths.WIDE_MARGIN))
                : Stream.of(best);
        return Stream.concat(margins, kept.stream())
                .map(b -> b.withFeatures(features))
                .toList();
    }

    private List<Bandwidths> near() {
        double lowest = figures.values().stream().mapToDouble(f -> f).min().orElse(0);
        int most = tried.get(0).features() <= few ? MOST_FEW : MOST_MANY;
        return tried.stream()
                .filter(b -> figures.get(b.toString()) <= NEAR * lowest)
                .sorted(Comparator.comparing(b -> figures.get(b.toString())))
                .limit(most)
                .toList();
    }

    /** Whether this one was not yet tried. */
    boolean isNew(Bandwidths bandwidths) {
        return !names.contains(bandwidths.toString());
    }

    /** @param figure that it ends at; NaN is no contender */
    void tried(Bandwidths bandwidths, double figure) {
        names.add(bandwidths.toString());
        if (figure < Double.POSITIVE_INFINITY) {
            figures.put(bandwidths.toString(), figure);
            tried.add(bandwidths);
        }
    }
}
