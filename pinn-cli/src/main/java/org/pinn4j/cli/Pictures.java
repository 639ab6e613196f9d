package org.pinn4j.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.pinn4j.pde.Field;

/** The PNG pictures of one answer: solution, reference and error of each field, and the history of the loss. */
final class Pictures {
    /** Below this no error is drawn: the rounding of a double. */
    private static final double SMALLEST_ERROR = 1e-16;

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    Pictures(Path folder) {
        this.folder = folder;
    }

    /** In the order in which they were drawn. */
    List<Path> written() {
        return List.copyOf(written);
    }

    /** @param suffix for the file names: empty for the only field, {@code -v} for field v of several */
    void field(Field field, String suffix, Slice slice, double[] solution, double[] reference) throws IOException {
        if (slice.isLine()) {
            line(field, suffix, slice, solution, reference);
        } else {
            maps(field, suffix, slice, solution, reference);
        }
    }

    private void maps(Field field, String suffix, Slice slice, double[] solution, double[] reference)
            throws IOException {
        double[] both = reference == null
                ? solution
                : DoubleStream.concat(DoubleStream.of(solution), DoubleStream.of(reference))
                        .toArray();
        double low = finite(both).min().orElse(0);
        double high = Math.max(finite(both).max().orElse(1), low + Math.max(1e-12, 1e-9 * Math.abs(low)));
        write("solution" + suffix, slice.map(field + ", network" + slice.where(), solution, low, high, false));
        if (reference != null) {
            write("reference" + suffix, slice.map(field + ", reference" + slice.where(), reference, low, high, false));
            double[] error = absoluteError(solution, reference);
            double worst = Math.max(10 * SMALLEST_ERROR, finite(error).max().orElse(1));
            double least = Math.max(SMALLEST_ERROR, worst * 1e-5);
            write("error" + suffix, slice.map(field + ", |error|" + slice.where(), error, least, worst, true));
        }
    }

    private void line(Field field, String suffix, Slice slice, double[] solution, double[] reference)
            throws IOException {
        Map<String, LineChart.Curve> curves = new LinkedHashMap<>();
        curves.put("network", new LineChart.Curve(slice.line(), solution));
        if (reference != null) {
            curves.put("reference", new LineChart.Curve(slice.line(), reference));
            Map<String, LineChart.Curve> error =
                    Map.of("|error|", new LineChart.Curve(slice.line(), absoluteError(solution, reference)));
            write("error" + suffix, new LineChart(field + ", |error|", slice.lineName(), "", true, error));
        }
        write("solution" + suffix, new LineChart(field.toString(), slice.lineName(), "", false, curves));
    }

    void history(List<WatchedSolve.Point> points) throws IOException {
        double[] steps = points.stream().mapToDouble(WatchedSolve.Point::step).toArray();
        Map<String, LineChart.Curve> curves = new LinkedHashMap<>();
        curves.put("loss", curve(steps, points.stream().mapToDouble(WatchedSolve.Point::loss)));
        curves.put("held-out residual", curve(steps, points.stream().mapToDouble(WatchedSolve.Point::heldOut)));
        curves.put("error", curve(steps, points.stream().mapToDouble(WatchedSolve.Point::error)));
        write("loss", new LineChart("Training", "step", "", true, curves));
    }

    private static LineChart.Curve curve(double[] steps, DoubleStream values) {
        return new LineChart.Curve(steps, values.toArray());
    }

    private void write(String name, LineChart chart) throws IOException {
        if (!chart.isEmpty()) {
            write(name, chart.draw());
        }
    }

    private void write(String name, HeatMap map) throws IOException {
        write(name, map.draw());
    }

    private void write(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name + ".png");
        PngFile.write(file, image);
        written.add(file);
    }

    private static double[] absoluteError(double[] solution, double[] reference) {
        double[] error = new double[solution.length];
        for (int i = 0; i < error.length; i++) {
            error[i] = Math.abs(solution[i] - reference[i]);
        }
        return error;
    }

    private static DoubleStream finite(double[] values) {
        return DoubleStream.of(values).filter(Double::isFinite);
    }
}
