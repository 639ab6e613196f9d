package org.pinn4j.validation.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.args.Args;
import org.pinn4j.pde.Names;

/**
 * The error over one variable while the others stay. Immutable.
 * @param variable that changes along the trend
 * @param others the choices that stay, by variable name
 * @param groups in the order of growing size
 * @param law the fitted order, where there is one
 * @param sizesUsed how many sizes, from the smallest on, the law was fitted to
 * @param verdict the law or why there is none, in words
 */
public record Trend(
        String variable,
        Map<String, String> others,
        List<Group> groups,
        Optional<PowerLaw> law,
        int sizesUsed,
        String verdict) {
    private static final int FEWEST_SIZES = 3;
    private static final double LEAST_DETERMINATION = 0.8;

    /** A median that is not below this share of the one before does not fall. */
    private static final double PROGRESS = 0.9;

    /** A median that falls short of the line through those before it by more than this factor is on the plateau, too. */
    private static final double SHORTFALL = 3;

    public Trend {
        Args.given(variable, "variable", others, "others");
        Args.list(groups, "groups");
        Args.given(law, "law", verdict, "verdict");
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        groups = List.copyOf(groups);
    }

    /**
     * Fits the runs of all seeds at the sizes before the plateau: from the smallest size on, as long as the median falls and is above the
     * floor of the reference. There is an order if those are three sizes or more, the line explains four fifths of the
     * variation, and the interval of its order lies above zero.
     */
    static Trend of(Variable variable, Map<String, String> others, List<Group> unordered) {
        List<Group> groups = unordered.stream()
                .filter(g -> !g.runs().isEmpty())
                .sorted(Comparator.comparingDouble(g -> size(variable.name(), g)))
                .toList();
        int used = sizesBeforePlateau(variable.name(), groups);
        if (used < FEWEST_SIZES) {
            return without(
                    variable,
                    others,
                    groups,
                    "the median error falls over %s, three are needed".formatted(Names.count(used, "size")));
        }
        PowerLaw law = fit(variable.name(), groups.subList(0, used));
        if (!(law.determination() >= LEAST_DETERMINATION)) {
            return without(
                    variable,
                    others,
                    groups,
                    String.format(
                            Locale.ROOT,
                            "a power law explains %.0f %% of the variation only",
                            100 * law.determination()));
        }
        if (!(law.low() > 0)) {
            return without(
                    variable,
                    others,
                    groups,
                    String.format(Locale.ROOT, "the interval %.2f to %.2f reaches zero", law.low(), law.high()));
        }
        String range = used == groups.size()
                ? "all %d sizes".formatted(used)
                : "the first %d of %d sizes".formatted(used, groups.size());
        String verdict = String.format(
                Locale.ROOT,
                "order %.2f (95 %%: %.2f to %.2f) in %s, over %s",
                law.order(),
                law.low(),
                law.high(),
                variable.name(),
                range);
        return new Trend(variable.name(), others, groups, Optional.of(law), used, verdict);
    }

    private static Trend without(Variable variable, Map<String, String> others, List<Group> groups, String why) {
        return new Trend(
                variable.name(),
                others,
                groups,
                Optional.empty(),
                0,
                "no order in %s: %s".formatted(variable.name(), why));
    }

    /** The verdict with what it is about, as a sentence without its full stop. */
    @Override
    public String toString() {
        return StudyText.subject(this) + verdict;
    }

    static double size(String variable, Group group) {
        return Variable.number(group.choices().get(variable));
    }

    private static int sizesBeforePlateau(String variable, List<Group> groups) {
        int used = 0;
        double last = Double.POSITIVE_INFINITY;
        while (used < groups.size() && groups.get(used).isAboveFloor()) {
            double median = groups.get(used).error().median();
            if (!(median < PROGRESS * last) || used > 1 && fallsShort(variable, groups, used)) {
                break;
            }
            last = median;
            used++;
        }
        return used;
    }

    private static boolean fallsShort(String variable, List<Group> groups, int used) {
        List<Group> before = groups.subList(0, used);
        PowerLaw medians = PowerLaw.fit(
                before.stream().mapToDouble(g -> size(variable, g)).toArray(),
                before.stream().mapToDouble(g -> g.error().median()).toArray());
        Group next = groups.get(used);
        return next.error().median() > SHORTFALL * medians.at(size(variable, next));
    }

    private static PowerLaw fit(String variable, List<Group> groups) {
        List<double[]> pairs = new ArrayList<>();
        for (Group group : groups) {
            group.runs().stream()
                    .filter(r -> r.found().isAboveFloor())
                    .forEach(r -> pairs.add(
                            new double[] {size(variable, group), r.found().relativeL2()}));
        }
        return PowerLaw.fit(
                pairs.stream().mapToDouble(p -> p[0]).toArray(),
                pairs.stream().mapToDouble(p -> p[1]).toArray());
    }
}
