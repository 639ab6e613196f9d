package org.pinn4j.validation.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pinn4j.args.Args;

/**
 * What a study found. Immutable; the same runs give the same result, whenever they were made.
 * @param name for titles
 * @param settings what all runs have in common
 * @param runs the finished ones, in the order of {@link Case#all}
 * @param total how many runs the study has
 */
public record StudyResult(
        String name,
        Map<String, String> settings,
        List<Variable> variables,
        List<Long> seeds,
        List<StudyRun> runs,
        int total) {
    public StudyResult {
        Args.given(name, "name", settings, "settings");
        Args.list(variables, "variables");
        Args.list(seeds, "seeds");
        Args.list(runs, "runs");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        variables = List.copyOf(variables);
        seeds = List.copyOf(seeds);
        runs = List.copyOf(runs);
    }

    /** Whether no run is missing. */
    public boolean isComplete() {
        return runs.size() == total;
    }

    /** The runs by combination of values, in the order of the tables; combinations without a run are left out. */
    public List<Group> groups() {
        return runs.stream()
                .collect(Collectors.groupingBy(r -> r.at().choices(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> new Group(e.getKey(), e.getValue()))
                .toList();
    }

    /** The error over each size, for each combination of the other values. */
    public List<Trend> trends() {
        List<Trend> trends = new ArrayList<>();
        for (Variable variable : variables) {
            if (variable.isSize() && variable.values().size() > 1) {
                lines(variable.name()).forEach((others, groups) -> trends.add(Trend.of(variable, others, groups)));
            }
        }
        return List.copyOf(trends);
    }

    /** The combinations as a table, the headings first; an error below the floor of its reference says so. */
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(StudyText.groupHeads(this));
        rows.addAll(StudyText.groupRows(this));
        return List.copyOf(rows);
    }

    /** The runs, seeds and time in a sentence. */
    public String summary() {
        return StudyText.summary(this);
    }

    /** Pictures of the error: over each numeric variable, or over the combinations where there is none, and over the time. */
    public List<Chart> charts() {
        return Chart.of(this);
    }

    /** The groups that differ in one variable alone, by the choices that they share. */
    Map<Map<String, String>, List<Group>> lines(String variable) {
        Function<Group, Map<String, String>> others = g -> new Case(g.choices(), 0).without(variable);
        return groups().stream().collect(Collectors.groupingBy(others, LinkedHashMap::new, Collectors.toList()));
    }

    /** Training time of all runs together. */
    public double seconds() {
        return runs.stream().mapToDouble(r -> r.found().seconds()).sum();
    }
}
