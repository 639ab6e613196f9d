package org.pinn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.pinn4j.io.Csv;
import org.pinn4j.io.NdArray;
import org.pinn4j.io.Npy;
import org.pinn4j.pde.Axis;
import org.pinn4j.sampling.Grid;

/**
 * Values on a grid as a file: {@code .csv} with one column per axis and quantity, {@code .npy} with the shape of the grid,
 * after the number of quantities if there are several.
 */
record TableFile(Path path) {
    /** Checks name and folder before any work. */
    static TableFile prepare(Path path, String option) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".npy")) {
            throw Failure.badInput("%s %s: need a name that ends in .csv or .npy".formatted(option, path));
        }
        return new TableFile(OutFolder.prepareFor(path, option));
    }

    /**
     * @param file of the same kind, as a rule {@link #path}
     * @param values by name, each [points of the grid], the grid's first axis slowest
     */
    void write(Path file, Grid grid, Map<String, double[]> values) throws IOException {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
            Npy.write(file, array(grid, values));
        } else {
            csv(file, grid, values);
        }
    }

    private static NdArray array(Grid grid, Map<String, double[]> values) {
        double[] all = values.values().stream().flatMapToDouble(Arrays::stream).toArray();
        IntStream shape = IntStream.of(grid.counts());
        return NdArray.of(
                all, (values.size() == 1 ? shape : IntStream.concat(IntStream.of(values.size()), shape)).toArray());
    }

    private static void csv(Path file, Grid grid, Map<String, double[]> values) throws IOException {
        double[] x = grid.points().coordinates();
        int n = grid.size();
        List<String> names =
                new ArrayList<>(grid.axes().stream().map(Axis::name).toList());
        List<double[]> columns = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            columns.add(Arrays.copyOfRange(x, a * n, (a + 1) * n));
        }
        names.addAll(values.keySet());
        columns.addAll(values.values());
        Csv.write(file, names, columns.toArray(double[][]::new));
    }
}
