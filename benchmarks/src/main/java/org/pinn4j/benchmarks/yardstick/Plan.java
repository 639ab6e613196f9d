package org.pinn4j.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run measures. Immutable.
 * @param factored matrices of which a QR factorisation is made
 * @param growth numbers of points whose cost is compared
 * @param evaluated shapes of the solutions that are evaluated
 * @param only texts one of which the name of a case or the key of a section has to hold; empty for everything
 */
public record Plan(
        List<Integer> widths,
        List<Size> factored,
        List<Case> cases,
        List<Case> levenberg,
        List<String> growthShapes,
        List<Integer> growth,
        List<String> evaluated,
        List<String> only) {
    private static final List<String> SHAPES =
            List.of("3x20", "4x20", "3x50", "4x50", "3x128", "4x128", "3x256", "4x256");

    /** Of a matrix. */
    public record Size(int rows, int columns) {}

    public Plan {
        widths = List.copyOf(widths);
        factored = List.copyOf(factored);
        cases = List.copyOf(cases);
        levenberg = List.copyOf(levenberg);
        growthShapes = List.copyOf(growthShapes);
        growth = List.copyOf(growth);
        evaluated = List.copyOf(evaluated);
        only = List.copyOf(only);
    }

    /** Every shape at every number of points for Burgers' equation, a choice of them for the others. */
    public static Plan full(List<String> only) {
        List<Case> cases = new ArrayList<>();
        for (String shape : SHAPES) {
            for (int points : new int[] {2_000, 10_000, 100_000}) {
                cases.add(Case.of("burgers", shape, points));
            }
        }
        for (String equation : List.of("kdv", "laplace-2d", "laplace-3d", "laplace-10d", "two-field")) {
            for (String shape : List.of("3x20", "4x50", "4x128")) {
                cases.add(Case.of(equation, shape, 10_000));
            }
        }
        return new Plan(
                List.of(20, 50, 128, 256),
                List.of(new Size(2_000, 400), new Size(8_000, 1_600)),
                cases,
                List.of(Case.of("burgers", "3x20", 5_000), Case.of("burgers", "3x30", 5_000)),
                List.of("3x20", "4x50"),
                List.of(10_000, 100_000, 1_000_000),
                List.of("3x20", "4x50"),
                only);
    }

    /** A look in well under a minute. */
    public static Plan quick(List<String> only) {
        return new Plan(
                List.of(20, 50),
                List.of(new Size(2_000, 400)),
                List.of(
                        Case.of("burgers", "3x20", 10_000),
                        Case.of("burgers", "4x50", 10_000),
                        Case.of("kdv", "4x50", 2_000),
                        Case.of("laplace-3d", "4x50", 2_000)),
                List.of(Case.of("burgers", "3x20", 5_000)),
                List.of("3x20"),
                List.of(10_000, 100_000),
                List.of("3x20"),
                only);
    }

    boolean wants(String section) {
        return only.isEmpty() || only.contains(section);
    }

    boolean wants(String section, Case what) {
        return wants(section) || only.stream().anyMatch(what.name()::contains);
    }
}
