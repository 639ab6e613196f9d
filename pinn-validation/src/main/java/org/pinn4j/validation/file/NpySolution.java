package org.pinn4j.validation.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.pinn4j.io.FormatException;
import org.pinn4j.io.NdArray;
import org.pinn4j.io.Npy;
import org.pinn4j.pde.Field;
import org.pinn4j.pde.Problem;
import org.pinn4j.sampling.Grid;

/** Values on a known grid, the first axis of the grid slowest. */
final class NpySolution {
    private NpySolution() {}

    static TabulatedSolution read(Path file, Problem problem, Grid grid) throws IOException {
        NdArray array = Npy.read(file);
        requireShape(file, array.shape(), problem.fields().size(), grid);
        double[] all = array.values();
        int n = grid.size();
        Map<Field, double[]> values = new LinkedHashMap<>();
        for (int f = 0; f < problem.fields().size(); f++) {
            values.put(problem.fields().get(f), Arrays.copyOfRange(all, f * n, (f + 1) * n));
        }
        return TabulatedSolution.of(file, problem, grid.coordinates(problem.axes()), values);
    }

    private static void requireShape(Path file, int[] shape, int fields, Grid grid) throws FormatException {
        IntStream counts = IntStream.of(grid.counts());
        int[] needed = (fields == 1 ? counts : IntStream.concat(IntStream.of(fields), counts)).toArray();
        if (!Arrays.equals(shape, needed)) {
            throw new FormatException(
                    file,
                    "has the shape %s; need %s, the grid's over (%s)%s; another grid may be given"
                            .formatted(
                                    text(shape),
                                    text(needed),
                                    String.join(
                                            ", ",
                                            grid.axes().stream()
                                                    .map(a -> a.name())
                                                    .toList()),
                                    fields == 1 ? "" : " for each of " + fields + " fields"));
        }
    }

    private static String text(int[] shape) {
        return Arrays.toString(shape).replace(", ", " × ");
    }
}
