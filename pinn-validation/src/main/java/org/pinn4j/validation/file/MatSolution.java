package org.pinn4j.validation.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pinn4j.io.FormatException;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** Which array of a MATLAB file is which axis or field of a problem, and which way it lies. One reading of one file. */
final class MatSolution {
    private final Path file;
    private final Problem problem;
    private final List<MatArray> all;
    private final List<MatArray> free;
    private final Map<Axis, MatArray> axes = new LinkedHashMap<>();
    private final Map<Field, MatArray> fields = new LinkedHashMap<>();

    MatSolution(Path file, Problem problem, List<MatArray> arrays) {
        this.file = file;
        this.problem = problem;
        this.all = arrays;
        this.free = new ArrayList<>(arrays);
    }

    TabulatedSolution read() throws FormatException {
        match();
        double[][] coordinates =
                problem.axes().stream().map(a -> axes.get(a).values()).toArray(double[][]::new);
        Map<Field, double[]> values = new LinkedHashMap<>();
        for (Field field : problem.fields()) {
            values.put(field, along(fields.get(field), coordinates));
        }
        return TabulatedSolution.of(file, problem, Tensor.points(coordinates), values);
    }

    /** Names first, for they are meant; then what is left over, where that is one. */
    private void match() throws FormatException {
        for (Axis axis : problem.axes()) {
            take(axis, named(axis.name(), axis.isTime(), 1), axes);
        }
        for (Field field : problem.fields()) {
            take(field, named(field.name(), false, rank()), fields);
        }
        for (Field field : problem.fields()) {
            take(field, left(field, fields, problem.fields().size(), rank(), -1), fields);
        }
        for (Axis axis : problem.axes()) {
            take(axis, left(axis, axes, problem.axes().size(), 1, lengthLeft()), axes);
        }
        for (Axis axis : problem.axes()) {
            require(axes.containsKey(axis), "no array of coordinates for the axis " + axis.name());
        }
        for (Field field : problem.fields()) {
            require(
                    fields.containsKey(field),
                    "no array of %d indices for the field %s".formatted(rank(), field.name()));
        }
    }

    private int rank() {
        return problem.axes().size();
    }

    private <K> void take(K key, List<MatArray> candidates, Map<K, MatArray> taken) throws FormatException {
        if (taken.containsKey(key) || candidates.isEmpty()) {
            return;
        }
        MatArray array = candidates.get(0);
        require(candidates.size() == 1, "%s may be any of %s".formatted(key, candidates));
        require(!array.complex(), "%s is complex, and %s is real".formatted(array.name(), key));
        taken.put(key, array);
        free.remove(array);
    }

    /** The arrays whose names come nearest to the one wanted. */
    private List<MatArray> named(String wanted, boolean isTime, int rank) {
        Map<Integer, List<MatArray>> byDistance = free.stream()
                .filter(array -> array.rank() == rank)
                .collect(Collectors.groupingBy(array -> MatNames.distance(array.name(), wanted, isTime)));
        return IntStream.range(0, MatNames.NONE)
                .mapToObj(d -> byDistance.getOrDefault(d, List.of()))
                .filter(candidates -> !candidates.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What can stand for the only key that has no array yet. @param length of the array, -1 for any */
    private <K> List<MatArray> left(K key, Map<K, MatArray> taken, int count, int rank, int length) {
        return taken.containsKey(key) || taken.size() != count - 1
                ? List.of()
                : free.stream()
                        .filter(array -> array.rank() == rank)
                        .filter(array -> length < 0 || array.sizes()[0] == length)
                        .toList();
    }

    /** How long an array for the only axis without one must be: the size of a field that no other axis has. */
    private int lengthLeft() {
        List<Integer> lengths = fields.values().stream()
                .limit(1)
                .flatMapToInt(field -> Arrays.stream(field.sizes()))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        axes.values().forEach(axis -> lengths.remove((Integer) axis.sizes()[0]));
        return lengths.size() == 1 ? lengths.get(0) : 0;
    }

    private double[] along(MatArray field, double[][] coordinates) throws FormatException {
        int[] lengths = Arrays.stream(coordinates).mapToInt(x -> x.length).toArray();
        int[] sorted = Arrays.stream(lengths).sorted().toArray();
        require(
                Arrays.equals(sorted, Arrays.stream(field.sizes()).sorted().toArray()),
                "%s does not fit the lengths of the axes, %s".formatted(field, axes.values()));
        require(
                Arrays.stream(lengths).distinct().count() == lengths.length,
                "%s may lie either way, for axes have equally many points (%s); leave out one point of an axis or write the values as .csv, one column for each axis and field"
                        .formatted(field, axes.values()));
        List<Integer> sizes = Arrays.stream(field.sizes()).boxed().toList();
        return field.along(Arrays.stream(lengths).map(sizes::indexOf).toArray());
    }

    private void require(boolean holds, String otherwise) throws FormatException {
        if (!holds) {
            throw new FormatException(file, otherwise + "; arrays found: " + all);
        }
    }
}
