package org.pinn4j.pde;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Conditions on the boundary of a shape that is no box: a field of order 2m in its space needs m of them at every point of it.
 * An odd order is a flow, which takes values where it comes in: none are asked for.
 */
final class PartFindings {
    private static final int SAMPLES = 256;

    private final Problem problem;
    private final List<Finding> found = new ArrayList<>();

    private PartFindings(Problem problem) {
        this.problem = problem;
    }

    static List<Finding> of(Problem problem) {
        PartFindings findings = new PartFindings(problem);
        for (String part : problem.domain().partNames()) {
            problem.fields().forEach(f -> findings.part(f, problem.domain().part(part)));
        }
        return findings.found;
    }

    private void part(Field field, Region part) {
        int needed = order(field) / 2;
        if (needed == 0) {
            return;
        }
        List<Condition> about = Reading.of(problem).boundary().stream()
                .filter(c -> c.mentions(field))
                .filter(c ->
                        c.region().whole().isBoundary() || c.region().whole().equals(part))
                .toList();
        List<double[]> points = points(part);
        int[] counts = points.stream()
                .mapToInt(x -> (int) about.stream()
                        .filter(c -> c.region().holds(problem.axes(), x))
                        .count())
                .toArray();
        int few = IntStream.range(0, counts.length)
                .filter(i -> counts[i] < needed)
                .findFirst()
                .orElse(-1);
        int many = IntStream.range(0, counts.length)
                .filter(i -> counts[i] > needed)
                .findFirst()
                .orElse(-1);
        if (few >= 0) {
            found.add(new Finding(
                    "missing-boundary:" + field + ":" + part,
                    "%s has order %d and needs %s at every point of '%s', got %d at %s = %s; add one there"
                            .formatted(
                                    field,
                                    order(field),
                                    Names.count(needed, "condition"),
                                    part,
                                    counts[few],
                                    Names.tuple(problem.axes()),
                                    text(points.get(few))),
                    Finding.Severity.BLOCKING));
        } else if (many >= 0) {
            found.add(new Finding(
                    "surplus-boundary:" + field + ":" + part,
                    "%s has order %d but %s on '%s' at %s = %s; a solution exists only if they fit together"
                            .formatted(
                                    field,
                                    order(field),
                                    Names.count(counts[many], "condition"),
                                    part,
                                    Names.tuple(problem.axes()),
                                    text(points.get(many))),
                    Finding.Severity.NOTE));
        }
    }

    /** The highest order of a derivative along the shape's own axes. */
    private int order(Field field) {
        return Reading.of(problem).equations().stream()
                .map(Condition::leaves)
                .map(Leaves::states)
                .flatMap(Collection::stream)
                .filter(d -> d.field().equals(field))
                .mapToInt(d -> IntStream.range(0, d.orders().size())
                        .filter(k -> isOwn(field.axes().get(k)))
                        .map(k -> d.orders().get(k))
                        .sum())
                .max()
                .orElse(0);
    }

    private boolean isOwn(Axis axis) {
        return axis.isSpace() && !problem.domain().hasEnds(axis);
    }

    private List<double[]> points(Region part) {
        Random random = new Random(5);
        Part geometry = problem.domain().geometry(part);
        return IntStream.range(0, SAMPLES)
                .mapToObj(i -> geometry.point(random::nextDouble))
                .toList();
    }

    private static String text(double[] point) {
        return "(%s)"
                .formatted(String.join(
                        ", ",
                        Arrays.stream(point)
                                .mapToObj(v -> String.format(Locale.ROOT, "%.3g", v))
                                .toList()));
    }
}
