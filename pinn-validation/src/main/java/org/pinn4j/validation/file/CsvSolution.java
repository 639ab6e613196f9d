package org.pinn4j.validation.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pinn4j.io.Csv;
import org.pinn4j.io.FormatException;
import org.pinn4j.pde.Axis;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;

/** A table with one row for each point; the points need not form a grid, and further columns do not matter. */
final class CsvSolution {
    private CsvSolution() {}

    static TabulatedSolution read(Path file, Problem problem) throws IOException {
        Csv.Table table = Csv.read(file);
        requireColumns(file, table, problem);
        int n = table.rows();
        List<Axis> axes = problem.axes();
        double[] points = new double[axes.size() * n];
        for (int a = 0; a < axes.size(); a++) {
            System.arraycopy(table.column(axes.get(a).name()), 0, points, a * n, n);
        }
        Map<Field, double[]> values = new LinkedHashMap<>();
        problem.fields().forEach(field -> values.put(field, table.column(field.name())));
        return TabulatedSolution.of(file, problem, points, values);
    }

    private static void requireColumns(Path file, Csv.Table table, Problem problem) throws FormatException {
        List<String> needed =
                new ArrayList<>(problem.axes().stream().map(Axis::name).toList());
        needed.addAll(problem.fields().stream().map(Field::name).toList());
        for (String name : needed) {
            if (!table.names().contains(name)) {
                throw new FormatException(
                        file,
                        "no column '%s'; need the columns %s, found %s"
                                .formatted(name, String.join(",", needed), String.join(",", table.names())));
            }
        }
    }
}
