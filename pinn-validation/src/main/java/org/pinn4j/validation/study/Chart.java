package org.pinn4j.validation.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pinn4j.args.Args;

/**
 * The error over something, ready to be drawn by whoever can draw. The error is on a logarithmic axis. Immutable.
 * @param file a name for files, without ending
 * @param logarithmic whether the other axis is, too; otherwise it counts 1, 2, ... and {@code labels} name the places
 * @param labels one for each place on the axis across
 * @param floors of the references, to be drawn as levels
 */
public record Chart(
        String file,
        String title,
        String across,
        boolean logarithmic,
        Map<Double, String> labels,
        List<Curve> curves,
        List<Double> floors) {
    /** A floor this far below every error would squeeze them into a line. */
    private static final double FAR = 1e-3;

    /**
     * @param middle medians, places [x, y] in the order of growing x
     * @param low the smallest error at each place
     * @param high the largest
     * @param runs every run [x, y]
     * @param law the fitted line, drawn from the first to the last place that it was fitted to
     */
    public record Curve(
            String name,
            List<double[]> middle,
            List<Double> low,
            List<Double> high,
            List<double[]> runs,
            Optional<PowerLaw> law,
            int fitted) {
        public Curve {
            Args.given(name, "name", middle, "middle");
            Args.given(low, "low", high, "high");
            Args.given(runs, "runs", law, "law");
        }
    }

    public Chart {
        Args.given(file, "file", title, "title");
        Args.given(across, "across", labels, "labels");
        Args.list(curves, "curves");
        Args.list(floors, "floors");
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        curves = List.copyOf(curves);
        floors = List.copyOf(floors);
    }

    /** Whether a floor is near enough to the errors to be drawn beside them. */
    public boolean shows(double floor) {
        return curves.stream().flatMap(c -> c.runs().stream()).anyMatch(run -> floor >= FAR * run[1]);
    }

    /** One for each numeric variable; for none, one over the combinations; and one over the time. */
    static List<Chart> of(StudyResult result) {
        List<Chart> charts = new ArrayList<>();
        for (Variable variable : result.variables()) {
            if (variable.isNumeric() && variable.values().size() > 1) {
                charts.add(over(result, variable));
            }
        }
        if (charts.isEmpty()) {
            charts.add(combinations(result));
        }
        charts.add(time(result));
        charts.removeIf(c -> c.curves().isEmpty());
        return List.copyOf(charts);
    }

    private static Chart over(StudyResult result, Variable variable) {
        List<Curve> curves = new ArrayList<>();
        result.lines(variable.name()).forEach((others, groups) -> {
            Trend trend = Trend.of(variable, others, groups);
            curve(name(others), trend.groups(), g -> Trend.size(variable.name(), g), trend.law(), trend.sizesUsed())
                    .ifPresent(curves::add);
        });
        Map<Double, String> labels = variable.values().stream().collect(Collectors.toMap(Variable::number, v -> v));
        String title = "%s: error over %s".formatted(result.name(), variable.name());
        return new Chart("error-" + variable.name(), title, variable.name(), true, labels, curves, floors(result));
    }

    private static Chart combinations(StudyResult result) {
        List<Group> groups = result.groups();
        Map<Double, String> labels = new TreeMap<>();
        groups.forEach(g -> labels.put(labels.size() + 1.0, name(g.choices())));
        List<Curve> curves = new ArrayList<>();
        curve("median", groups, g -> groups.indexOf(g) + 1.0, Optional.empty(), 0)
                .ifPresent(curves::add);
        return new Chart("error", result.name() + ": error", "", false, labels, curves, floors(result));
    }

    /** Every combination is a point at its median time. */
    private static Chart time(StudyResult result) {
        List<Curve> curves = new ArrayList<>();
        for (Group g : result.groups()) {
            List<double[]> runs = drawable(g)
                    .map(f -> new double[] {f.seconds(), f.relativeL2()})
                    .toList();
            if (!runs.isEmpty()) {
                curves.add(new Curve(name(g.choices()), List.of(), List.of(), List.of(), runs, Optional.empty(), 0));
            }
        }
        return new Chart(
                "error-seconds",
                result.name() + ": error over training time",
                "seconds",
                true,
                Map.of(),
                curves,
                floors(result));
    }

    private static Stream<Figures> drawable(Group g) {
        return g.runs().stream()
                .map(StudyRun::found)
                .filter(f -> f.relativeL2() > 0 && Double.isFinite(f.relativeL2()) && f.seconds() > 0);
    }

    private static Optional<Curve> curve(
            String name, List<Group> groups, ToDoubleFunction<Group> place, Optional<PowerLaw> law, int fitted) {
        List<double[]> middle = new ArrayList<>();
        List<double[]> runs = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (Group g : groups) {
            double[] errors = drawable(g).mapToDouble(Figures::relativeL2).toArray();
            if (errors.length > 0) {
                Spread spread = Spread.of(errors);
                double x = place.applyAsDouble(g);
                middle.add(new double[] {x, spread.median()});
                low.add(spread.min());
                high.add(spread.max());
                for (double e : errors) {
                    runs.add(new double[] {x, e});
                }
            }
        }
        return middle.isEmpty()
                ? Optional.empty()
                : Optional.of(new Curve(name, List.copyOf(middle), low, high, List.copyOf(runs), law, fitted));
    }

    private static String name(Map<String, String> choices) {
        return choices.isEmpty() ? "all" : Case.text(choices);
    }

    private static List<Double> floors(StudyResult result) {
        Set<Double> floors = new LinkedHashSet<>();
        result.runs().forEach(r -> floors.add(r.found().floor()));
        floors.removeIf(f -> !(f > 0 && Double.isFinite(f)));
        return List.copyOf(floors);
    }
}
