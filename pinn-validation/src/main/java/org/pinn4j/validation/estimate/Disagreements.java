package org.pinn4j.validation.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pinn4j.pde.Condition;
import org.pinn4j.pde.Problem;
import org.pinn4j.pde.Reading;
import org.pinn4j.pde.Region;

/**
 * The points where given values contradict each other and the user has acknowledged it: there no field is the solution, and what
 * an error says depends on which of the two values it is measured by.
 */
final class Disagreements {
    private record Pair(List<Region.Face> first, List<Region.Face> second) {}

    private final Problem problem;
    private final List<Pair> pairs = new ArrayList<>();

    Disagreements(Problem problem) {
        this.problem = problem;
        Set<String> keys = problem.acknowledged().keySet();
        for (Condition a : problem.conditions()) {
            for (Condition b : problem.conditions()) {
                if (keys.contains("disagree:" + a.name() + "/" + b.name())) {
                    pairs.add(new Pair(Reading.ends(problem, a.region()), Reading.ends(problem, b.region())));
                }
            }
        }
    }

    boolean none() {
        return pairs.isEmpty();
    }

    /** @param x [axes × n] */
    boolean at(double[] x, int n, int point) {
        return pairs.stream().anyMatch(p -> on(p.first, x, n, point) && on(p.second, x, n, point));
    }

    private boolean on(List<Region.Face> faces, double[] x, int n, int point) {
        return faces.stream().anyMatch(f -> x[problem.axes().indexOf(f.axis()) * n + point] == f.coordinate());
    }
}
