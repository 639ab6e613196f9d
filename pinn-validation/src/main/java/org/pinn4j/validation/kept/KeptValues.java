package org.pinn4j.validation.kept;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pinn4j.io.NamedArrays;
import org.pinn4j.io.NdArray;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;
import org.pinn4j.solution.Reference;

/**
 * What a reference says on one grid: values of each field, and slopes along the axes that it knows slopes of. Immutable.
 * <p>Asked are parts of the grid as often as the whole, such as every tenth point or the last time, so points are found by their
 * coordinates, axis by axis.
 */
final class KeptValues {
    private static final String KIND = "kind";
    private static final String FLOOR = "floor";
    /** Fields, with blanks between. */
    private static final String KNOWN = "fields";

    private final Grid grid;
    private final String kind;
    private final double floor;
    private final List<String> known;
    private final Map<String, double[]> arrays;
    private final Map<Axis, Map<Double, Integer>> places = new HashMap<>();

    private KeptValues(Grid grid, String kind, double floor, List<String> known, Map<String, double[]> arrays) {
        this.grid = grid;
        this.kind = kind;
        this.floor = floor;
        this.known = known;
        this.arrays = arrays;
        for (Axis axis : grid.axes()) {
            places.put(axis, placesOf(axis));
        }
    }

    private Map<Double, Integer> placesOf(Axis axis) {
        double[] x = grid.coordinates(axis);
        Map<Double, Integer> result = new HashMap<>();
        for (int k = 0; k < x.length; k++) {
            result.put(x[k] + 0.0, k); // -0.0 is 0.0
        }
        if (grid.isPeriodic(axis)) {
            result.put(axis.max() + 0.0, 0);
        }
        return result;
    }

    static KeptValues of(Reference reference, Problem problem, Grid grid) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        List<Field> known = problem.fields().stream().filter(reference::knows).toList();
        for (Field field : known) {
            double[] x = grid.coordinates(field.axes());
            arrays.put(name(field, Optional.empty()), reference.values(field, x, grid.size()));
            for (Axis axis : field.axes()) {
                reference
                        .derivative(field, axis, x, grid.size())
                        .ifPresent(slope -> arrays.put(name(field, Optional.of(axis)), slope));
            }
        }
        List<String> names = known.stream().map(Field::name).toList();
        return new KeptValues(grid, reference.kind(), reference.floor(), names, arrays);
    }

    /** @throws IllegalArgumentException if the content is not one of this problem on this grid */
    static KeptValues of(NamedArrays content, Problem problem, Grid grid) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String name : content.names()) {
            NdArray array = content.array(name);
            if (array.length() != grid.size()) {
                throw new IllegalArgumentException(
                        "%s: %d values for %d points".formatted(name, array.length(), grid.size()));
            }
            arrays.put(name, array.values());
        }
        List<String> known = List.of(content.metadata().getOrDefault(KNOWN, "").split(" "));
        if (!arrays.keySet().containsAll(known)
                || !content.metadata().keySet().containsAll(List.of(KIND, FLOOR, KNOWN))
                || problem.fields().stream().map(Field::name).noneMatch(known::contains)) {
            throw new IllegalArgumentException("need %s of %s, %s, %s; there are %s and %s"
                    .formatted(
                            KNOWN,
                            problem.fields(),
                            KIND,
                            FLOOR,
                            arrays.keySet(),
                            content.metadata().keySet()));
        }
        return new KeptValues(
                grid,
                content.metadata().get(KIND),
                Double.parseDouble(content.metadata().get(FLOOR)),
                known,
                arrays);
    }

    NamedArrays content() {
        NamedArrays content = NamedArrays.empty()
                .withMetadata(KIND, kind)
                .withMetadata(FLOOR, Double.toString(floor))
                .withMetadata(KNOWN, String.join(" ", known));
        for (Map.Entry<String, double[]> e : arrays.entrySet()) {
            content = content.with(e.getKey(), e.getValue(), grid.counts());
        }
        return content;
    }

    private static String name(Field field, Optional<Axis> by) {
        return field.name() + by.map(axis -> " by " + axis.name()).orElse("");
    }

    String kind() {
        return kind;
    }

    double floor() {
        return floor;
    }

    /** Whether values of a field are known. */
    boolean knows(Field field) {
        return known.contains(field.name());
    }

    /** Whether a slope along this axis is known. */
    boolean hasSlope(Field field, Axis by) {
        return arrays.containsKey(name(field, Optional.of(by)));
    }

    /**
     * Values of a field at points, or its slopes along an axis.
     * @param x [axes of the field × n]
     * @return empty if a point is not one of the grid
     */
    Optional<double[]> at(Field field, Optional<Axis> by, double[] x, int n) {
        double[] all = arrays.get(name(field, by));
        double[] values = new double[n];
        int[] strides = strides();
        for (int i = 0; i < n; i++) {
            int point = 0;
            for (int a = 0; a < field.axes().size(); a++) {
                Axis axis = field.axes().get(a);
                Integer place = places.get(axis).get(x[a * n + i] + 0.0);
                if (place == null) {
                    return Optional.empty();
                }
                point += place * strides[grid.axes().indexOf(axis)];
            }
            values[i] = all[point];
        }
        return Optional.of(values);
    }

    private int[] strides() {
        int[] strides = grid.counts();
        int inner = 1;
        for (int a = strides.length - 1; a >= 0; a--) {
            int count = strides[a];
            strides[a] = inner;
            inner *= count;
        }
        return strides;
    }
}
